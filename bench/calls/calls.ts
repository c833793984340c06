import { instantOf } from '@amaan/contracts/instant';
import { CallQuery } from '@amaan/contracts/service/call-performance';
import { ControlChartQuery } from '@amaan/contracts/service/control-chart';
import { LeagueQuery } from '@amaan/contracts/service/league-table';
import { readCallPerformance } from '@amaan/server/performance/call-performance';
import { PerformanceService } from '@amaan/server/performance/performance-service';
import { readControlChart } from '@amaan/server/performance/read-control-chart';
import { readDataQuality } from '@amaan/server/performance/read-data-quality';
import { readLeagueTable } from '@amaan/server/performance/read-league-table';
import type { Database } from '@amaan/store/open-database';
import { packCallDays } from '@amaan/store/service/call-days';
import { startTestPostgres } from '@amaan/store/test-postgres';
import { sql } from 'kysely';
import type { Benchmark } from '../figure.ts';
import { percentile } from '../percentile.ts';
import { fillProvince } from './province-of-calls.ts';

const DAY_MS = 24 * 60 * 60_000;
const FROM = Date.UTC(2026, 7, 29);
const DAYS = 90;
const PER_DAY = 60_000;
const MONTH = 30;
const ROUNDS = 3;

/**
 * Figures of a month at 60,000 calls a day, out of 5.4 million: by 36 sites, their shifts and 720 stations. The floor is one SQL
 * statement that has the exact median and 90th percentile of the four phases by site alone, from the calls themselves.
 */
export const benchCalls: Benchmark = async function* () {
  await using postgres = await startTestPostgres();
  const { db } = postgres;
  await fillProvince(db, FROM, DAYS, PER_DAY);
  const common = { benchmark: 'calls', unit: 'ms' } as const;
  yield {
    ...common,
    name: `packing ${DAYS} days, one of all sites`,
    value: (await timed(() => pack(db))) / DAYS,
  };
  await sql`VACUUM ANALYZE call_day`.execute(db);

  const to = FROM + DAYS * DAY_MS;
  const period = { from: instantOf(to - MONTH * DAY_MS), to: instantOf(to), simulated: 'false' };
  const now = () => to + DAY_MS;
  const context = await new PerformanceService({ db, now }).context();
  const floor = await medianOf(() => percentilesBySite(db, period.from, period.to));
  const figures = await medianOf(() => readCallPerformance(db, CallQuery.parse(period), 'all', context));
  yield {
    ...{
      ...common,
      name: 'figures of a month (1.8 million calls)',
      value: figures,
      floor,
      ratio: figures / floor,
    },
    ...{ aim: '≤ 1000', met: figures <= 1000 },
  };
  const chart = () => readControlChart(db, ControlChartQuery.parse(period), 'all', context);
  yield { ...common, name: 'a control chart of a month by day', value: await medianOf(chart) };
  const league = () => readLeagueTable(db, LeagueQuery.parse({ ...period, by: 'station' }), 'all', context);
  yield { ...common, name: 'a ranking of 720 stations', value: await medianOf(league) };
  const quality = () => readDataQuality(db, CallQuery.parse(period), 'all', now());
  yield { ...common, name: 'what may be wrong with its records', value: await medianOf(quality) };

  await sql`INSERT INTO call_day_change SELECT site_id, day, simulated FROM call_day
    WHERE day >= ${instantOf(to - DAY_MS)}::date`.execute(db);
  const live = await medianOf(() => readCallPerformance(db, CallQuery.parse(period), 'all', context));
  yield { ...common, name: 'figures while the last day still changes', value: live };
};

async function pack(db: Database): Promise<void> {
  while (await packCallDays(db));
}

async function percentilesBySite(db: Database, from: string, to: string): Promise<void> {
  const phase = (later: string, earlier: string) => sql`percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP
    (ORDER BY date_part('epoch', ${sql.ref(later)} - ${sql.ref(earlier)}))`;
  await sql`
    SELECT site_id, ${phase('dispatched_at', 'received_at')}, ${phase('arrived_at', 'dispatched_at')},
      ${phase('arrived_at', 'received_at')}, ${phase('closed_at', 'received_at')}
    FROM service_call WHERE received_at >= ${from} AND received_at < ${to} AND NOT simulated GROUP BY site_id`.execute(
    db,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Median of a few rounds. */
async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round++) all.push(await timed(work));
  return percentile(all, 0.5);
}
