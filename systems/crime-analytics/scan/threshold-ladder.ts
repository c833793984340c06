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

/** Periods of `low` … `high` steps, asked about at once. */
export interface Rung {
  readonly low: number;
  readonly high: number;
  /**
   * By first step s: free bit − c, where c cases in the steps s … s + high − 1 are the fewest with which a shorter period
   * in there can exceed the limit. Adding the cases to it sets the free bit where they are that many.
   */
  readonly thresholds: Int32Array;
}

/** A rung is as long as so many standard deviations of chance above its longest period do not reach its threshold. */
const DEVIATIONS = 4;

/**
 * Periods from long to short for a circle with a given share, such that few of them are looked at one by one: what a
 * period of `high` steps lacks, every shorter one within it lacks as well.
 * @param share of the expected cases in the circle, or a little less
 * @param limit ratio that is to be exceeded
 */
export function thresholdLadder(
  { total, stepShare, steps, maxSteps }: Pick<ScanBasis, 'total' | 'stepShare' | 'steps' | 'maxSteps'>,
  share: number,
  limit: number,
  lanes: CaseLanes,
): Rung[] {
  const expectedIn = (from: number, to: number): number =>
    total * share * (stepShare[to]! - stepShare[from]!);
  const usual = (length: number): number => (total * share * length) / steps;
  const rungs: Rung[] = [];
  for (let high = maxSteps; high >= 1; high = rungs.at(-1)!.low - 1) {
    const reached = usual(high) + DEVIATIONS * Math.sqrt(usual(high)) + 1;
    let low = high;
    while (low > 1 && fewestCases(limit, usual(low - 1), total) > reached) low -= 1;
    rungs.push({ low, high, thresholds: new Int32Array(steps - high + 1) });
  }
  for (const { low, thresholds } of rungs)
    for (let from = 0; from < thresholds.length; from += 1) {
      let least = expectedIn(from, from + low);
      // The last one also stands for the periods that begin later.
      if (from === thresholds.length - 1)
        for (let later = from + 1; later + low <= steps; later += 1)
          least = Math.min(least, expectedIn(later, later + low));
      const cases = Math.min(lanes.free, fewestCases(limit, least, total));
      const threshold = lanes.free - cases;
      thresholds[from] = lanes.count === 2 ? threshold | (threshold << lanes.shift) : threshold;
    }
  return rungs;
}
