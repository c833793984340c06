import type { PasswordChange } from '@amaan/contracts/api/me';
import type {
  CreatedUserAccount,
  UserAccount,
  UserAccountChange,
  UserAccountInput,
} from '@amaan/contracts/api/user-account';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Database } from '@amaan/store/open-database';
import { listSites } from '@amaan/store/sites';
import {
  insertUserAccount,
  listUserAccounts,
  lockUserAccounts,
  setUserPassword,
  updateUserAccount,
} from '@amaan/store/user-accounts';
import { findCredentials } from '@amaan/store/user-credentials';
import { accountDigest } from '@amaan/store/user-history';
import { ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { Principal } from './decide.ts';
import { hashPassword, newOneTimePassword, verifyPassword } from './passwords.ts';

export interface UserServiceOptions {
  readonly db: Database;
  readonly now: () => number;
}

type NewUser = Pick<UserAccountInput, 'name' | 'username' | 'role'> & Partial<UserAccountInput>;

/** The people who may sign in. Every change is recorded in the ledger with it. */
export class UserService {
  readonly #db: Database;
  readonly #now: () => number;

  constructor({ db, now }: UserServiceOptions) {
    this.#db = db;
    this.#now = now;
  }

  list(): Promise<UserAccount[]> {
    return listUserAccounts(this.#db);
  }

  /**
   * Creates a user with a random one-time password, which is kept nowhere else.
   * @param actor who does it, as the ledger names it
   * @throws ConflictError `USERNAME_TAKEN`; HttpError 422 `SITE_UNKNOWN`
   */
  async create(input: NewUser, actor: string): Promise<CreatedUserAccount> {
    const oneTimePassword = newOneTimePassword();
    const user = await this.add({ ...input, id: newIdentifier() }, oneTimePassword, true, actor);
    return { user, oneTimePassword };
  }

  /**
   * Adds an account with a password that is given.
   * @param mustChangePassword whether it opens nothing but its change
   * @throws ConflictError `USERNAME_TAKEN`; HttpError 422 `SITE_UNKNOWN`
   */
  async add(
    { id, name, username, role, person = username, sites = 'all' }: NewUser & { readonly id: string },
    password: string,
    mustChangePassword: boolean,
    actor: string,
  ): Promise<UserAccount> {
    const passwordHash = await hashPassword(password);
    const createdAt = instantOf(this.#now());
    await this.#assertSites(sites);
    return changeInLedger(this.#db, async (tx) => {
      const account = {
        id,
        name,
        username,
        role,
        person,
        sites,
        passwordHash,
        mustChangePassword,
        createdAt,
      };
      if (!(await insertUserAccount(tx, account)))
        throw new ConflictError(
          'USERNAME_TAKEN',
          'Somebody has this user name already; nothing was changed.',
        );
      const bound = { userId: id, since: createdAt, username, role, person, sites, disabled: false };
      const entries = [
        this.#entry('user.created', actor, id, { role, sites, accountDigest: accountDigest(bound) }),
      ];
      return { result: await this.#get(tx, id), entries };
    });
  }

  /**
   * Changes an account and ends its sessions, so that nobody goes on with what they may no longer do.
   * @throws NotFoundError `USER_NOT_FOUND`; ConflictError `OWN_ACCOUNT`, `LAST_ADMINISTRATOR`; HttpError 422
   * `SITE_UNKNOWN`
   */
  async change(id: string, input: UserAccountChange, by: Principal): Promise<UserAccount> {
    const { name, role, person, sites, disabled } = input;
    const at = this.#now();
    if (sites !== undefined) await this.#assertSites(sites);
    return changeInLedger(this.#db, async (tx) => {
      await lockUserAccounts(tx);
      const before = await this.#get(tx, id);
      const changesStanding = [role, person, sites, disabled].some((value) => value !== undefined);
      if (id === by.id && changesStanding)
        throw new ConflictError(
          'OWN_ACCOUNT',
          'Nobody changes the role, the sites or the state of their own account; ask another administrator.',
        );
      const leaves = disabled === true || (role !== undefined && role !== 'administrator');
      if (leaves) await this.#assertNotLastAdministrator(tx, before);
      const ended = await updateUserAccount(
        tx,
        id,
        {
          ...(name !== undefined && { name }),
          ...(role !== undefined && { role }),
          ...(person !== undefined && { person }),
          ...(sites !== undefined && { sites }),
          ...(disabled !== undefined && {
            disabledAt: disabled ? (before.disabledAt ?? instantOf(at)) : null,
          }),
        },
        instantOf(at),
      );
      const after = await this.#get(tx, id);
      const data = {
        changed: Object.keys(input).sort(),
        role: after.role,
        sites: after.sites,
        accountDigest: accountDigest({
          ...after,
          userId: id,
          since: instantOf(at),
          disabled: after.disabledAt !== null,
        }),
      };
      const kind = disabled === undefined ? 'user.changed' : disabled ? 'user.disabled' : 'user.enabled';
      const actor = `user:${by.id}`;
      return {
        result: after,
        entries: [this.#entry(kind, actor, id, data), ...this.#ended(ended, actor, id, kind)],
      };
    });
  }

  /**
   * Gives an account a new one-time password and ends its sessions.
   * @throws NotFoundError `USER_NOT_FOUND`; ConflictError `OWN_ACCOUNT`
   */
  async resetPassword(id: string, by: Principal): Promise<CreatedUserAccount> {
    if (id === by.id)
      throw new ConflictError('OWN_ACCOUNT', 'Change your own password on your account page.');
    await this.#get(this.#db, id);
    const oneTimePassword = newOneTimePassword();
    await this.setPassword(id, oneTimePassword, true, 'user.password-reset', `user:${by.id}`);
    return { user: await this.#get(this.#db, id), oneTimePassword };
  }

  /**
   * Makes the first administrator when there is none yet. Until that person has signed in and chosen a
   * password, every call makes a new one-time password, so that a lost one locks nobody out.
   * @returns null when an administrator has an account of their own
   */
  async prepareFirstAdministrator(): Promise<CreatedUserAccount | null> {
    const administrators = (await this.list()).filter(({ role }) => role === 'administrator');
    const [first] = administrators;
    if (first === undefined)
      return this.create(
        { username: 'admin', name: 'Administrator', role: 'administrator' },
        'system:server',
      );
    if (administrators.length > 1 || !first.mustChangePassword) return null;
    const oneTimePassword = newOneTimePassword();
    await this.setPassword(first.id, oneTimePassword, true, 'user.password-reset', 'system:server');
    return { user: first, oneTimePassword };
  }

  /**
   * Changes a person's own password and ends all their sessions.
   * @throws HttpError 403 `PASSWORD_WRONG`, 422 `PASSWORD_UNCHANGED`
   */
  async changePassword(person: Principal, change: PasswordChange): Promise<void> {
    if (change.newPassword === change.currentPassword)
      throw new HttpError(422, 'PASSWORD_UNCHANGED', 'The new password must differ from the present one.');
    if (!(await this.hasPassword(person.id, change.currentPassword)))
      throw new HttpError(403, 'PASSWORD_WRONG', 'The present password is wrong.');
    await this.setPassword(
      person.id,
      change.newPassword,
      false,
      'user.password-changed',
      `user:${person.id}`,
    );
  }

  /** Whether a password is the one of an account. */
  async hasPassword(id: string, password: string): Promise<boolean> {
    const hash = (await findCredentials(this.#db, { id }))?.passwordHash ?? null;
    return hash !== null && verifyPassword(hash, password);
  }

  /** Sets a password and ends every session that was opened with the one before. */
  async setPassword(
    userId: string,
    password: string,
    mustChange: boolean,
    kind: string,
    actor: string,
  ): Promise<void> {
    const passwordHash = await hashPassword(password);
    await changeInLedger(this.#db, async (tx) => {
      const ended = await setUserPassword(tx, userId, passwordHash, mustChange, instantOf(this.#now()));
      const entries = [this.#entry(kind, actor, userId, {}), ...this.#ended(ended, actor, userId, kind)];
      return { result: null, entries };
    });
  }

  async #get(db: Database, id: string): Promise<UserAccount> {
    const account = (await listUserAccounts(db)).find((candidate) => candidate.id === id);
    if (account === undefined) throw new NotFoundError('user');
    return account;
  }

  async #assertSites(sites: UserAccount['sites']): Promise<void> {
    if (sites === 'all') return;
    const known = new Set((await listSites(this.#db)).map(({ id }) => id));
    if (sites.every((id) => known.has(id))) return;
    throw new HttpError(422, 'SITE_UNKNOWN', 'One of these sites does not exist; nothing was changed.');
  }

  async #assertNotLastAdministrator(db: Database, account: UserAccount): Promise<void> {
    const others = (await listUserAccounts(db)).filter(
      ({ id, role, disabledAt }) => id !== account.id && role === 'administrator' && disabledAt === null,
    );
    if (account.role !== 'administrator' || others.length > 0) return;
    throw new ConflictError(
      'LAST_ADMINISTRATOR',
      'This is the last administrator; nothing was changed. Make another one first.',
    );
  }

  /** The end of each session that a change of its account ended. */
  #ended(sessions: readonly string[], actor: string, userId: string, because: string): LedgerEntry[] {
    const reason = because.replace('.', '-');
    return sessions.map((session) => this.#entry('session.ended', actor, userId, { session, reason }));
  }

  #entry(kind: string, actor: string, userId: string, data: LedgerEntry['data']): LedgerEntry {
    return ledgerEntry({ kind, at: this.#now(), actor, subject: `user:${userId}`, data });
  }
}
