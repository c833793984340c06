import type { Instant } from '@amaan/contracts/instant';
import type { Database } from './open-database.ts';

export interface StoredTotp {
  readonly sealed: Uint8Array;
  readonly confirmedAt: Instant | null;
  readonly lastStep: number;
}

/** The secret of a user, confirmed or not. */
export async function findTotp(db: Database, userId: string): Promise<StoredTotp | null> {
  const row = await db
    .selectFrom('totp_secret')
    .select(['sealed', 'confirmed_at as confirmedAt', 'last_step as lastStep'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Keeps a new secret that nobody has confirmed yet.
 * @returns false when the user has a confirmed one, which stays
 */
export async function beginTotp(
  db: Database,
  userId: string,
  sealed: Uint8Array,
  at: Instant,
): Promise<boolean> {
  const row = await db
    .insertInto('totp_secret')
    .values({ user_id: userId, sealed, created_at: at, confirmed_at: null, last_step: 0 })
    .onConflict((conflict) =>
      conflict
        .column('user_id')
        .doUpdateSet({ sealed, created_at: at, last_step: 0 })
        .where('totp_secret.confirmed_at', 'is', null),
    )
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Uses a time step up, and confirms the secret if nobody has yet.
 * @returns false when this step or a newer one was used already: of two at once, one wins
 */
export async function useTotpStep(db: Database, userId: string, step: number, at: Instant): Promise<boolean> {
  const row = await db
    .updateTable('totp_secret')
    .set(({ fn, ref, val }) => ({
      last_step: step,
      confirmed_at: fn.coalesce(ref('confirmed_at'), val(at)),
    }))
    .where('user_id', '=', userId)
    .where('last_step', '<', step)
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** @returns whether there was one */
export async function deleteTotp(db: Database, userId: string): Promise<boolean> {
  const row = await db
    .deleteFrom('totp_secret')
    .where('user_id', '=', userId)
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}
