import { Role, type SiteScope } from '@amaan/contracts/api/me';
import type { UserAccount } from '@amaan/contracts/api/user-account';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { isSamePerson } from '@amaan/governance/four-eyes';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';
import { deleteSessions } from './sessions.ts';
import { recordAccount, siteScopeOf, siteScopeText } from './user-history.ts';

export interface NewUserAccount {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly role: Role;
  readonly person: string;
  readonly sites: SiteScope;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly createdAt: Instant;
}

export interface UserAccountUpdate {
  readonly name?: string;
  readonly role?: Role;
  readonly person?: string;
  readonly sites?: SiteScope;
  readonly disabledAt?: Instant | null;
}

/** Everybody who may sign in, or once could, by user name. */
export async function listUserAccounts(db: Database): Promise<UserAccount[]> {
  const rows = await db
    .selectFrom('user')
    .select(['id', 'name', 'username', 'role', 'person', 'sites', 'mustChangePassword', 'createdAt'])
    .select('disabledAt')
    .orderBy('username')
    .execute();
  return rows.map((row) => ({
    ...row,
    username: row.username ?? row.id,
    role: Role.parse(row.role),
    sites: siteScopeOf(row.sites),
    otherAccounts: rows
      .filter(({ id, person }) => id !== row.id && isSamePerson(person, row.person))
      .map(({ id, username }) => username ?? id),
  }));
}

/**
 * Adds an account with its password, and the first line of its history. Call it in a transaction.
 * @returns whether it was added: not when somebody has that user name
 */
export async function insertUserAccount(db: Database, account: NewUserAccount): Promise<boolean> {
  const { id, name, username, role, person, sites, passwordHash, mustChangePassword, createdAt } = account;
  const times = { createdAt, updatedAt: createdAt };
  const inserted = await db
    .insertInto('user')
    .values({
      id,
      name,
      username,
      displayUsername: username,
      // The library wants an address; RFC 2606 reserves this domain, so nothing is ever sent to it.
      email: `${username}@users.invalid`,
      emailVerified: false,
      image: null,
      role,
      mustChangePassword,
      person,
      sites: siteScopeText(sites),
      disabledAt: null,
      ...times,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return false;
  await db
    .insertInto('account')
    .values({
      id: newIdentifier(),
      accountId: id,
      userId: id,
      providerId: 'credential',
      password: passwordHash,
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
      ...times,
    })
    .execute();
  await recordAccount(db, {
    ...{ userId: id, since: createdAt, username, name, role, person, sites },
    disabled: false,
  });
  return true;
}

/**
 * Changes an account, adds a line to its history and ends its sessions. Call it in a transaction.
 * @returns the identifiers of the sessions that ended
 */
export async function updateUserAccount(
  db: Database,
  id: string,
  { sites, ...change }: UserAccountUpdate,
  at: Instant,
): Promise<string[]> {
  await db
    .updateTable('user')
    .set({ ...change, ...(sites !== undefined && { sites: siteScopeText(sites) }), updatedAt: at })
    .where('id', '=', id)
    .execute();
  const now = (await listUserAccounts(db)).find((account) => account.id === id);
  if (now === undefined) return [];
  const { username, name, role, person } = now;
  await recordAccount(db, {
    ...{ userId: id, since: at, username, name, role, person },
    sites: now.sites,
    disabled: now.disabledAt !== null,
  });
  return deleteSessions(db, id, { except: null });
}

/**
 * Sets a password and ends every session that was opened with the one before.
 * @returns the identifiers of the sessions that ended
 */
export async function setUserPassword(
  db: Database,
  id: string,
  passwordHash: string,
  mustChangePassword: boolean,
  at: Instant,
): Promise<string[]> {
  await db
    .updateTable('account')
    .set({ password: passwordHash, updatedAt: at })
    .where('userId', '=', id)
    .where('providerId', '=', 'credential')
    .execute();
  await db.updateTable('user').set({ mustChangePassword, updatedAt: at }).where('id', '=', id).execute();
  return deleteSessions(db, id, { except: null });
}

/** Whoever changes accounts waits for others who do, until the end of the transaction. */
export async function lockUserAccounts(db: Database): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('user accounts'))`.execute(db);
}
