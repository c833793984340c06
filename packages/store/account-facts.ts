import { Role } from '@amaan/contracts/api/me';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
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
  /** When it was last used, as far as sessions and ledger tell; null: never. */
  readonly lastSeenAt: Instant | null;
}

/** The accounts that can sign in, with the newest sign of use of each. */
export async function readAccounts(db: Database): Promise<AccountFacts[]> {
  const rows = await db
    .selectFrom('user')
    .leftJoin('session', 'session.userId', 'user.id')
    .select(['user.id', 'user.username', 'user.role', 'user.person', 'user.sites'])
    .select(['user.mustChangePassword', 'user.secondFactor', 'user.createdAt'])
    .select(({ fn }) => fn.max('session.lastSeenAt').as('sessionSeenAt'))
    // A session that ended is gone; the ledger still knows of it. One that somebody else ended shows no use.
    .select(
      sql<Instant | null>`(
        SELECT at FROM ledger_entry
        WHERE subject = 'user:' || "user".id AND (kind = 'session.opened'
          OR (kind = 'session.ended' AND strpos(entry, '"actor":"user:' || "user".id || '"') > 0))
        ORDER BY index DESC LIMIT 1
      )`.as('sessionNotedAt'),
    )
    .where('user.disabledAt', 'is', null)
    .groupBy('user.id')
    .orderBy('user.username')
    .execute();
  return rows.map(({ username, role, sessionSeenAt, sessionNotedAt, ...row }) => ({
    ...row,
    username: username ?? row.id,
    role: Role.parse(role),
    lastSeenAt:
      [sessionSeenAt, sessionNotedAt]
        .filter((at) => at !== null)
        .sort()
        .at(-1) ?? null,
  }));
}
