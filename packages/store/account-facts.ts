import { Role } from '@amaan/contracts/api/me';
import type { Instant } from '@amaan/contracts/instant';
import type { Database } from './open-database.ts';

/** What the office may know of an account: no name of a citizen, no secret, no address. */
export interface AccountFacts {
  readonly id: string;
  readonly username: string;
  readonly role: Role;
  /** The human behind it. */
  readonly person: string;
  readonly sites: string;
  readonly mustChangePassword: boolean;
  readonly secondFactor: boolean;
  readonly createdAt: Instant;
  /** When a session of it was last seen; null: none is kept. */
  readonly lastSeenAt: Instant | null;
}

/** The accounts that can sign in, with the newest sign of use of each. */
export async function readAccounts(db: Database): Promise<AccountFacts[]> {
  const rows = await db
    .selectFrom('user')
    .leftJoin('session', 'session.userId', 'user.id')
    .select(['user.id', 'user.username', 'user.role', 'user.person', 'user.sites'])
    .select(['user.mustChangePassword', 'user.secondFactor', 'user.createdAt'])
    .select(({ fn }) => fn.max('session.lastSeenAt').as('lastSeenAt'))
    .where('user.disabledAt', 'is', null)
    .groupBy('user.id')
    .orderBy('user.username')
    .execute();
  return rows.map(({ username, role, ...row }) => ({
    ...row,
    username: username ?? row.id,
    role: Role.parse(role),
  }));
}
