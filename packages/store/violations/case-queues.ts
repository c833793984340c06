import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { ViolationCaseQuery } from '@amaan/contracts/violations/api-violation-cases';
import type { ViolationCaseState } from '@amaan/contracts/violations/violation-case';
import { sql } from 'kysely';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';
import { caseOf, type StoredViolationCase, selectCases } from './violation-cases.ts';

const OPEN: readonly ViolationCaseState[] = ['for-review', 'second-look', 'held'];

type Filter = Omit<ViolationCaseQuery, 'cursor' | 'unanswered'> & {
  readonly sites: SiteScope;
  /** Only cases that this human has not answered; null: whoever did. */
  readonly unansweredBy: string | null;
  /** Continue beyond this case. */
  readonly after: { readonly at: Instant; readonly id: Identifier } | null;
};

/** A page of cases: open ones oldest first, decided ones newest first. */
export async function pageViolationCases(db: Database, filter: Filter): Promise<StoredViolationCase[]> {
  const isOpen = OPEN.includes(filter.state);
  const time = isOpen ? ('violation_case.opened_at' as const) : ('violation_case.decided_at' as const);
  const order = isOpen ? 'asc' : 'desc';
  let query = selectCases(db)
    .where('violation_case.state', '=', filter.state)
    .where(matches(filter))
    .orderBy(time, order)
    .orderBy('violation_case.id', order)
    .limit(filter.limit);
  if (filter.after !== null)
    query = query.where(
      sql<boolean>`(${sql.ref(time)}, violation_case.id) ${sql.raw(isOpen ? '>' : '<')}
        (${filter.after.at}::timestamptz, ${filter.after.id}::uuid)`,
    );
  return (await query.execute()).map(caseOf);
}

/** How many cases fit, by state. */
export async function countViolationCases(
  db: Database,
  filter: Omit<Filter, 'state' | 'after' | 'limit'>,
): Promise<Map<ViolationCaseState, number>> {
  const rows = await db
    .selectFrom('violation_case')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where(matches(filter))
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, count]));
}

function matches({
  sites,
  unansweredBy,
  siteId,
  cameraId,
  kind,
  hold,
  from,
  to,
}: Omit<Filter, 'state' | 'after' | 'limit'>) {
  const held = JSON.stringify([{ reason: hold }]);
  const unanswered =
    unansweredBy === null
      ? sql`true`
      : sql`NOT EXISTS (SELECT 1 FROM violation_decision
          WHERE violation_decision.case_id = violation_case.id AND violation_decision.person = ${unansweredBy})`;
  return sql<boolean>`(${withinSites('violation_case.site_id', sites)}
    AND ${unanswered}
    AND ${siteId === undefined ? sql`true` : sql`violation_case.site_id = ${siteId}`}
    AND ${cameraId === undefined ? sql`true` : sql`violation_case.camera_id = ${cameraId}`}
    AND ${kind === undefined ? sql`true` : sql`violation_case.kind = ${kind}`}
    AND ${hold === undefined ? sql`true` : sql`violation_case.holds @> ${held}::jsonb`}
    AND ${from === undefined ? sql`true` : sql`violation_case.occurred_at >= ${from}::timestamptz`}
    AND ${to === undefined ? sql`true` : sql`violation_case.occurred_at < ${to}::timestamptz`})`;
}
