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

/**
 * Periods of `low` … `high` steps that begin within `stride` steps of each other, asked about at once: all of them lie in
 * the `outer` steps from the first beginning on, so what those lack they lack as well.
 */
export interface Rung {
  readonly low: number;
  readonly high: number;
  readonly stride: number;
  /** high + stride − 1 */
  readonly outer: number;
  /**
   * For the beginnings k · stride …: free bit − c, where c are the fewest cases with which one of the periods can exceed
   * the limit. Adding the cases of the outer steps to it sets the free bit where they are that many.
   */
  readonly thresholds: Int32Array;
}

/** A rung is so wide that chance stays this many standard deviations below its threshold, and few are looked into. */
const DEVIATIONS = 3.3;

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
  const reached = (length: number): number => usual(length) + DEVIATIONS * Math.sqrt(usual(length)) + 1;
  const rungs: Rung[] = [];
  for (let high = maxSteps; high >= 1; high = rungs.at(-1)!.low - 1) {
    let [low, stride] = [high, 1];
    for (let lowest = high; lowest >= 1; lowest -= 1) {
      const threshold = fewest(usual(lowest));
      if (reached(high) >= threshold) break;
      let widest = 1;
      while (widest < maxSteps && reached(high + widest) < threshold) widest += 1;
      if (widest * (high - lowest + 1) > stride * (high - low + 1)) [low, stride] = [lowest, widest];
    }
    const outer = high + stride - 1;
    const thresholds = new Int32Array(Math.ceil((steps - low + 1) / stride));
    rungs.push({ low, high, stride, outer, thresholds });
    for (let at = 0; at < thresholds.length; at += 1) {
      let least = Infinity;
      for (let from = at * stride; from < (at + 1) * stride && from + low <= steps; from += 1)
        least = Math.min(least, stepShare[from + low]! - stepShare[from]!);
      const threshold = lanes.free - Math.min(lanes.free, fewest(total * share * least));
      thresholds[at] = lanes.count === 2 ? threshold | (threshold << lanes.shift) : threshold;
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
