import { FRAME_TIME_ERROR } from '../calibration/frame-time-error.ts';

/** A vehicle's place along its lane at a moment. */
export interface AlongSample {
  readonly seconds: number;
  readonly metres: number;
  /** Standard error of the place. */
  readonly errorM: number;
}

export interface FittedSpeed {
  readonly metresPerSecond: number;
  /** Standard error. */
  readonly error: number;
  /** What each place counts with: the speed is the sum of coefficient times place. */
  readonly coefficients: readonly number[];
}

const LEAST_SAMPLES = 3;
const LEAST_SECONDS = 0.35;
/** Distances from the line tell of the errors only where there are so many more than it takes to draw it. */
const LEAST_FREEDOM = 4;

/**
 * Samples whose errors take in that a frame's moment is not exact either: at a speed it is as if the place were wrong.
 * @param metresPerSecond about how fast
 */
export function withTimeErrors(
  samples: readonly AlongSample[],
  metresPerSecond: number,
): readonly AlongSample[] {
  const timeErrorM = FRAME_TIME_ERROR * metresPerSecond;
  return samples.map((sample) => ({ ...sample, errorM: Math.hypot(sample.errorM, timeErrorM) }));
}

/**
 * Speed as the slope of a weighted line through places over time; its error is the one that the places' errors make,
 * or the one that their distances from the line show, whichever is larger (Press et al., "Numerical Recipes", 3rd ed.,
 * section 15.2; the second by the Birge ratio).
 *
 * @returns null for fewer than three places, or within less than 0.35 s
 */
export function fitSpeed(samples: readonly AlongSample[]): FittedSpeed | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || samples.length < LEAST_SAMPLES) return null;
  if (last.seconds - first.seconds < LEAST_SECONDS) return null;
  let [weight, time, place] = [0, 0, 0];
  for (const { seconds, metres, errorM } of samples) {
    const w = 1 / errorM ** 2;
    weight += w;
    time += w * (seconds - first.seconds);
    place += w * metres;
  }
  const [meanTime, meanPlace] = [time / weight + first.seconds, place / weight];
  let [spread, product] = [0, 0];
  for (const { seconds, metres, errorM } of samples) {
    const w = 1 / errorM ** 2;
    spread += w * (seconds - meanTime) ** 2;
    product += w * (seconds - meanTime) * (metres - meanPlace);
  }
  if (spread === 0) return null;
  const metresPerSecond = product / spread;
  const misfit = samples.reduce((sum, { seconds, metres, errorM }) => {
    const miss = metres - meanPlace - metresPerSecond * (seconds - meanTime);
    return sum + (miss / errorM) ** 2;
  }, 0);
  const freedom = samples.length - 2;
  const ratio = freedom < LEAST_FREEDOM ? 1 : Math.max(1, Math.sqrt(misfit / freedom));
  return {
    metresPerSecond,
    error: ratio / Math.sqrt(spread),
    coefficients: samples.map(({ seconds, errorM }) => (seconds - meanTime) / errorM ** 2 / spread),
  };
}
