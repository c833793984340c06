import type { CallPhaseFigures } from '@amaan/contracts/service/call-performance';
import type { CallPhase } from '@amaan/contracts/service/call-phases';
import { share } from '../derive-figures.ts';
import { FEWEST_ALERTS as FEWEST } from '../service-figures.ts';
import type { CallColumns, CallGroups } from './call-columns.ts';
import { callSpans, SPAN } from './call-spans.ts';
import { quantileOfRanked, quantileRanks } from './quantile-of-values.ts';
import { binValues, selectRanks } from './select-ranks.ts';

/** A phase with its target in seconds, looked at at a moment (milliseconds since 1970). */
export interface TimedPhase {
  readonly phase: CallPhase;
  readonly target: number;
  readonly now: number;
}

const QUANTILES = [0.5, 0.9] as const;

/**
 * How fast calls were served in a phase, group by group for each way of grouping: median and 90th percentile with their
 * order-statistic intervals, the share within the target with Wilson's. Everything is exact. Calls whose times run backwards must
 * be in no group (`isBackwards`).
 */
export function callFigures(
  calls: CallColumns,
  groupings: readonly CallGroups[],
  { phase, target, now }: TimedPhase,
): CallPhaseFigures[][] {
  const { state, ms } = callSpans(calls, phase, now);
  const outcome = outcomesOf(state, ms, target * 1000);
  const seconds = new Float64Array(calls.length);
  for (let index = 0; index < calls.length; index++)
    seconds[index] = state[index] === SPAN.reached ? ms[index]! / 1000 : Number.NaN;
  const binned = binValues(seconds);
  return groupings.map((groups) => {
    const counts = countOutcomes(outcome, groups);
    const ranked = selectRanks(binned, groups, (count) =>
      count < FEWEST ? [] : QUANTILES.flatMap((fraction) => Object.values(quantileRanks(count, fraction))),
    );
    return ranked.map((group, index) => {
      const [, within, , waiting, overdue, missing] = counts.subarray(
        index * OUTCOMES,
        (index + 1) * OUTCOMES,
      );
      const judged = group.count + overdue!;
      return {
        phase,
        median: quantileOfRanked(group, 0.5, FEWEST),
        p90: quantileOfRanked(group, 0.9, FEWEST),
        withinTarget: share(within!, judged, FEWEST),
        withinTargetAtWorst: share(within!, judged + missing!, FEWEST),
        missing: missing!,
        waiting: waiting! + overdue!,
      };
    });
  });
}

/** None, within the target, reached later, waiting, waiting for longer than the target (let down already), missing. */
const OUTCOMES = 6;

function outcomesOf(state: Uint8Array, ms: Float64Array, targetMs: number): Uint8Array {
  const outcomes = new Uint8Array(state.length);
  for (let index = 0; index < state.length; index++) {
    const late = ms[index]! > targetMs ? 1 : 0;
    const own = state[index];
    if (own === SPAN.reached) outcomes[index] = 1 + late;
    else if (own === SPAN.waiting) outcomes[index] = 3 + late;
    else if (own === SPAN.missing) outcomes[index] = 5;
  }
  return outcomes;
}

/** How many calls of each group came to each outcome, `OUTCOMES` numbers a group. */
function countOutcomes(outcomes: Uint8Array, { of, count }: CallGroups): Uint32Array {
  const counts = new Uint32Array(count * OUTCOMES);
  for (let index = 0; index < outcomes.length; index++) {
    const group = of[index]!;
    if (group >= 0) counts[group * OUTCOMES + outcomes[index]!]! += 1;
  }
  return counts;
}
