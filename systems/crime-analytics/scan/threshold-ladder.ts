import { fewestCases } from './log-likelihood-ratio.ts';
import type { ScanBasis } from './scan-basis.ts';

/** Cases of one or two replicas side by side in one number, each below a bit that stays free for an answer. */
export interface CaseLanes {
  readonly count: 1 | 2;
  /** The free bit of a lane. */
  readonly free: number;
  /** Bits from one lane to the next. */
  readonly shift: number;
}

/** Periods of `low` … `high` steps, asked about at once: what the `high` steps from a beginning on lack, shorter ones lack. */
export interface Rung {
  readonly low: number;
  readonly high: number;
  /**
   * By beginning: free bit − c, where c are the fewest cases with which one of the periods can exceed the limit. Adding the
   * cases of `high` steps to it sets the free bit where they are that many.
   */
  readonly thresholds: Int32Array;
}

/** A rung is so wide that chance stays this many standard deviations below its threshold, and few are looked into. */
const DEVIATIONS = 4.2;

/**
 * Periods from long to short for a circle with a given share, such that few of them are looked at one by one.
 * @param share of the expected cases in the circle, or a little less
 * @param fewest the fewest cases that exceed the limit where so many are expected, or less than those
 */
export function thresholdLadder(
  { total, stepShare, steps, maxSteps }: Pick<ScanBasis, 'total' | 'stepShare' | 'steps' | 'maxSteps'>,
  share: number,
  fewest: (expected: number) => number,
  lanes: CaseLanes,
): Rung[] {
  const usual = (length: number): number => (total * share * length) / steps;
  const rungs: Rung[] = [];
  for (let high = maxSteps; high >= 1; high = rungs.at(-1)!.low - 1) {
    const reached = usual(high) + DEVIATIONS * Math.sqrt(usual(high)) + 1;
    let low = high;
    while (low > 1 && fewest(usual(low - 1)) > reached) low -= 1;
    const thresholds = new Int32Array(steps - low + 1);
    rungs.push({ low, high, thresholds });
    for (let from = 0; from < thresholds.length; from += 1) {
      const expected = total * share * (stepShare[from + low]! - stepShare[from]!);
      const threshold = lanes.free - Math.min(lanes.free, fewest(expected));
      thresholds[from] = lanes.count === 2 ? threshold | (threshold << lanes.shift) : threshold;
    }
  }
  return rungs;
}

/** Expected cases between two entries of a table of fewest cases differ by this factor. */
const TABLE_STEP = 1.005;
const TABLE_LEAST = 1e-4;

/** `fewestCases` of one limit as a table: exact or a little less. */
export function fewestCasesTable(limit: number, total: number): (expected: number) => number {
  const known: number[] = [];
  return (expected) => {
    const entry = Math.floor(Math.log(expected / TABLE_LEAST) / Math.log(TABLE_STEP));
    if (!(entry >= 0)) return 1;
    known[entry] ??= fewestCases(limit, TABLE_LEAST * TABLE_STEP ** entry * (1 - 1e-9), total);
    return known[entry];
  };
}
