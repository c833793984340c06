import type { Passkey } from '@amaan/contracts/api/second-factor';
import type { Instant } from '@amaan/contracts/instant';
import type { Database } from './open-database.ts';

/** What is needed to check what an authenticator has signed. */
export interface StoredPasskey {
  readonly id: string;
  readonly userId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
}

export interface NewStoredPasskey extends StoredPasskey {
  readonly name: string;
  readonly backedUp: boolean;
  readonly createdAt: Instant;
}

/** @returns false when the credential is known already */
export async function insertPasskey(db: Database, passkey: NewStoredPasskey): Promise<boolean> {
  const { id, userId, name, publicKey, counter, transports, backedUp, createdAt } = passkey;
  const row = await db
    .insertInto('passkey')
    .values({
      id,
      user_id: userId,
      name,
      public_key: publicKey,
      counter,
      transports: transports.join(' '),
      backed_up: backedUp,
      created_at: createdAt,
      last_used_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findPasskey(db: Database, id: string): Promise<StoredPasskey | null> {
  const row = await db
    .selectFrom('passkey')
    .select(['id', 'user_id', 'public_key', 'counter', 'transports'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { user_id, public_key, transports, ...rest } = row;
  return {
    ...rest,
    userId: user_id,
    publicKey: public_key,
    transports: transports.split(' ').filter(Boolean),
  };
}

/** The passkeys of a user as the user knows them, oldest first, with what browsers need to find them. */
export async function listPasskeys(
  db: Database,
  userId: string,
): Promise<(Passkey & { readonly transports: string[] })[]> {
  const rows = await db
    .selectFrom('passkey')
    .select([
      'id',
      'name',
      'transports',
      'backed_up as backedUp',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
    ])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, transports: row.transports.split(' ').filter(Boolean) }));
}

/**
 * Notes that a passkey has signed.
 * @param counter what its authenticator says of itself; 0 from those that do not count
 * @returns false when that counter, or a higher one, was seen already: the key has been copied, or a message is replayed
 */
export async function markPasskeyUsed(
  db: Database,
  id: string,
  counter: number,
  at: Instant,
): Promise<boolean> {
  const row = await db
    .updateTable('passkey')
    .set({ counter, last_used_at: at })
    .where('id', '=', id)
    .where((eb) =>
      eb.or([
        eb('counter', '<', counter),
        eb.and([eb('counter', '=', 0), eb(eb.val(counter), '=', eb.lit(0))]),
      ]),
    )
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** @returns whether the user has such a passkey */
export async function renamePasskey(
  db: Database,
  userId: string,
  id: string,
  name: string,
): Promise<boolean> {
  const row = await db
    .updateTable('passkey')
    .set({ name })
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** @param id left out: all of them. @returns how many the user had of them */
export async function deletePasskeys(db: Database, userId: string, id?: string): Promise<number> {
  const rows = await db
    .deleteFrom('passkey')
    .where('user_id', '=', userId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .returning('id')
    .execute();
  return rows.length;
}
