import type { Database } from '@amaan/store/open-database';
import { findCredentials, type UserCredentials } from '@amaan/store/user-credentials';
import { hashPassword, newOneTimePassword, verifyPassword } from './passwords.ts';

/** A hash that no password fits, so that unknown names cost as much time as known ones. */
let unknownHash: Promise<string> | undefined;

/**
 * The credentials of whoever has this name and password. Unknown names, shut accounts and wrong passwords
 * give the same answer in the same time.
 * @returns `matches` and, whether it does or not, the account that was meant, if there is one
 */
export async function checkPassword(
  db: Database,
  user: { readonly username: string } | { readonly id: string },
  password: string,
): Promise<
  | { readonly matches: true; readonly user: UserCredentials }
  | { readonly matches: false; readonly user: UserCredentials | null }
> {
  const found = await findCredentials(db, user);
  unknownHash ??= hashPassword(newOneTimePassword());
  const fits = await verifyPassword(found?.passwordHash ?? (await unknownHash), password);
  if (found === null || found.passwordHash === null || found.disabled || !fits)
    return { matches: false, user: found };
  return { matches: true, user: found };
}
