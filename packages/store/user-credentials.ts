import type { Database } from './open-database.ts';

/** What is needed to let somebody in. */
export interface UserCredentials {
  readonly id: string;
  readonly username: string;
  readonly passwordHash: string | null;
  readonly secondFactor: boolean;
  readonly disabled: boolean;
}

/** The credentials of a user by user name or identifier; null when there is no such user. */
export async function findCredentials(
  db: Database,
  user: { readonly username: string } | { readonly id: string },
): Promise<UserCredentials | null> {
  const row = await db
    .selectFrom('user')
    .leftJoin('account', (join) =>
      join.onRef('account.userId', '=', 'user.id').on('account.providerId', '=', 'credential'),
    )
    .select(['user.id', 'user.username', 'account.password', 'user.secondFactor', 'user.disabledAt'])
    .where((eb) => ('id' in user ? eb('user.id', '=', user.id) : eb('user.username', '=', user.username)))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, username, password, secondFactor, disabledAt } = row;
  return {
    id,
    username: username ?? id,
    passwordHash: password,
    secondFactor,
    disabled: disabledAt !== null,
  };
}

/**
 * Brings the mark on the account in step with the factors that it has; call it after each change of them.
 * @returns whether there is such an account
 */
export async function markSecondFactor(db: Database, userId: string): Promise<boolean> {
  const row = await db
    .updateTable('user')
    .set(({ eb, exists, selectFrom }) => ({
      secondFactor: eb
        .or([
          exists(
            selectFrom('totp_secret')
              .select('user_id')
              .where('user_id', '=', userId)
              .where('confirmed_at', 'is not', null),
          ),
          exists(selectFrom('passkey').select('id').where('user_id', '=', userId)),
        ])
        .$castTo<boolean>(),
    }))
    .where('id', '=', userId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
