import { normalTwoSided } from '../autocorrelation/normal-distribution.ts';

/** Whether a series rises (z above 0) or falls, whatever its shape. */
export interface MannKendall {
  /** Pairs that rise minus pairs that fall. */
  readonly s: number;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * The test of Mann and Kendall with the correction for ties and for continuity. Values that depend on the one before make
 * its p-values too small.
 *
 * Source: H. B. Mann, Econometrica 13 (1945) 245–259; M. G. Kendall, *Rank Correlation Methods* (1975), section 4.8.
 */
export function mannKendall(values: ArrayLike<number>): MannKendall {
  const n = values.length;
  let s = 0;
  for (let late = 1; late < n; late += 1)
    for (let early = 0; early < late; early += 1) s += Math.sign(values[late]! - values[early]!);
  let variance = n * (n - 1) * (2 * n + 5);
  for (const ties of tieSizes(values)) variance -= ties * (ties - 1) * (2 * ties + 5);
  const z = s === 0 || variance <= 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance / 18);
  return { s, z, p: normalTwoSided(z) };
}

function tieSizes(values: ArrayLike<number>): number[] {
  const sorted = Float64Array.from(values).sort();
  const sizes: number[] = [];
  for (let at = 0, start = 0; at < sorted.length; at += 1)
    if (sorted[at + 1] !== sorted[at]) {
      sizes.push(at + 1 - start);
      start = at + 1;
    }
  return sizes;
}
