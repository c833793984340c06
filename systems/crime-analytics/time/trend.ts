/** How an offence grows or shrinks, seasons apart. */
export interface Trend {
  /** Factor by which it changes in a year, with its interval at `level`. */
  readonly perYear: { readonly ratio: number; readonly low: number; readonly high: number };
  readonly level: number;
  /** Two-sided, of no trend. */
  readonly p: number;
  /** Variance over mean that is left when trend and season are taken out: 1 for Poisson, above it where incidents cluster. */
  readonly dispersion: number;
  /** Correlation of what is left from one step to the next. */
  readonly autocorrelation: number;
  /** Expected incidents of each step, and without the season. */
  readonly fitted: Float64Array;
  readonly trend: Float64Array;
}
