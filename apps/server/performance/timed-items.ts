import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import { SERVICE_PHASES, type ServicePhase } from '@amaan/contracts/performance';
import type { CallQuery } from '@amaan/contracts/service/call-performance';
import { CALL_PHASES, type CallPhase, type TimedPhase } from '@amaan/contracts/service/call-phases';
import { callSpans, isBackwardsAt, SPAN } from '@amaan/governance-monitoring/service/call-spans';
import type { Database } from '@amaan/store/open-database';
import { listServedAlerts } from '@amaan/store/service-performance';
import type { Site } from '@amaan/store/sites';
import { HttpError } from '../http/http-errors.ts';
import type { PerformanceContext } from './call-performance.ts';
import { type CallStation, readCalls } from './read-calls.ts';
import { visibleSites } from './visible-sites.ts';

/** Alerts or calls with one phase of each, in columns and in no order. */
export interface TimedItems {
  readonly length: number;
  /** When each came, milliseconds since 1970. */
  readonly at: Float64Array;
  /** Index into `sites`. */
  readonly site: Int32Array;
  /** Index into `stations`; −1: none is named. */
  readonly station: Int32Array;
  readonly sites: readonly Site[];
  readonly stations: readonly CallStation[];
  /** Seconds that the phase took; NaN: it was not reached. */
  readonly seconds: Float64Array;
  /** 1: in time, 0: not; −1: nobody can tell yet, or it never will be told. */
  readonly inTime: Int8Array;
  /** In seconds. */
  readonly target: number;
}

/** Which phase of what is looked at. */
export interface TimedQuery extends CallQuery {
  readonly of: 'alerts' | 'calls';
  readonly phase: TimedPhase;
}

/** Alerts or calls of a period with one phase. @throws HttpError 422 `PHASE_NOT_TIMED` */
export async function listTimedItems(
  db: Database,
  query: TimedQuery,
  scope: SiteScope,
  context: PerformanceContext,
): Promise<TimedItems> {
  const sites = await visibleSites(db, scope, query.siteId);
  const { of, phase } = query;
  if (of === 'alerts' && isOf(SERVICE_PHASES, phase)) return alertsOf(db, query, sites, phase, context);
  if (of === 'calls' && isOf(CALL_PHASES, phase)) return callsOf(db, query, sites, phase, context);
  throw new HttpError(422, 'PHASE_NOT_TIMED', `The phase “${phase}” is not timed for ${of}.`);
}

async function alertsOf(
  db: Database,
  query: CallQuery,
  sites: readonly Site[],
  phase: ServicePhase,
  { settings }: PerformanceContext,
): Promise<TimedItems> {
  const siteIds = sites.map(({ id }) => id);
  const alerts = await listServedAlerts(db, { ...query, siteIds, timeZone: settings.timeZone });
  const target = settings.targets[phase];
  const places = new Map<Identifier, number>(siteIds.map((id, index) => [id, index]));
  return {
    ...{ length: alerts.length, sites, stations: [], target },
    at: Float64Array.from(alerts, ({ at }) => at),
    site: Int32Array.from(alerts, ({ siteId }) => places.get(siteId)!),
    station: new Int32Array(alerts.length).fill(-1),
    seconds: Float64Array.from(alerts, (alert) => alert[phase] ?? Number.NaN),
    inTime: Int8Array.from(alerts, (alert) => (alert[phase] === null ? -1 : alert[phase] <= target ? 1 : 0)),
  };
}

async function callsOf(
  db: Database,
  query: CallQuery,
  sites: readonly Site[],
  phase: CallPhase,
  { settings, now }: PerformanceContext,
): Promise<TimedItems> {
  const calls = await readCalls(db, query, sites);
  const target = settings.calls[phase];
  const spans = callSpans(calls, phase, now);
  const [at, seconds] = [new Float64Array(calls.length), new Float64Array(calls.length)];
  const [site, station] = [new Int32Array(calls.length), new Int32Array(calls.length)];
  const inTime = new Int8Array(calls.length);
  let length = 0;
  for (let index = 0; index < calls.length; index++) {
    if (isBackwardsAt(calls, index)) continue;
    const isReached = spans.state[index] === SPAN.reached;
    const isLate = spans.ms[index]! > target * 1000;
    at[length] = calls.receivedAt[index]!;
    site[length] = calls.site[index]!;
    station[length] = calls.station[index]!;
    seconds[length] = isReached ? spans.ms[index]! / 1000 : Number.NaN;
    // Who has waited for longer than the target will not be in time.
    inTime[length] = isLate ? 0 : isReached ? 1 : -1;
    length += 1;
  }
  return {
    ...{ length, sites, stations: calls.stations, target },
    ...{
      at: at.subarray(0, length),
      seconds: seconds.subarray(0, length),
      inTime: inTime.subarray(0, length),
    },
    ...{ site: site.subarray(0, length), station: station.subarray(0, length) },
  };
}

function isOf<Phase extends TimedPhase>(phases: readonly Phase[], phase: TimedPhase): phase is Phase {
  return (phases as readonly TimedPhase[]).includes(phase);
}
