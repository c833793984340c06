import type { PasswordChange } from '@amaan/contracts/api/me';
import { Role } from '@amaan/contracts/api/me';
import type { CreatedUserAccount, UserAccount, UserAccountInput } from '@amaan/contracts/api/user-account';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { appendToLedger } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import { ConflictError, HttpError } from '../http/http-errors.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { Principal } from './decide.ts';
import { hashPassword, newOneTimePassword, verifyPassword } from './passwords.ts';

export interface UserServiceOptions {
  readonly db: Database;
  readonly now: () => number;
}

/** The people who may sign in. Every change is recorded in the ledger with it. */
export class UserService {
  readonly #db: Database;
  readonly #now: () => number;

  constructor({ db, now }: UserServiceOptions) {
    this.#db = db;
    this.#now = now;
  }

  async list(): Promise<UserAccount[]> {
    const rows = await this.#db
      .selectFrom('user')
      .select(['id', 'name', 'username', 'role', 'mustChangePassword', 'createdAt'])
      .orderBy('username')
      .execute();
    return rows.map((row) => ({ ...row, username: row.username ?? row.id, role: Role.parse(row.role) }));
  }

  /**
   * Creates a user with a random one-time password, which is kept nowhere else.
   * @param actor who does it, as the ledger names it
   * @throws ConflictError `USERNAME_TAKEN`
   */
  async create(input: UserAccountInput, actor: string): Promise<CreatedUserAccount> {
    const oneTimePassword = newOneTimePassword();
    const password = await hashPassword(oneTimePassword);
    const user = await this.#db.transaction().execute((tx) => this.#insert(tx, input, password, actor));
    return { user, oneTimePassword };
  }

  /**
   * Makes the first administrator when there is nobody yet. Until that person has signed in and chosen a
   * password, every call makes a new one-time password, so that a lost one locks nobody out.
   * @returns null when somebody has an account of their own
   */
  async prepareFirstAdministrator(): Promise<CreatedUserAccount | null> {
    const users = await this.list();
    const [first] = users;
    if (first === undefined)
      return this.create(
        { username: 'admin', name: 'Administrator', role: 'administrator' },
        'system:server',
      );
    if (users.length > 1 || !first.mustChangePassword) return null;
    const oneTimePassword = newOneTimePassword();
    const password = await hashPassword(oneTimePassword);
    await this.#setPassword(first.id, password, true, 'user.password-reset', 'system:server');
    return { user: first, oneTimePassword };
  }

  /**
   * Changes a person's own password and ends all their sessions.
   * @throws HttpError 403 `PASSWORD_WRONG`, 422 `PASSWORD_UNCHANGED`
   */
  async changePassword(person: Principal, change: PasswordChange): Promise<void> {
    if (change.newPassword === change.currentPassword)
      throw new HttpError(422, 'PASSWORD_UNCHANGED', 'The new password must differ from the present one.');
    const account = await this.#db
      .selectFrom('account')
      .select('password')
      .where('userId', '=', person.id)
      .where('providerId', '=', 'credential')
      .executeTakeFirst();
    const correct =
      typeof account?.password === 'string' &&
      (await verifyPassword(account.password, change.currentPassword));
    if (!account || !correct) throw new HttpError(403, 'PASSWORD_WRONG', 'The present password is wrong.');
    const password = await hashPassword(change.newPassword);
    await this.#setPassword(person.id, password, false, 'user.password-changed', `user:${person.id}`);
  }

  /** Sets a password and ends every session that was opened with the one before. */
  async #setPassword(
    userId: string,
    password: string,
    mustChangePassword: boolean,
    kind: string,
    actor: string,
  ): Promise<void> {
    const updatedAt = instantOf(this.#now());
    await this.#db.transaction().execute(async (tx) => {
      await tx
        .updateTable('account')
        .set({ password, updatedAt })
        .where('userId', '=', userId)
        .where('providerId', '=', 'credential')
        .execute();
      await tx.updateTable('user').set({ mustChangePassword, updatedAt }).where('id', '=', userId).execute();
      await tx.deleteFrom('session').where('userId', '=', userId).execute();
      await appendToLedger(tx, [this.#entry(kind, actor, userId, {})]);
    });
  }

  async #insert(
    tx: Database,
    { name, username, role }: UserAccountInput,
    password: string,
    actor: string,
  ): Promise<UserAccount> {
    const id = newIdentifier();
    const at = instantOf(this.#now());
    const created = { createdAt: at, updatedAt: at };
    const inserted = await tx
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
        mustChangePassword: true,
        person: username,
        sites: 'all',
        disabledAt: null,
        ...created,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted === undefined)
      throw new ConflictError('USERNAME_TAKEN', 'Somebody has this user name already; nothing was changed.');
    await tx
      .insertInto('account')
      .values({
        id: newIdentifier(),
        accountId: id,
        userId: id,
        providerId: 'credential',
        password,
        accessToken: null,
        refreshToken: null,
        idToken: null,
        accessTokenExpiresAt: null,
        refreshTokenExpiresAt: null,
        scope: null,
        ...created,
      })
      .execute();
    await appendToLedger(tx, [this.#entry('user.created', actor, id, { role })]);
    return { id, name, username, role, mustChangePassword: true, createdAt: at };
  }

  #entry(kind: string, actor: string, userId: string, data: Record<string, string>) {
    return ledgerEntry({ kind, at: this.#now(), actor, subject: `user:${userId}`, data });
  }
}
