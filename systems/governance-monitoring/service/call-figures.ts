import type { CallPhaseFigures } from '@amaan/contracts/service/call-performance';
import { CALL_PHASES, type CallPhase } from '@amaan/contracts/service/call-phases';
import { share } from '../derive-figures.ts';
import { FEWEST_ALERTS as FEWEST } from '../service-figures.ts';
import type { CallMoments } from './call-record.ts';
import { callSpan } from './call-spans.ts';
import { quantileOfValues } from './quantile-of-values.ts';

/** How many calls of a phase were in time, and how many were not or may not have been. */
export interface PhaseCounts {
  /** Seconds of those that reached it, in rising order. */
  readonly seconds: Float64Array;
  readonly within: number;
  /** Those that have waited for longer than the target. */
  readonly overdue: number;
  readonly waiting: number;
  readonly missing: number;
}

/** Counts one phase of calls whose times do not run backwards. @param target in seconds @param now milliseconds since 1970 */
export function countPhase(
  calls: readonly CallMoments[],
  phase: CallPhase,
  target: number,
  now: number,
): PhaseCounts {
  const seconds: number[] = [];
  let [within, overdue, waiting, missing] = [0, 0, 0, 0];
  for (const call of calls) {
    const span = callSpan(call, phase, now);
    if (span.state === 'reached') {
      seconds.push(span.seconds);
      if (span.seconds <= target) within += 1;
    } else if (span.state === 'waiting') {
      waiting += 1;
      if (span.seconds > target) overdue += 1;
    } else if (span.state === 'missing') missing += 1;
  }
  return { seconds: Float64Array.from(seconds).sort(), within, overdue, waiting, missing };
}

/**
 * How fast calls were served in each phase: median and 90th percentile with their order-statistic intervals, the share within
 * the target with Wilson's. Calls whose times run backwards must have been left out (`isBackwards`).
 */
export function callFigures(
  calls: readonly CallMoments[],
  targets: Readonly<Record<CallPhase, number>>,
  now: number,
): CallPhaseFigures[] {
  return CALL_PHASES.map((phase) => {
    const { seconds, within, overdue, waiting, missing } = countPhase(calls, phase, targets[phase], now);
    const judged = seconds.length + overdue;
    return {
      phase,
      median: quantileOfValues(seconds, 0.5, FEWEST),
      p90: quantileOfValues(seconds, 0.9, FEWEST),
      withinTarget: share(within, judged, FEWEST),
      withinTargetAtWorst: share(within, judged + missing, FEWEST),
      missing,
      waiting,
    };
  });
}
