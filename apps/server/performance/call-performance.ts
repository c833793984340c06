import type { SiteScope } from '@amaan/contracts/api/me';
import type { ServiceTargets } from '@amaan/contracts/performance';
import type { CallPart, CallPerformance, CallQuery } from '@amaan/contracts/service/call-performance';
import { callFigures } from '@amaan/governance-monitoring/service/call-figures';
import { isBackwards, isWithoutUnit } from '@amaan/governance-monitoring/service/call-spans';
import type { Database } from '@amaan/store/open-database';
import { listServedCalls, type ServedCall } from '@amaan/store/service/service-calls';
import type { Site } from '@amaan/store/sites';
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
  const all = await listServedCalls(db, { ...query, siteIds: sites.map(({ id }) => id) });
  const timed = all.filter((call) => !isBackwards(call));
  const shiftOf = shiftFinder(Date.parse(query.from), Date.parse(query.to), settings);
  const figures = (calls: readonly ServedCall[]) => callFigures(calls, settings.calls, now);
  const bySite = Map.groupBy(timed, ({ siteId }) => siteId);
  return {
    ...{ from: query.from, to: query.to, settings, settingsVersion: version },
    calls: all.length,
    withoutUnit: timed.filter(isWithoutUnit).length,
    backwards: all.length - timed.length,
    simulated: query.simulated,
    whole: figures(timed),
    parts: sites.flatMap((site) => partsOf(site, bySite.get(site.id) ?? [], shiftOf, settings, figures)),
    kinds: namesOf(all.map(({ kind }) => kind)),
    stations: namesOf(all.map(({ station }) => station)),
  };
}

function partsOf(
  { id, name }: Site,
  calls: readonly ServedCall[],
  shiftOf: (at: number) => string | null,
  { shifts }: ServiceTargets,
  figures: (calls: readonly ServedCall[]) => CallPart['phases'],
): CallPart[] {
  const part = (own: readonly ServedCall[], station: string | null, shift: string | null): CallPart => ({
    ...{ siteId: id, siteName: name, station, shift, calls: own.length, phases: figures(own) },
  });
  const byShift = Map.groupBy(calls, ({ receivedAt }) => shiftOf(receivedAt));
  const byStation = Map.groupBy(calls, ({ station }) => station);
  return [
    part(calls, null, null),
    ...shifts.map((shift) => part(byShift.get(shift.name) ?? [], null, shift.name)),
    ...namesOf([...byStation.keys()]).map((station) => part(byStation.get(station) ?? [], station, null)),
  ];
}

function namesOf(all: readonly (string | null)[]): string[] {
  return [...new Set(all)].filter((name) => name !== null).sort((a, b) => a.localeCompare(b));
}
