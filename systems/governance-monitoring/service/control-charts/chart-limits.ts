/** Limits of one point, three sigma from the centre. */
export interface PointLimits {
  readonly lower: number;
  readonly upper: number;
  /** Of this point. */
  readonly sigma: number;
}

export interface ChartLimits {
  readonly centre: number;
  /** One a point. */
  readonly limits: readonly (PointLimits | null)[];
  /** Spread of the points against that of the law (Laney's sigma z); null: no law is assumed. */
  readonly dispersion: number | null;
  /** Whether limits were widened by it. */
  readonly corrected: boolean;
}

/** Expected range of two values in standard deviations (d2), and what three sigma of a range come to over its mean (D4). */
const D2 = 1.128;
const D4 = 3.267;

/** Without so many points in the baseline nothing is said. */
export const FEWEST_POINTS = 12;

/** How many of so many known points limits are made from: the first two thirds, or all when they are few. */
export function baselineOf(known: number): number {
  return known < 18 ? known : Math.max(FEWEST_POINTS, Math.floor((known * 2) / 3));
}

/** Differences of points that follow one another; null where one of them is missing. */
export function movingRanges(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value, index) => {
    const before = index === 0 ? null : values[index - 1]!;
    return value === null || before === null ? null : Math.abs(value - before);
  });
}

/**
 * Limits of individual values from the mean of their moving ranges (X of XmR): the mean ± 3 mR̄ / 1.128.
 *
 * Source: W. A. Shewhart, Economic Control of Quality of Manufactured Product (1931); D. J. Wheeler and D. S. Chambers,
 * Understanding Statistical Process Control, 2nd ed. (1992), chapter 3; NIST/SEMATECH e-Handbook, section 6.3.2.2.
 *
 * @param floor no limit lies below it: times are never negative
 * @returns null with fewer than `FEWEST_POINTS` in the baseline; `rangeUpper` is the upper limit of the ranges
 */
export function individualsLimits(
  values: readonly (number | null)[],
  inBaseline: readonly boolean[],
  floor = 0,
): (ChartLimits & { readonly rangeUpper: number }) | null {
  const base = values.map((value, index) => (inBaseline[index] ? value : null));
  const known = base.filter((value) => value !== null);
  const ranges = movingRanges(base).filter((range) => range !== null);
  if (known.length < FEWEST_POINTS || ranges.length === 0) return null;
  const centre = mean(known);
  const range = mean(ranges);
  const sigma = range / D2;
  const limit = { lower: Math.max(floor, centre - 3 * sigma), upper: centre + 3 * sigma, sigma };
  return {
    centre,
    limits: values.map((value) => (value === null ? null : limit)),
    dispersion: null,
    corrected: false,
    rangeUpper: D4 * range,
  };
}

/** What was counted at one point: `count` of `size` (p), or `count` in `size` units of time (u). */
export interface CountedPoint {
  readonly count: number;
  readonly size: number;
}

/**
 * Limits of shares (p chart, binomial) or of counts over time (u chart, Poisson). Where points spread more than the law has it,
 * limits are widened by Laney's correction (p′ and u′): the spread of the points' z values, from their moving ranges.
 *
 * Sources: D. C. Montgomery, Introduction to Statistical Quality Control, sections 7.2 and 7.3; D. B. Laney, "Improved control
 * charts for attributes", Quality Engineering 14 (2002) 531–537. That the spread is more than chance: it lies above the one-sided
 * 95 % bound of an estimate from moving ranges, whose variance is (0.8264 n − 1.082) / (n − 1)² (J. D. Cryer and T. P. Ryan,
 * "The estimation of sigma for an X chart: MR̄/d2 or S/c4?", Journal of Quality Technology 22 (1990) 187–192).
 *
 * @param points null: there is none
 * @param correct `auto`: only where the spread is more than chance; `always`, `never` for comparison with others' output
 * @returns null with fewer than `FEWEST_POINTS` in the baseline
 */
export function attributeLimits(
  law: 'p' | 'u',
  points: readonly (CountedPoint | null)[],
  inBaseline: readonly boolean[],
  correct: 'auto' | 'always' | 'never' = 'auto',
): ChartLimits | null {
  const base = points.map((point, index) => (inBaseline[index] ? point : null));
  const known = base.filter((point) => point !== null);
  if (known.length < FEWEST_POINTS) return null;
  const centre = sum(known.map(({ count }) => count)) / sum(known.map(({ size }) => size));
  const variance = law === 'p' ? centre * (1 - centre) : centre;
  const sigmaOf = ({ size }: CountedPoint) => Math.sqrt(variance / size);
  const z = base.map((point) =>
    point === null || variance === 0 ? null : (point.count / point.size - centre) / sigmaOf(point),
  );
  const ranges = movingRanges(z).filter((range) => range !== null);
  const dispersion = ranges.length === 0 ? 1 : mean(ranges) / D2;
  const corrected = correct === 'always' || (correct === 'auto' && dispersion > mostByChance(known.length));
  const scale = corrected ? dispersion : 1;
  const most = law === 'p' ? 1 : Number.POSITIVE_INFINITY;
  return {
    centre,
    limits: points.map((point) => {
      if (point === null) return null;
      const sigma = sigmaOf(point) * scale;
      return { lower: Math.max(0, centre - 3 * sigma), upper: Math.min(most, centre + 3 * sigma), sigma };
    }),
    dispersion,
    corrected,
  };
}

/** How large a spread of n points gets by chance alone where the law holds: one-sided, at 95 %. */
function mostByChance(n: number): number {
  const Z_ONE_SIDED = 1.6448536269514722;
  return 1 + Z_ONE_SIDED * (Math.sqrt(0.8264 * n - 1.082) / (n - 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
