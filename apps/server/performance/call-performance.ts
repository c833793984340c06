import { setImmediate } from 'node:timers/promises';
import type { SiteScope } from '@amaan/contracts/api/me';
import type { ServiceTargets } from '@amaan/contracts/performance';
import type {
  CallPart,
  CallPerformance,
  CallPhaseFigures,
  CallQuery,
} from '@amaan/contracts/service/call-performance';
import { CALL_PHASES } from '@amaan/contracts/service/call-phases';
import type { CallGroups } from '@amaan/governance-monitoring/service/call-columns';
import { callFigures } from '@amaan/governance-monitoring/service/call-figures';
import { isBackwardsAt, isWithoutUnitAt } from '@amaan/governance-monitoring/service/call-spans';
import type { Database } from '@amaan/store/open-database';
import type { Site } from '@amaan/store/sites';
import { type ReadCalls, readCalls } from './read-calls.ts';
import { shiftFinder } from './service-slots.ts';
import { visibleSites } from './visible-sites.ts';

/** What holds for every figure: the targets in force, and the time. */
export interface PerformanceContext {
  readonly settings: ServiceTargets;
  readonly version: number;
  readonly now: number;
}

/** How the calls of a period were served: as a whole, and by site, shift and station. */
export async function readCallPerformance(
  db: Database,
  query: CallQuery,
  scope: SiteScope,
  { settings, version, now }: PerformanceContext,
): Promise<CallPerformance> {
  const sites = await visibleSites(db, scope, query.siteId);
  const calls = await readCalls(db, query, sites);
  const { groups, withoutUnit, backwards } = groupCalls(calls, sites, query, settings);
  const phases: CallPhaseFigures[][][] = [];
  for (const phase of CALL_PHASES) {
    phases.push(callFigures(calls, groups, { phase, target: settings.calls[phase], now }));
    await setImmediate();
  }
  const figures = (grouping: number, group: number) => phases.map((one) => one[grouping]![group]!);
  const counts = groups.map(sizesOf);
  const part = (
    site: Site,
    [grouping, group]: readonly [number, number],
    station: string | null,
    shift: string | null,
  ): CallPart => ({
    ...{ siteId: site.id, siteName: site.name, station, shift },
    calls: counts[grouping]![group]!,
    phases: figures(grouping, group),
  });
  const shifts = settings.shifts.length;
  return {
    ...{ from: query.from, to: query.to, settings, settingsVersion: version },
    ...{ calls: calls.length, withoutUnit, backwards, simulated: query.simulated },
    whole: figures(0, 0),
    parts: sites.flatMap((site, index) => [
      part(site, [1, index], null, null),
      ...settings.shifts.map(({ name }, shift) => part(site, [2, index * shifts + shift], null, name)),
      ...calls.stations
        .map(({ siteId, name }, station) => ({ siteId, name, station }))
        // Calls whose times run backwards count in no part, and a station of such alone has none.
        .filter(({ siteId, station }) => siteId === site.id && counts[3]![station]! > 0)
        .sort((a, b) => a.name.localeCompare(b.name))
        .map(({ name, station }) => part(site, [3, station], name, null)),
    ]),
    kinds: [...calls.kinds],
    stations: stationNames(calls),
  };
}

/** All calls, calls by site, by site and shift, and by station: the figures of a part are those of its group. */
function groupCalls(
  calls: ReadCalls,
  sites: readonly Site[],
  query: Pick<CallQuery, 'from' | 'to'>,
  settings: ServiceTargets,
): { groups: CallGroups[]; withoutUnit: number; backwards: number } {
  const shiftOf = shiftFinder(Date.parse(query.from), Date.parse(query.to), settings);
  const shifts = new Map(settings.shifts.map(({ name }, index) => [name, index]));
  const group = () => new Int32Array(calls.length).fill(-1);
  const [whole, bySite, byShift, byStation] = [group(), group(), group(), group()];
  let [withoutUnit, backwards] = [0, 0];
  for (let index = 0; index < calls.length; index++) {
    if (isBackwardsAt(calls, index)) {
      backwards += 1;
      continue;
    }
    if (isWithoutUnitAt(calls, index)) withoutUnit += 1;
    const site = calls.site[index]!;
    const shift = shifts.get(shiftOf(calls.receivedAt[index]!) ?? '');
    whole[index] = 0;
    bySite[index] = site;
    if (shift !== undefined) byShift[index] = site * shifts.size + shift;
    byStation[index] = calls.station[index]!;
  }
  return {
    ...{ withoutUnit, backwards },
    groups: [
      { of: whole, count: 1 },
      { of: bySite, count: sites.length },
      { of: byShift, count: sites.length * shifts.size },
      { of: byStation, count: calls.stations.length },
    ],
  };
}

function sizesOf({ of, count }: CallGroups): Uint32Array {
  const sizes = new Uint32Array(count);
  for (let index = 0; index < of.length; index++) if (of[index]! >= 0) sizes[of[index]!]! += 1;
  return sizes;
}

function stationNames({ station, stations }: ReadCalls): string[] {
  const sizes = sizesOf({ of: station, count: stations.length });
  const names = new Set(stations.filter((_, index) => sizes[index]! > 0).map(({ name }) => name));
  return [...names].sort((a, b) => a.localeCompare(b));
}
