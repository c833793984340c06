import { CrimeAnalyticsError } from '../crime-analytics-error.ts';

/** How far two places lie apart: along streets at right angles, or as the crow flies. */
export type KnoxMetric = 'manhattan' | 'euclidean';

/**
 * Breaks of the bands, ascending from 0. Band k holds breaks[k] ≤ distance < breaks[k + 1]; the last break may be Infinity.
 *
 * @example
 * { metres: [0, 0.01, 200, 400, 600, Infinity], days: [0, 1, 8, 15, Infinity] }
 * // same place, < 200 m, …; same day, 1–7 days, 8–14 days, …
 */
export interface KnoxBands {
  readonly metres: readonly number[];
  readonly days: readonly number[];
}

/** What a Knox test asks: whether incidents that are near in space are near in time more often than chance would have it. */
export interface KnoxQuestion {
  /** Metres in one plane, an incident each. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Calendar day of each incident, as a whole number. */
  readonly day: Int32Array;
  readonly bands: KnoxBands;
  readonly metric: KnoxMetric;
}

/** How many bands of distance (rows) and of days (columns) there are. */
export function knoxShape({ metres, days }: KnoxBands): { readonly rows: number; readonly columns: number } {
  return { rows: metres.length - 1, columns: days.length - 1 };
}

/** @throws CrimeAnalyticsError `KNOX_BANDS_INVALID`, `KNOX_TOO_FEW` */
export function checkKnoxQuestion({ x, y, day, bands }: KnoxQuestion): void {
  for (const [what, breaks] of [
    ['distance', bands.metres],
    ['time', bands.days],
  ] as const) {
    const ascends = breaks.every((at, index) => index === 0 || at > breaks[index - 1]!);
    const finite = breaks.slice(0, -1).every(Number.isFinite);
    if (breaks.length < 2 || breaks[0] !== 0 || !ascends || !finite)
      throw new CrimeAnalyticsError(
        'KNOX_BANDS_INVALID',
        `The bands of ${what} must begin at 0 and ascend; only the last may be without end.`,
      );
  }
  if (x.length !== y.length || x.length !== day.length || x.length < 2)
    throw new CrimeAnalyticsError('KNOX_TOO_FEW', 'Near repeats need at least two incidents.');
}
