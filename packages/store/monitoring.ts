import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { InputHour, MonitoredHour, MonitoringRun } from '@amaan/contracts/monitoring';
import type { InferResult } from 'kysely';
import { digestBytes, digestHex } from './digest-column.ts';
import type { Database } from './open-database.ts';

/** A span of hours: from its begin, and before its end. */
export interface MonitoringPeriod {
  readonly from: Instant;
  readonly to: Instant;
  readonly system?: string;
  readonly groupId?: Identifier;
  readonly simulated?: boolean;
}

/** What AI systems reported, hour by hour, oldest first. What is not folded yet is not in it: a minute at most. */
export async function listMonitoredHours(db: Database, period: MonitoringPeriod): Promise<MonitoredHour[]> {
  let query = db
    .selectFrom('monitoring_hour')
    .select(['hour', 'system', 'site_id as siteId', 'group_id as groupId', 'simulated', 'volume'])
    .select(['latency', 'confidence', 'objects'])
    .where('hour', '>=', period.from)
    .where('hour', '<', period.to)
    .orderBy('hour');
  if (period.system !== undefined) query = query.where('system', '=', period.system);
  if (period.groupId !== undefined) query = query.where('group_id', '=', period.groupId);
  if (period.simulated !== undefined) query = query.where('simulated', '=', period.simulated);
  return query.execute();
}

/** How pictures were, hour by hour, oldest first. */
export async function listInputHours(
  db: Database,
  period: Omit<MonitoringPeriod, 'system'>,
): Promise<InputHour[]> {
  let query = db
    .selectFrom('monitoring_input_hour')
    .select(['hour', 'site_id as siteId', 'group_id as groupId', 'simulated', 'samples'])
    .select(['brightness', 'sharpness', 'resolution'])
    .where('hour', '>=', period.from)
    .where('hour', '<', period.to)
    .orderBy('hour');
  if (period.groupId !== undefined) query = query.where('group_id', '=', period.groupId);
  if (period.simulated !== undefined) query = query.where('simulated', '=', period.simulated);
  return query.execute();
}

/** A run with what it found. The results are kept of the runs that the ledger names. */
export interface NewMonitoringRun extends MonitoringRun {
  readonly results: string | null;
}

export async function insertMonitoringRun(tx: Database, run: NewMonitoringRun): Promise<void> {
  await tx
    .insertInto('monitoring_run')
    .values({
      id: run.id,
      started_at: run.startedAt,
      finished_at: run.finishedAt,
      rules: run.rules,
      checks: run.checks,
      firing: run.firing,
      not_enough_data: run.notEnoughData,
      digest: digestBytes(run.digest),
      results: run.results,
    })
    .execute();
}

/** The last evaluation, or null when there was none. */
export async function latestMonitoringRun(db: Database): Promise<MonitoringRun | null> {
  const row = await selectRuns(db).orderBy('finished_at', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? null : runOf(row);
}

/** When the last evaluation ended whose results were kept for the ledger, or null. */
export async function latestRecordedRun(db: Database): Promise<Instant | null> {
  const row = await db
    .selectFrom('monitoring_run')
    .select('finished_at')
    .where('results', 'is not', null)
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.finished_at ?? null;
}

/** Evaluations that ended in a period, newest first. */
export async function listMonitoringRuns(
  db: Database,
  {
    from,
    to,
    limit = 1000,
  }: { readonly from?: Instant | undefined; readonly to?: Instant | undefined; readonly limit?: number },
): Promise<MonitoringRun[]> {
  let query = selectRuns(db).orderBy('finished_at', 'desc').limit(limit);
  if (from !== undefined) query = query.where('finished_at', '>=', from);
  if (to !== undefined) query = query.where('finished_at', '<', to);
  return (await query.execute()).map(runOf);
}

/** What a period's evaluations come to: how many, and the longest time between two of them, in milliseconds. */
export async function summariseMonitoringRuns(
  db: Database,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<{ runs: number; checks: number; longestGapMs: number | null }> {
  const rows = await db
    .selectFrom('monitoring_run')
    .select(['finished_at as at', 'checks'])
    .where('finished_at', '>=', from)
    .where('finished_at', '<', to)
    .orderBy('finished_at')
    .execute();
  const gaps = rows.slice(1).map(({ at }, index) => Date.parse(at) - Date.parse(rows[index]!.at));
  return {
    runs: rows.length,
    checks: rows.reduce((sum, { checks }) => sum + checks, 0),
    longestGapMs: gaps.length === 0 ? null : gaps.reduce((longest, gap) => Math.max(longest, gap)),
  };
}

function selectRuns(db: Database) {
  return db
    .selectFrom('monitoring_run')
    .select(['id', 'started_at', 'finished_at', 'rules', 'checks', 'firing', 'not_enough_data', 'digest']);
}

function runOf(row: InferResult<ReturnType<typeof selectRuns>>[number]): MonitoringRun {
  return {
    id: row.id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    rules: row.rules,
    checks: row.checks,
    firing: row.firing,
    notEnoughData: row.not_enough_data,
    digest: digestHex(row.digest),
  };
}
