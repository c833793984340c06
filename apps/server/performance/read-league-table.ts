import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Figure } from '@amaan/contracts/monitoring';
import type { LeagueQuery, LeagueRow, LeagueTable } from '@amaan/contracts/service/league-table';
import { share } from '@amaan/governance-monitoring/derive-figures';
import type { CallGroups } from '@amaan/governance-monitoring/service/call-columns';
import {
  rankIntervals,
  simultaneousZ,
  togetherSets,
} from '@amaan/governance-monitoring/service/league/rank-intervals';
import { quantileOfRanked, quantileRanks } from '@amaan/governance-monitoring/service/quantile-of-values';
import { binValues, selectRanks } from '@amaan/governance-monitoring/service/select-ranks';
import { FEWEST_ALERTS as FEWEST } from '@amaan/governance-monitoring/service-figures';
import type { Database } from '@amaan/store/open-database';
import type { PerformanceContext } from './call-performance.ts';
import { type GroupedItems, groupItems } from './grouped-items.ts';
import { listTimedItems, type TimedItems } from './timed-items.ts';

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
  const items = await listTimedItems(db, query, scope, context);
  const { names, groups } = namedGroups(items, query.by);
  const counts = groupItems(items, groups);
  const z = simultaneousZ(counts.filter((own) => countOf(own, query) >= FEWEST).length);
  const figures = query.figure === 'median' ? mediansOf(items, groups, z) : sharesOf(counts, z);
  const rows = names
    .map(({ siteId, station }, index) => ({
      ...{ siteId, station, siteName: items.sites.find(({ id }) => id === siteId)?.name ?? '' },
      figure: figures[index]!,
    }))
    // Of what nothing is known there is no row.
    .filter((_, index) => counts[index]!.count > 0);
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

/** Sites or stations. Calls that name no station belong to no row of stations. */
function namedGroups(
  items: TimedItems,
  by: LeagueQuery['by'],
): { names: { siteId: Identifier; station: string | null }[]; groups: CallGroups } {
  const names =
    by === 'station'
      ? items.stations.map(({ siteId, name }) => ({ siteId, station: name }))
      : items.sites.map(({ id }) => ({ siteId: id, station: null }));
  return { names, groups: { of: by === 'station' ? items.station : items.site, count: names.length } };
}

function countOf({ reached, judged }: GroupedItems, { figure }: Pick<LeagueQuery, 'figure'>): number {
  return figure === 'median' ? reached : judged;
}

function mediansOf({ seconds }: TimedItems, groups: CallGroups, z: number): Figure[] {
  const ranked = selectRanks(binValues(seconds), groups, (count) =>
    Object.values(quantileRanks(count, 0.5, z)),
  );
  return ranked.map((group) => quantileOfRanked(group, 0.5, FEWEST, z));
}

function sharesOf(counts: readonly GroupedItems[], z: number): Figure[] {
  return counts.map(({ within, judged }) => share(within, judged, FEWEST, z));
}
