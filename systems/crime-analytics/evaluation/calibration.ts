import type { Calibration } from './forecast-score.ts';
import { poissonInterval } from './poisson-interval.ts';

/** Shares of the cells at which groups end, cumulative from the riskiest: the asked one, then the usual ones above it. */
export function calibrationShares(areaFraction: number): number[] {
  return [areaFraction, ...[0.01, 0.02, 0.05, 0.1, 0.25, 1].filter((share) => share > areaFraction)];
}

/**
 * How well numbers were told, not only the order of places: expected and observed incidents by groups of cells. The
 * intervals are those of counts that come independently, so clustered offences leave them more often than they should.
 */
export function calibration(
  areaFraction: number,
  expected: Float64Array,
  observed: Float64Array,
): Calibration {
  const shares = calibrationShares(areaFraction);
  return {
    expected: sum(expected),
    observed: sum(observed),
    groups: shares.map((untilShare, group) => {
      const [wanted, seen] = [expected[group]!, observed[group]!];
      const [low, high] = poissonInterval(seen);
      return {
        untilShare,
        expected: wanted,
        observed: seen,
        ratio: wanted > 0 ? seen / wanted : null,
        interval: wanted > 0 ? [low / wanted, high / wanted] : null,
      };
    }),
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
