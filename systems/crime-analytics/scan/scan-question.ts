/** Places in which cases are counted: cells, stations' areas, census tracts. One point stands for each. */
export interface ScanPlaces {
  /** Metres in one plane. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /**
   * How many people, homes or shops are at risk there (Poisson), in any unit. Space-time permutation needs none: there
   * each place is compared with its own other times.
   */
  readonly population?: Float64Array;
}

/**
 * `poisson`: cases in proportion to the population (M. Kulldorff, "A spatial scan statistic", Communications in
 * Statistics – Theory and Methods 26(6), 1997; in space and time: "Prospective time periodic geographical disease
 * surveillance using a scan statistic", JRSS A 164(1), 2001).
 * `permutation`: cases only, each place against its own usual share of each day (M. Kulldorff et al., "A space–time
 * permutation scan statistic for disease outbreak detection", PLoS Medicine 2(3), 2005).
 */
export type ScanModel = 'poisson' | 'permutation';

/** Which circles and periods are looked at. */
export interface ScanWindows {
  /** The largest circle holds at most this share of the population (Poisson) or of the cases (permutation): 0–0.5. */
  readonly maxShare: number;
  /** … and reaches at most so far, in metres; Infinity by default. */
  readonly maxMetres?: number;
  /** The longest period, in steps; half of them by default. */
  readonly maxSteps?: number;
  /** `last`: only what still goes on at the end (a prospective look); `any` by default. */
  readonly ending?: 'any' | 'last';
  /** A cluster has at least so many cases; 2 by default. */
  readonly minCases?: number;
}

/** What a scan asks: where, and when, more cases gathered than chance would have it. */
export interface ScanQuestion {
  readonly model: ScanModel;
  readonly places: ScanPlaces;
  /** A case each: index of its place, and the step of time (0 … steps − 1) in which it happened. */
  readonly casePlace: Int32Array;
  readonly caseStep: Int32Array;
  /** How many steps (days, weeks) the period has; 1 for a scan in space alone. */
  readonly steps: number;
  readonly windows: ScanWindows;
}

/** A circle, and a period, with more cases than chance would have it. */
export interface ScanCluster {
  /** Index of the place in its middle. */
  readonly centre: number;
  /** Places in it, nearest to the middle first. */
  readonly places: Int32Array;
  /** From the middle to the farthest of its places, metres. */
  readonly radiusMetres: number;
  /** First and last step; both 0 in a scan in space alone. */
  readonly firstStep: number;
  readonly lastStep: number;
  /** Null where the model has none. */
  readonly population: number | null;
  readonly cases: number;
  readonly expected: number;
  /** Risk inside over risk outside; null where no case is outside. */
  readonly relativeRisk: number | null;
  readonly logLikelihoodRatio: number;
  /** (1 + replicas whose highest is at least as high) ÷ (1 + replicas). */
  readonly p: number;
}
