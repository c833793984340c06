import { confidenceBinValue } from './bins.ts';
import type { Interval } from './wilson-interval.ts';

/** Reviewed alerts of one confidence bin. */
export interface ReviewedBin {
  /** Of `confidenceBin`. */
  readonly bin: number;
  readonly reviewed: number;
  /** In how many the object was what the model said. */
  readonly right: number;
}

const RESAMPLES = 400;

/**
 * The expected calibration error: how far confidence and the share of right answers are apart, on average over
 * bins of confidence. Its interval is a parametric bootstrap (each bin's right answers redrawn), the same for the
 * same input.
 *
 * Source: M. P. Naeini, G. F. Cooper, M. Hauskrecht, "Obtaining well calibrated probabilities using Bayesian
 * binning", AAAI (2015); C. Guo et al., "On calibration of modern neural networks", ICML (2017), equation 3;
 * B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
 *
 * @returns null when nothing was reviewed
 */
export function expectedCalibrationError(
  bins: readonly ReviewedBin[],
): ({ readonly value: number } & Interval) | null {
  const total = bins.reduce((sum, { reviewed }) => sum + reviewed, 0);
  if (total === 0) return null;
  const errorOf = (rightOf: (bin: ReviewedBin) => number) =>
    bins.reduce(
      (sum, bin) =>
        bin.reviewed === 0
          ? sum
          : sum +
            (bin.reviewed / total) * Math.abs(rightOf(bin) / bin.reviewed - confidenceBinValue(bin.bin)),
      0,
    );
  const value = errorOf(({ right }) => right);
  const random = seeded(total);
  const drawn = Array.from({ length: RESAMPLES }, () =>
    errorOf(({ reviewed, right }) => binomial(reviewed, right / reviewed, random)),
  ).sort((a, b) => a - b);
  const low = drawn[Math.floor(RESAMPLES * 0.025)]!;
  const high = drawn[Math.ceil(RESAMPLES * 0.975) - 1]!;
  return { value, low: Math.min(low, value), high: Math.max(high, value) };
}

/** Number of successes: counted for few trials, approximated by the normal distribution for many. */
function binomial(trials: number, share: number, random: () => number): number {
  if (trials > 200) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const drawn = Math.round(trials * share + normal * Math.sqrt(trials * share * (1 - share)));
    return Math.min(trials, Math.max(0, drawn));
  }
  let successes = 0;
  for (let trial = 0; trial < trials; trial++) if (random() < share) successes += 1;
  return successes;
}

/** Marsaglia's xorshift32 (2003): numbers in [0, 1), the same for the same seed. */
function seeded(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
