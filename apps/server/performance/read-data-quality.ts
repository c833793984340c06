import type { SiteScope } from '@amaan/contracts/api/me';
import { instantOf } from '@amaan/contracts/instant';
import type { CallQuery } from '@amaan/contracts/service/call-performance';
import type { DataQuality, QualityFlag, QualityFlagCode } from '@amaan/contracts/service/data-quality';
import { findCoverageGaps } from '@amaan/governance-monitoring/service/quality/find-coverage-gaps';
import { judgeFeed } from '@amaan/governance-monitoring/service/quality/judge-feed';
import { judgeRecords } from '@amaan/governance-monitoring/service/quality/judge-records';
import { finding, type QualityFinding } from '@amaan/governance-monitoring/service/quality/quality-finding';
import type { Database } from '@amaan/store/open-database';
import { listCallSources, listHeardHours } from '@amaan/store/service/call-sources';
import {
  type CallSelection,
  listContradicted,
  listServedCalls,
  listWithoutBeginning,
  type ServedCall,
} from '@amaan/store/service/service-calls';
import { visibleSites } from './visible-sites.ts';

/** Gravest first: what is missing, then what is wrong, then what is doubtful. */
const GRAVITY: readonly QualityFlagCode[] = [
  ...(['coverage-gap', 'feed-silent', 'without-beginning', 'clock-jump', 'clock-offset'] as const),
  ...(['negative-times', 'missing-arrivals', 'closure-batches', 'round-times'] as const),
  ...(['contradictions', 'late-reports'] as const),
];

type Where = Pick<QualityFlag, 'siteId' | 'siteName' | 'station' | 'source'>;
const NOWHERE: Where = { siteId: null, siteName: null, station: null, source: null };

/** What may be wrong with the records of a period. */
export async function readDataQuality(
  db: Database,
  query: CallQuery,
  scope: SiteScope,
  now: number,
): Promise<DataQuality> {
  const sites = await visibleSites(db, scope, query.siteId);
  const selection = { ...query, siteIds: sites.map(({ id }) => id) };
  const calls = await listServedCalls(db, selection);
  const until = Math.min(Date.parse(query.to), now);
  // A part of the calls has gaps of its own, which say nothing of the feed.
  const isWhole = query.station === undefined && query.kind === undefined && query.priority === undefined;
  const flags = sites.flatMap(({ id, name }) => {
    const own = calls.filter(({ siteId }) => siteId === id);
    const at = { ...NOWHERE, siteId: id, siteName: name };
    const gaps = isWhole
      ? findCoverageGaps(
          own.map(({ receivedAt }) => receivedAt),
          Date.parse(query.from),
          until,
        )
      : [];
    return [...told(gaps, at), ...stationFlags(own, at)];
  });
  flags.push(...(await contradictions(db, selection, calls)));
  if (isWhole && query.siteId === undefined) flags.push(...(await feedFlags(db, query, scope, until)));
  return {
    ...{ from: query.from, to: query.to, calls: calls.length, simulated: query.simulated },
    flags: flags.sort((a, b) => GRAVITY.indexOf(a.code) - GRAVITY.indexOf(b.code) || b.count - a.count),
  };
}

function stationFlags(calls: readonly ServedCall[], at: Where): QualityFlag[] {
  return [...Map.groupBy(calls, ({ station }) => station)].flatMap(([station, own]) =>
    told(judgeRecords(own), { ...at, station }),
  );
}

async function contradictions(
  db: Database,
  selection: CallSelection,
  calls: readonly ServedCall[],
): Promise<QualityFlag[]> {
  const contradicted = await listContradicted(db, selection);
  if (contradicted.length === 0) return [];
  return told(
    [finding('contradictions', contradicted.length, calls.length, { calls: contradicted })],
    NOWHERE,
  );
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
    return told(judgeFeed(own, end), { ...NOWHERE, source: name });
  });
  if (scope !== 'all') return flags;
  const lost = await listWithoutBeginning(db, query);
  if (lost.length > 0) {
    const calls = lost.map((callId) => ({ callId }));
    flags.push(...told([finding('without-beginning', lost.length, lost.length, { calls })], NOWHERE));
  }
  return flags;
}

function told(findings: readonly QualityFinding[], where: Where): QualityFlag[] {
  const instant = (at: number | null) => (at === null ? null : instantOf(at));
  return findings.map((one) => ({
    ...{ ...one, ...where, from: instant(one.from), until: instant(one.until) },
    callIds: [...one.callIds],
  }));
}
