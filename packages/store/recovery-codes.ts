import type { Instant } from '@amaan/contracts/instant';
import type { Database } from './open-database.ts';

/** Replaces all recovery codes of a user. */
export async function replaceRecoveryCodes(
  db: Database,
  userId: string,
  digests: readonly Uint8Array[],
  at: Instant,
): Promise<void> {
  await db.deleteFrom('recovery_code').where('user_id', '=', userId).execute();
  if (digests.length === 0) return;
  await db
    .insertInto('recovery_code')
    .values(digests.map((digest) => ({ user_id: userId, digest, created_at: at, used_at: null })))
    .execute();
}

/** Uses a code up. @returns false when there is no such code or it was used before */
export async function useRecoveryCode(
  db: Database,
  userId: string,
  digest: Uint8Array,
  at: Instant,
): Promise<boolean> {
  const row = await db
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('user_id', '=', userId)
    .where('digest', '=', digest)
    .where('used_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function countRecoveryCodes(db: Database, userId: string): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(left);
}
