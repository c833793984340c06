export interface LoessSettings {
  /** How many neighbours a value is smoothed over. */
  readonly window: number;
  /** Of the local polynomial: a constant, or a line. */
  readonly degree: 0 | 1;
  /** Only every so manieth value is fitted; those between are on the line from one to the next. */
  readonly jump: number;
}

/** Evenly spaced values and how much each counts (1 each where there are none). */
export interface LoessSeries {
  readonly values: Float64Array;
  readonly weights: Float64Array | null;
}

/**
 * Local regression of evenly spaced values: tricube weights over the `window` nearest.
 *
 * Source: W. S. Cleveland, Robust locally weighted regression and smoothing scatterplots, Journal of the American
 * Statistical Association 74 (1979), 829–836; in the form of R. B. Cleveland et al. (1990), see `decomposeSeries`.
 */
export function loess(series: LoessSeries, settings: LoessSettings): Float64Array {
  const { values } = series;
  const length = values.length;
  const smoothed = new Float64Array(length);
  if (length < 2) return Float64Array.from(values);
  const jump = Math.min(settings.jump, length - 1);
  const fit = (at: number) => {
    const first = Math.max(0, Math.min(length - settings.window, at - (settings.window - 1) / 2));
    return loessAt(series, settings, at, first) ?? values[at]!;
  };
  const last = Math.floor((length - 1) / jump) * jump;
  for (let at = 0; at <= last; at += jump) smoothed[at] = fit(at);
  for (let at = 0; at < last; at += jump) interpolate(smoothed, at, at + jump);
  if (last < length - 1) {
    smoothed[length - 1] = fit(length - 1);
    interpolate(smoothed, last, length - 1);
  }
  return smoothed;
}

/**
 * The local regression at one place, which may lie a step before the first value or after the last.
 * @param first Index of the first of the `window` values (or of all, where there are fewer) that it is fitted to
 * @returns null where no value counts
 */
export function loessAt(
  { values, weights }: LoessSeries,
  { window, degree }: Pick<LoessSettings, 'window' | 'degree'>,
  at: number,
  first: number,
): number | null {
  const length = values.length;
  const last = Math.min(length - 1, first + window - 1);
  let reach = Math.max(at - first, last - at);
  if (window > length) reach += Math.floor((window - length) / 2);
  const local = new Float64Array(last - first + 1);
  let [sum, mean] = [0, 0];
  for (let n = first; n <= last; n++) {
    const distance = Math.abs(n - at);
    if (distance > 0.999 * reach) continue;
    const near = distance <= 0.001 * reach ? 1 : (1 - (distance / reach) ** 3) ** 3;
    const weight = near * (weights?.[n] ?? 1);
    local[n - first] = weight;
    sum += weight;
    mean += weight * n;
  }
  if (!(sum > 0)) return null;
  mean /= sum;
  let slope = 0;
  if (degree === 1 && reach > 0) {
    let spread = 0;
    for (let n = first; n <= last; n++) spread += (local[n - first]! / sum) * (n - mean) ** 2;
    // Where all weight lies on one place there is no line.
    if (Math.sqrt(spread) > 0.001 * (length - 1)) slope = (at - mean) / spread;
  }
  let fitted = 0;
  for (let n = first; n <= last; n++) {
    fitted += (local[n - first]! / sum) * (1 + slope * (n - mean)) * values[n]!;
  }
  return fitted;
}

function interpolate(values: Float64Array, from: number, to: number): void {
  const step = (values[to]! - values[from]!) / (to - from);
  for (let n = from + 1; n < to; n++) values[n] = values[from]! + step * (n - from);
}
