import { setImmediate } from 'node:timers/promises';
import type { SiteScope } from '@amaan/contracts/api/me';
import { instantOf } from '@amaan/contracts/instant';
import type { CallQuery } from '@amaan/contracts/service/call-performance';
import type { DataQuality, QualityFlag, QualityFlagCode } from '@amaan/contracts/service/data-quality';
import { callAt } from '@amaan/governance-monitoring/service/call-spans';
import { findCoverageGaps } from '@amaan/governance-monitoring/service/quality/find-coverage-gaps';
import { judgeFeed } from '@amaan/governance-monitoring/service/quality/judge-feed';
import { judgeRecords } from '@amaan/governance-monitoring/service/quality/judge-records';
import {
  finding,
  type JudgedCall,
  type QualityFinding,
} from '@amaan/governance-monitoring/service/quality/quality-finding';
import type { Database } from '@amaan/store/open-database';
import { listCallSources, listHeardHours } from '@amaan/store/service/call-sources';
import { findCallIds, listContradicted, listWithoutBeginning } from '@amaan/store/service/service-calls';
import { type ReadCalls, readCalls } from './read-calls.ts';
import { visibleSites } from './visible-sites.ts';

/** Gravest first: what is missing, then what is wrong, then what is doubtful. */
const GRAVITY: readonly QualityFlagCode[] = [
  ...(['coverage-gap', 'feed-silent', 'without-beginning', 'clock-jump', 'clock-offset'] as const),
  ...(['negative-times', 'missing-arrivals', 'closure-batches', 'round-times'] as const),
  ...(['contradictions', 'late-reports'] as const),
];

type Where = Pick<QualityFlag, 'siteId' | 'siteName' | 'station' | 'source'>;
/** So many calls are named with a flag. */
const SHOWN = 5;
const NOWHERE: Where = { siteId: null, siteName: null, station: null, source: null };

/** What may be wrong with the records of a period. */
export async function readDataQuality(
  db: Database,
  query: CallQuery,
  scope: SiteScope,
  now: number,
): Promise<DataQuality> {
  const sites = await visibleSites(db, scope, query.siteId);
  const calls = await readCalls(db, query, sites, true);
  const until = Math.min(Date.parse(query.to), now);
  // A part of the calls has gaps of its own, which say nothing of the feed.
  const isWhole = query.station === undefined && query.kind === undefined && query.priority === undefined;
  const flags: QualityFlag[] = [];
  for (const [site, { id, name }] of sites.entries()) {
    const at = { ...NOWHERE, siteId: id, siteName: name };
    const own = placesWhere(calls.site, site);
    if (isWhole) {
      const received = Float64Array.from(own, (index) => calls.receivedAt[index]!);
      flags.push(
        ...findCoverageGaps(received, Date.parse(query.from), until).map((gap) => told(gap, at, [])),
      );
    }
    for (const [station, indexes] of Map.groupBy(own, (index) => calls.station[index]!)) {
      const where = { ...at, station: calls.stations[station]?.name ?? null };
      for (const found of judgeRecords(indexes.map((index) => judgedCall(calls, index))))
        flags.push(told(found, where, await idsOf(db, calls, found, where, query.simulated)));
      await setImmediate();
    }
  }
  const contradicted = await listContradicted(db, { ...query, siteIds: sites.map(({ id }) => id) });
  if (contradicted.length > 0)
    flags.push(
      told(
        finding('contradictions', contradicted.length, calls.length),
        NOWHERE,
        contradicted.slice(0, SHOWN),
      ),
    );
  if (isWhole && query.siteId === undefined) flags.push(...(await feedFlags(db, query, scope, until)));
  return {
    ...{ from: query.from, to: query.to, calls: calls.length, simulated: query.simulated },
    flags: flags.sort((a, b) => GRAVITY.indexOf(a.code) - GRAVITY.indexOf(b.code) || b.count - a.count),
  };
}

function placesWhere(column: Int32Array, value: number): number[] {
  const places: number[] = [];
  for (let index = 0; index < column.length; index++) if (column[index] === value) places.push(index);
  return places;
}

function judgedCall(calls: ReadCalls, index: number): JudgedCall {
  const heardAt = calls.heardAt[index]!;
  return { ...callAt(calls, index), index, heardAt: Number.isNaN(heardAt) ? null : heardAt };
}

/** Ids of the examples of a finding, to look them up where they come from. */
async function idsOf(
  db: Database,
  calls: ReadCalls,
  { examples }: QualityFinding,
  { siteId, station }: Where,
  simulated: boolean,
): Promise<string[]> {
  const clues = examples.map((index) => ({
    ...{ siteId: siteId!, station, receivedAt: instantOf(calls.receivedAt[index]!) },
  }));
  return (await findCallIds(db, simulated, clues)).filter((id) => id !== null);
}

/** Of feeds that may report of what the reader sees. */
async function feedFlags(
  db: Database,
  query: CallQuery,
  scope: SiteScope,
  until: number,
): Promise<QualityFlag[]> {
  const sources = (await listCallSources(db)).filter(
    ({ siteIds }) => scope === 'all' || siteIds?.some((id) => scope.includes(id)),
  );
  const hours = await listHeardHours(db, query);
  const flags = sources.flatMap(({ id, name, revokedAt }) => {
    const own = hours
      .filter(({ sourceId }) => sourceId === id)
      .map(({ hour, leastLagMs }) => ({ hour: Date.parse(hour), leastLagMs }));
    const end = revokedAt === null ? until : Math.min(until, Date.parse(revokedAt));
    return judgeFeed(own, end).map((found) => told(found, { ...NOWHERE, source: name }, []));
  });
  if (scope !== 'all') return flags;
  const lost = await listWithoutBeginning(db, query);
  if (lost.length > 0)
    flags.push(told(finding('without-beginning', lost.length, lost.length), NOWHERE, lost.slice(0, SHOWN)));
  return flags;
}

function told({ examples: _, ...found }: QualityFinding, where: Where, callIds: string[]): QualityFlag {
  const instant = (at: number | null) => (at === null ? null : instantOf(at));
  return { ...found, ...where, from: instant(found.from), until: instant(found.until), callIds };
}
