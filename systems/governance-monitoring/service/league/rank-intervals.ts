import { normalQuantile } from '../normal-distribution.ts';

/** What is compared, with an interval of it. */
export interface Ranked {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The ranks, from 1, that the data leave open. */
export interface RankInterval {
  readonly best: number;
  readonly worst: number;
}

/**
 * How far out intervals of so many must reach, so that all of them hold at once: each at (1 − α)^(1/k).
 * Source: Z. Šidák, "Rectangular confidence regions for the means of multivariate normal distributions", JASA 62 (1967)
 * 626–633; here the k figures are independent, as no call belongs to two of them.
 *
 * @returns z of the normal distribution, two-sided
 */
export function simultaneousZ(count: number, confidence = 0.95): number {
  const each = confidence ** (1 / Math.max(1, count));
  return normalQuantile((1 + each) / 2);
}

/**
 * Ranks of what has simultaneous intervals: whoever's interval lies wholly on the better side of another's is ahead of it, and
 * nothing is said of those that overlap. All ranks hold at once with the confidence of the intervals.
 *
 * Source: M. Klein, T. Wright and J. Wieczorek, "A joint confidence region for an overall ranking of populations", Journal of the
 * Royal Statistical Society C 69 (2020) 589–606, theorem 1. That ranks without intervals mislead: H. Goldstein and D. J.
 * Spiegelhalter, "League tables and their limitations", JRSS A 159 (1996) 385–443.
 *
 * @param smallIsGood whether the smallest value is the best
 */
export function rankIntervals(all: readonly Ranked[], smallIsGood: boolean): RankInterval[] {
  const ahead = (one: Ranked, other: Ranked) => (smallIsGood ? one.high < other.low : one.low > other.high);
  return all.map((one) => ({
    best: 1 + all.filter((other) => ahead(other, one)).length,
    worst: all.length - all.filter((other) => ahead(one, other)).length,
  }));
}

/**
 * Sets whose members cannot be told apart: every interval overlaps every other. Each is as large as can be, and sets of one are
 * left out. They are the maximal cliques of an interval graph, found by where intervals end.
 *
 * @returns indexes of the intervals, in their order
 */
export function togetherSets(all: readonly Ranked[]): number[][] {
  const sets: number[][] = [];
  for (const { high } of [...all].sort((a, b) => a.high - b.high)) {
    const set = all.flatMap((one, index) => (one.low <= high && one.high >= high ? [index] : []));
    const isKnown = sets.some((known) => set.every((index) => known.includes(index)));
    if (set.length > 1 && !isKnown) sets.push(set);
  }
  return sets;
}
