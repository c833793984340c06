import type { LocalText } from '@amaan/contracts/ai-system';
import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { ContestReason, ContestState } from '@amaan/contracts/violations/contest';
import { type Selectable, sql } from 'kysely';
import { cursorAfter, readCursor } from '../alert-filter.ts';
import type { Database } from '../open-database.ts';
import type { ContestTables } from '../tables/contest-tables.ts';
import { withinSites } from '../within-sites.ts';

/** What a citizen said against a challan, and what became of it. */
export interface StoredContest {
  readonly id: Identifier;
  readonly challanId: Identifier;
  readonly caseId: Identifier;
  readonly siteId: Identifier;
  readonly state: ContestState;
  readonly reasons: ContestReason[];
  readonly text: string;
  readonly openedAt: Instant;
  readonly decideBy: Instant;
  readonly endedAt: Instant | null;
  /** Null: nobody decided. */
  readonly decision: { readonly explanation: LocalText; readonly byName: string } | null;
}

/** Puts down a contest that waits for a decision. */
export async function insertContest(
  tx: Database,
  contest: Omit<StoredContest, 'state' | 'endedAt' | 'decision'>,
): Promise<void> {
  await tx
    .insertInto('contest')
    .values({
      id: contest.id,
      challan_id: contest.challanId,
      case_id: contest.caseId,
      site_id: contest.siteId,
      state: 'open',
      reasons: contest.reasons,
      text: contest.text,
      opened_at: contest.openedAt,
      decide_by: contest.decideBy,
    })
    .execute();
}

/** The contest of a challan, or null: a challan is contested once. */
export async function contestOfChallan(db: Database, challanId: Identifier): Promise<StoredContest | null> {
  const row = await db
    .selectFrom('contest')
    .selectAll()
    .where('challan_id', '=', challanId)
    .executeTakeFirst();
  return row === undefined ? null : contestOf(row);
}

/** A contest within somebody's sites, or null. */
export async function getContest(
  db: Database,
  id: Identifier,
  sites: SiteScope,
): Promise<StoredContest | null> {
  const row = await db
    .selectFrom('contest')
    .selectAll()
    .where('id', '=', id)
    .where(withinSites('contest.site_id', sites))
    .executeTakeFirst();
  return row === undefined ? null : contestOf(row);
}

/** A contest that nobody else changes until the transaction ends, or null. */
export async function lockContest(tx: Database, id: Identifier): Promise<StoredContest | null> {
  const row = await tx.selectFrom('contest').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? null : contestOf(row);
}

/** Ends a contest that is open. @param decision left out: no person decided it */
export async function endContest(
  tx: Database,
  id: Identifier,
  end: {
    readonly state: Exclude<ContestState, 'open'>;
    readonly at: Instant;
    readonly decision?: {
      readonly explanation: LocalText;
      readonly userId: string;
      readonly name: string;
      /** Spelt as four eyes compare people. */
      readonly person: string;
    };
  },
): Promise<void> {
  const { state, at, decision } = end;
  await tx
    .updateTable('contest')
    .set({ state, ended_at: at })
    .$if(decision !== undefined, (update) =>
      update.set({
        explanation: JSON.stringify(decision!.explanation),
        decided_user: decision!.userId,
        decided_by_name: decision!.name,
        decided_person: decision!.person,
      }),
    )
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute();
}

export interface ContestPageRequest {
  readonly state: ContestState;
  readonly sites: SiteScope;
  readonly siteId?: Identifier;
  readonly limit: number;
  /** `nextCursor` of the page before. */
  readonly after?: string;
}

/**
 * Contests of a state: open ones by their deadline, the nearest first; ended ones newest first.
 * @throws CursorError `CURSOR_INVALID`
 */
export async function listContests(
  db: Database,
  { state, sites, siteId, limit, after }: ContestPageRequest,
): Promise<{ readonly contests: StoredContest[]; readonly nextCursor: string | null }> {
  const isOpen = state === 'open';
  const time = isOpen ? 'decide_by' : 'ended_at';
  const direction = isOpen ? 'asc' : 'desc';
  let query = db
    .selectFrom('contest')
    .selectAll()
    .where('state', '=', state)
    .where(withinSites('contest.site_id', sites));
  if (siteId !== undefined) query = query.where('site_id', '=', siteId);
  if (after !== undefined) {
    const place = readCursor(after);
    const beyond = sql.raw(isOpen ? '>' : '<');
    query = query.where(
      sql<boolean>`(${sql.ref(time)}, id) ${beyond} (${place.raisedAt}::timestamptz, ${place.id}::uuid)`,
    );
  }
  const rows = await query
    .orderBy(time, direction)
    .orderBy('id', direction)
    .limit(limit + 1)
    .execute();
  const contests = rows.slice(0, limit).map(contestOf);
  const last = contests.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  const nextCursor = isMore ? cursorAfter(isOpen ? last.decideBy : last.endedAt!, last.id) : null;
  return { contests, nextCursor };
}

/** Open contests whose time to decide is over, the oldest first. */
export async function listOverdueContests(db: Database, now: Instant, limit: number): Promise<Identifier[]> {
  const rows = await db
    .selectFrom('contest')
    .select('id')
    .where('state', '=', 'open')
    .where('decide_by', '<', now)
    .orderBy('decide_by')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Open contests whose challan is contested no more: it fell away for another cause. */
export async function listOvertakenContests(db: Database, limit: number): Promise<Identifier[]> {
  const rows = await db
    .selectFrom('contest')
    .innerJoin('challan', 'challan.id', 'contest.challan_id')
    .select('contest.id')
    .where('contest.state', '=', 'open')
    .where('challan.state', '<>', 'contested')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

function contestOf(row: Selectable<ContestTables['contest']>): StoredContest {
  const { explanation, decided_by_name: byName } = row;
  return {
    id: row.id,
    challanId: row.challan_id,
    caseId: row.case_id,
    siteId: row.site_id,
    state: row.state,
    reasons: row.reasons,
    text: row.text,
    openedAt: row.opened_at,
    decideBy: row.decide_by,
    endedAt: row.ended_at,
    decision: explanation === null || byName === null ? null : { explanation, byName },
  };
}
