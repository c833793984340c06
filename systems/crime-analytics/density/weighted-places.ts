import { CrimeAnalyticsError } from '../crime-analytics-error.ts';

/** Places in the plane; `IncidentColumns` are such. */
export interface WeightedPlaces {
  /** Metres east and north. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** What each counts for (an aoristic share, say); 1 each without it. */
  readonly weights?: ArrayLike<number>;
}

/** Sum of the weights. */
export function totalWeight({ x, weights }: WeightedPlaces): number {
  if (!weights) return x.length;
  let sum = 0;
  for (let at = 0; at < x.length; at += 1) sum += weights[at]!;
  return sum;
}

/** @throws CrimeAnalyticsError `BANDWIDTH_INVALID` */
export function checkBandwidth(metres: number): void {
  if (!(metres > 0 && Number.isFinite(metres)))
    throw new CrimeAnalyticsError('BANDWIDTH_INVALID', 'The bandwidth must be a number of metres above 0.');
}
