import { type SiteScope, SiteScope as SiteScopeSchema } from '@amaan/contracts/api/me';
import type { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Database } from './open-database.ts';

/** An account as it was from an instant on. */
export interface PastAccount {
  readonly userId: string;
  readonly since: Instant;
  readonly username: string;
  readonly name: string;
  readonly role: string;
  readonly person: string;
  readonly sites: SiteScope;
  readonly disabled: boolean;
}

/**
 * What the ledger binds of an account's state: who it is and what it may be judged by. The name is left out,
 * it decides nothing.
 */
export function accountDigest(account: Omit<PastAccount, 'name'>): Digest {
  const { userId, since, username, role, person, sites, disabled } = account;
  return digestOfJson({ userId, since, username, role, person, sites, disabled });
}

/** Where the ledger says that accounts came into a state: index of the entry by the digest of that state. */
export async function findAccountEntries(
  db: Database,
  userIds: readonly string[],
): Promise<ReadonlyMap<Digest, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['index', 'entry'])
    .where(
      'subject',
      'in',
      userIds.map((id) => `user:${id}`),
    )
    .where('kind', 'in', ['user.created', 'user.changed', 'user.disabled', 'user.enabled'])
    .orderBy('index')
    .execute();
  return new Map(
    rows.flatMap(({ index, entry }) => {
      const { accountDigest: digest } = LedgerEntry.parse(JSON.parse(entry)).data;
      return typeof digest === 'string' ? [[digest, index] as const] : [];
    }),
  );
}

/** The column `sites` of an account as a value. */
export function siteScopeOf(text: string): SiteScope {
  return SiteScopeSchema.parse(text === 'all' ? text : text.split(' ').filter(Boolean));
}

/** A value as the column `sites` of an account. */
export function siteScopeText(sites: SiteScope): string {
  return sites === 'all' ? sites : sites.join(' ');
}

/** Notes what an account is from now on. Call it in the transaction that changes the account. */
export async function recordAccount(db: Database, { userId, ...account }: PastAccount): Promise<void> {
  await db
    .insertInto('user_history')
    .values({ id: newIdentifier(), user_id: userId, ...account, sites: siteScopeText(account.sites) })
    .execute();
}

/** Every state that accounts were in before an instant, oldest first. */
export async function listAccountHistory(
  db: Database,
  before: Instant,
  username?: string,
): Promise<PastAccount[]> {
  let query = db.selectFrom('user_history').selectAll().where('since', '<', before);
  if (username !== undefined) query = query.where('username', '=', username);
  const rows = await query.orderBy('since').orderBy('id').execute();
  return rows.map(({ id: _, user_id, ...row }) => ({
    ...row,
    userId: user_id,
    sites: siteScopeOf(row.sites),
  }));
}
