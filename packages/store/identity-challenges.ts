import type { Instant } from '@amaan/contracts/instant';
import type { Database } from './open-database.ts';
import type { ChallengePurpose } from './tables/second-factor-tables.ts';

export interface StoredChallenge {
  readonly digest: Uint8Array;
  readonly purpose: ChallengePurpose;
  readonly userId: string | null;
  readonly expiresAt: Instant;
}

/** Keeps a challenge, and forgets those that have expired. */
export async function insertChallenge(
  db: Database,
  { digest, purpose, userId, expiresAt }: StoredChallenge,
  now: Instant,
): Promise<void> {
  await db.deleteFrom('identity_challenge').where('expires_at', '<=', now).execute();
  await db
    .insertInto('identity_challenge')
    .values({ digest, purpose, user_id: userId, attempts: 0, expires_at: expiresAt })
    .execute();
}

/** Takes a challenge away, so that it is answered once; null when there is none (any more). */
export async function takeChallenge(
  db: Database,
  digest: Uint8Array,
  purpose: ChallengePurpose,
  now: Instant,
): Promise<{ readonly userId: string | null } | null> {
  const row = await db
    .deleteFrom('identity_challenge')
    .where('digest', '=', digest)
    .where('purpose', '=', purpose)
    .returning(['user_id as userId', 'expires_at as expiresAt'])
    .executeTakeFirst();
  return row !== undefined && row.expiresAt > now ? { userId: row.userId } : null;
}

/** Counts one attempt at a challenge; null when it has expired, is used up, or does not exist. */
export async function attemptChallenge(
  db: Database,
  digest: Uint8Array,
  purpose: ChallengePurpose,
  { now, attempts }: { readonly now: Instant; readonly attempts: number },
): Promise<{ readonly userId: string | null } | null> {
  const row = await db
    .updateTable('identity_challenge')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .where('digest', '=', digest)
    .where('purpose', '=', purpose)
    .where('attempts', '<', attempts)
    .where('expires_at', '>', now)
    .returning('user_id as userId')
    .executeTakeFirst();
  return row ?? null;
}
