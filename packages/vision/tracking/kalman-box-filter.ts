import type { Box } from '@amaan/contracts/geometry';

/** One coordinate and its rate of change, with the covariance of the two. */
interface Coordinate {
  value: number;
  rate: number;
  varValue: number;
  covariance: number;
  varRate: number;
}

/**
 * Standard deviations as fractions of the box's own width (for x and width) or height (for y and height),
 * the scheme of BoT-SORT (Aharon et al., 2022, section 3.1), but per second instead of per frame.
 */
const MEASURED = 0.05;
const FIRST_RATE = 3;
/** Of the white noise that drives the rate: how much it wanders in one second. */
const POSITION_DRIFT = 3;
const SIZE_DRIFT = 1.5;
/** Below this a box has no usable scale (a fiftieth of a pixel on a wide picture). */
const SMALLEST = 1e-5;

/**
 * Constant-velocity Kalman filter on a box's centre and size: the motion model of SORT (Bewley et al.,
 * 2016) and ByteTrack (Zhang et al., ECCV 2022). Time is in seconds, not in frames, so that it holds when
 * frames are dropped: the process noise is that of the continuous white-noise acceleration model
 * (Bar-Shalom, Li & Kirubarajan, "Estimation with Applications to Tracking and Navigation", 2001,
 * section 6.2.2).
 *
 * No noise couples centre x, centre y, width and height, so the 8 × 8 filter is exactly four filters of
 * two states; each is updated in the Joseph form, which keeps the covariance positive definite.
 */
export class KalmanBoxFilter {
  readonly #x: Coordinate;
  readonly #y: Coordinate;
  readonly #width: Coordinate;
  readonly #height: Coordinate;

  /** Starts at rest on a first measurement, with a rate that may be anything plausible. */
  constructor(box: Box) {
    const [x, y, width, height] = box;
    this.#x = begin(x + width / 2, width);
    this.#y = begin(y + height / 2, height);
    this.#width = begin(width, width);
    this.#height = begin(height, height);
  }

  /** The box now, `[x, y, width, height]`; it may reach beyond the picture. */
  get box(): Box {
    const width = Math.max(this.#width.value, SMALLEST);
    const height = Math.max(this.#height.value, SMALLEST);
    return [this.#x.value - width / 2, this.#y.value - height / 2, width, height];
  }

  /** The covariance of (value, rate) of centre x, centre y, width and height: `[[a, b], [b, c]]` each. */
  get covariances(): [[number, number], [number, number]][] {
    return [this.#x, this.#y, this.#width, this.#height].map((of) => [
      [of.varValue, of.covariance],
      [of.covariance, of.varRate],
    ]);
  }

  /** Moves on by `seconds` (0 or more). */
  predict(seconds: number): void {
    const [, , width, height] = this.box;
    advance(this.#x, seconds, POSITION_DRIFT * width);
    advance(this.#y, seconds, POSITION_DRIFT * height);
    advance(this.#width, seconds, SIZE_DRIFT * width);
    advance(this.#height, seconds, SIZE_DRIFT * height);
  }

  /** Forgets how the size was changing: extrapolated over an occlusion it would swell or vanish. */
  holdSize(): void {
    this.#width.rate = 0;
    this.#height.rate = 0;
  }

  /** Forgets all motion: the picture stood still. */
  rest(): void {
    this.holdSize();
    this.#x.rate = 0;
    this.#y.rate = 0;
  }

  /** Takes in a measurement. */
  update(box: Box): void {
    const [x, y, width, height] = box;
    correct(this.#x, x + width / 2, width);
    correct(this.#y, y + height / 2, height);
    correct(this.#width, width, width);
    correct(this.#height, height, height);
  }
}

function begin(value: number, scale: number): Coordinate {
  const size = Math.max(scale, SMALLEST);
  return {
    value,
    rate: 0,
    varValue: (MEASURED * size) ** 2,
    covariance: 0,
    varRate: (FIRST_RATE * size) ** 2,
  };
}

/** x ← F x, P ← F P Fᵀ + Q with F = [[1, t], [0, 1]] and Q = q² [[t³/3, t²/2], [t²/2, t]]. */
function advance(of: Coordinate, t: number, drift: number): void {
  const q = drift ** 2;
  of.value += t * of.rate;
  of.varValue += 2 * t * of.covariance + t * t * of.varRate + (q * t ** 3) / 3;
  of.covariance += t * of.varRate + (q * t * t) / 2;
  of.varRate += q * t;
}

/** Joseph form: P ← (I − K H) P (I − K H)ᵀ + K R Kᵀ with H = [1, 0]. */
function correct(of: Coordinate, measured: number, scale: number): void {
  const noise = (MEASURED * Math.max(scale, SMALLEST)) ** 2;
  const total = of.varValue + noise;
  const gain = of.varValue / total;
  const rateGain = of.covariance / total;
  const innovation = measured - of.value;
  const rest = 1 - gain;
  const { varValue, covariance, varRate } = of;

  of.value += gain * innovation;
  of.rate += rateGain * innovation;
  of.varValue = rest * rest * varValue + gain * gain * noise;
  of.covariance = rest * (covariance - rateGain * varValue) + gain * rateGain * noise;
  of.varRate = varRate - 2 * rateGain * covariance + rateGain * rateGain * total;
}
