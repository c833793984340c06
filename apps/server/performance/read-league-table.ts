import type { SiteScope } from '@amaan/contracts/api/me';
import type { Figure } from '@amaan/contracts/monitoring';
import type { LeagueQuery, LeagueRow, LeagueTable } from '@amaan/contracts/service/league-table';
import { share } from '@amaan/governance-monitoring/derive-figures';
import {
  rankIntervals,
  simultaneousZ,
  togetherSets,
} from '@amaan/governance-monitoring/service/league/rank-intervals';
import { quantileOfValues } from '@amaan/governance-monitoring/service/quantile-of-values';
import { FEWEST_ALERTS as FEWEST } from '@amaan/governance-monitoring/service-figures';
import type { Database } from '@amaan/store/open-database';
import type { PerformanceContext } from './call-performance.ts';
import { listTimedItems, type TimedItem } from './timed-items.ts';

type Known = Extract<Figure, { state: 'known' }>;

/**
 * Cities or stations in the order of a figure, with the ranks that the data leave open. There is no table of persons, and none
 * without intervals. @throws as `listTimedItems`
 */
export async function readLeagueTable(
  db: Database,
  query: LeagueQuery,
  scope: SiteScope,
  context: PerformanceContext,
): Promise<LeagueTable> {
  const { items, sites } = await listTimedItems(db, query, scope, context);
  const groups = groupsOf(items, query.by);
  const enough = groups.filter(({ items: own }) => countOf(own, query) >= FEWEST).length;
  const z = simultaneousZ(enough);
  const rows = groups.map(({ siteId, station, items: own }) => ({
    ...{ siteId, station, siteName: sites.find(({ id }) => id === siteId)?.name ?? '' },
    figure: figureOf(own, query, z),
  }));
  const smallIsGood = query.figure === 'median';
  const known = rows
    .filter((row): row is typeof row & { figure: Known } => row.figure.state === 'known')
    .sort((a, b) => (smallIsGood ? 1 : -1) * (a.figure.value - b.figure.value));
  const ranks = rankIntervals(
    known.map(({ figure }) => figure),
    smallIsGood,
  );
  const { from, to, of, figure, phase, simulated } = query;
  return {
    ...{ from, to, of, figure, phase, simulated },
    rows: [
      ...known.map(
        (row, index): LeagueRow => ({
          ...{ ...row, bestRank: ranks[index]!.best, worstRank: ranks[index]!.worst },
        }),
      ),
      ...rows
        .filter((row) => row.figure.state !== 'known')
        .map((row): LeagueRow => ({ ...row, bestRank: null, worstRank: null })),
    ],
    together: togetherSets(known.map((row) => row.figure)),
  };
}

function groupsOf(items: readonly TimedItem[], by: LeagueQuery['by']) {
  const groups = new Map<string, { siteId: string; station: string | null; items: TimedItem[] }>();
  for (const item of items) {
    // Calls that name no station belong to no row of stations.
    if (by === 'station' && item.station === null) continue;
    const station = by === 'station' ? item.station : null;
    const key = `${item.siteId} ${station ?? ''}`;
    const group = groups.get(key) ?? { siteId: item.siteId, station, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function countOf(items: readonly TimedItem[], { figure }: Pick<LeagueQuery, 'figure'>): number {
  return items.filter(({ seconds, inTime }) => (figure === 'median' ? seconds : inTime) !== null).length;
}

function figureOf(items: readonly TimedItem[], { figure }: LeagueQuery, z: number): Figure {
  if (figure === 'within-target') {
    const judged = items.filter(({ inTime }) => inTime !== null);
    return share(judged.filter(({ inTime }) => inTime).length, judged.length, FEWEST, z);
  }
  const seconds = Float64Array.from(items.flatMap((item) => item.seconds ?? [])).sort();
  return quantileOfValues(seconds, 0.5, FEWEST, z);
}
