import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import { SERVICE_PHASES, type ServicePhase } from '@amaan/contracts/performance';
import type { CallQuery } from '@amaan/contracts/service/call-performance';
import { CALL_PHASES, type CallPhase, type TimedPhase } from '@amaan/contracts/service/call-phases';
import { callSpan, isBackwards } from '@amaan/governance-monitoring/service/call-spans';
import type { Database } from '@amaan/store/open-database';
import { listServedCalls } from '@amaan/store/service/service-calls';
import { listServedAlerts } from '@amaan/store/service-performance';
import type { Site } from '@amaan/store/sites';
import { HttpError } from '../http/http-errors.ts';
import type { PerformanceContext } from './call-performance.ts';
import { visibleSites } from './visible-sites.ts';

/** An alert or a call with one phase of it. */
export interface TimedItem {
  /** When it came, milliseconds since 1970. */
  readonly at: number;
  readonly siteId: Identifier;
  readonly station: string | null;
  /** Seconds; null: it did not reach the phase. */
  readonly seconds: number | null;
  /** Whether it was in time; null: nobody can tell yet, or it never will be told. */
  readonly inTime: boolean | null;
}

export interface TimedItems {
  readonly items: readonly TimedItem[];
  /** In seconds. */
  readonly target: number;
  readonly sites: readonly Site[];
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
  const siteIds = sites.map(({ id }) => id);
  const { of, phase } = query;
  if (of === 'alerts' && isOf(SERVICE_PHASES, phase)) {
    const target = context.settings.targets[phase];
    return { items: await alertsOf(db, { ...query, siteIds }, phase, target, context), target, sites };
  }
  if (of === 'calls' && isOf(CALL_PHASES, phase)) {
    const target = context.settings.calls[phase];
    return { items: await callsOf(db, { ...query, siteIds }, phase, target, context), target, sites };
  }
  throw new HttpError(422, 'PHASE_NOT_TIMED', `The phase “${phase}” is not timed for ${of}.`);
}

type Selection = CallQuery & { readonly siteIds: readonly Identifier[] };

async function alertsOf(
  db: Database,
  query: Selection,
  phase: ServicePhase,
  target: number,
  { settings }: PerformanceContext,
): Promise<TimedItem[]> {
  const alerts = await listServedAlerts(db, { ...query, timeZone: settings.timeZone });
  return alerts.map((alert) => {
    const seconds = alert[phase];
    const { at, siteId } = alert;
    return { at, siteId, station: null, seconds, inTime: seconds === null ? null : seconds <= target };
  });
}

async function callsOf(
  db: Database,
  query: Selection,
  phase: CallPhase,
  target: number,
  { now }: PerformanceContext,
): Promise<TimedItem[]> {
  const calls = await listServedCalls(db, query);
  return calls
    .filter((call) => !isBackwards(call))
    .map((call) => {
      const span = callSpan(call, phase, now);
      const { receivedAt, siteId, station } = call;
      const seconds = span.state === 'reached' ? span.seconds : null;
      const isOverdue = span.state === 'waiting' && span.seconds > target;
      return {
        ...{ at: receivedAt, siteId, station, seconds },
        inTime: seconds !== null ? seconds <= target : isOverdue ? false : null,
      };
    });
}

function isOf<Phase extends TimedPhase>(phases: readonly Phase[], phase: TimedPhase): phase is Phase {
  return (phases as readonly TimedPhase[]).includes(phase);
}
