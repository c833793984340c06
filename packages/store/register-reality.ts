import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Database } from './open-database.ts';

/** Workers that were heard of since a moment, with the digests of the models that they loaded. */
export async function listWorkersSince(
  db: Database,
  since: Instant,
): Promise<{ id: Identifier; models: Record<string, string> }[]> {
  return db
    .selectFrom('worker')
    .select(['id', 'models'])
    .where('last_seen_at', '>=', since)
    .orderBy('id')
    .execute();
}

/** What was refused since a moment, counted by the system that it named and the code of the refusal. */
export async function countDenialsSince(
  db: Database,
  since: Instant,
): Promise<{ system: string; code: string; count: number }[]> {
  return db
    .selectFrom('denial')
    .select(['system', 'code'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('at', '>=', since)
    .groupBy(['system', 'code'])
    .orderBy('system')
    .execute();
}

/** Open incidents and unsettled risks, counted by system. */
export async function countOpenRecords(
  db: Database,
): Promise<{ system: string; kind: 'incident' | 'risk'; count: number }[]> {
  const rows = await db
    .selectFrom('governance_record')
    .select(['system_id', 'kind'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('closed_at', 'is', null)
    .where('system_id', 'is not', null)
    .where((where) =>
      where.or([
        where('kind', '=', 'incident'),
        // A risk is an open item until its treatment is accepted.
        where.and([where('kind', '=', 'risk'), where('status', 'not in', ['accepted', 'closed'])]),
      ]),
    )
    .groupBy(['system_id', 'kind'])
    .execute();
  return rows.map(({ system_id, kind, count }) => ({
    system: system_id ?? '',
    kind: kind as 'incident' | 'risk',
    count: Number(count),
  }));
}
