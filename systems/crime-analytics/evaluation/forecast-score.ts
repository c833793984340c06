import type { SurfaceName } from '../forecast/place-forecast.ts';

/** How a surface did on what happened after its origin. Every incident of the horizon counts, those outside too. */
export interface SurfaceScore {
  readonly name: SurfaceName;
  /** Share of the incidents that happened in the chosen area. Cells of equal risk count with the share of them that fits in. */
  readonly hitRate: number;
  /** Predictive accuracy index, `hitRate / areaFraction` (S. Chainey et al., Security Journal 21 (2008), 4–28). */
  readonly pai: number;
  /** Predictive efficiency index: `pai` over that of the best possible choice of the same area (J. M. Hunt, 2016). */
  readonly pei: number;
  /** 95 % bootstrap interval of `pai`. */
  readonly paiInterval: Interval;
  readonly calibration: Calibration;
}

export type Interval = readonly [low: number, high: number];

export interface Calibration {
  /** Expected and observed incidents in the study area. */
  readonly expected: number;
  readonly observed: number;
  /** Groups of cells from the highest risk to the lowest. */
  readonly groups: readonly CalibrationGroup[];
}

export interface CalibrationGroup {
  /** Share of the study area's cells, cumulative from the riskiest: the group is what lies between it and the one before. */
  readonly untilShare: number;
  readonly expected: number;
  readonly observed: number;
  /** 95 % interval of observed over expected (Poisson, exact). `null` where nothing was expected. */
  readonly ratio: number | null;
  readonly interval: Interval | null;
}

/** The model beside the baselines on the same incidents. */
export interface ForecastScore {
  /** Incidents in the horizon, and how many of them lay outside of the study area. */
  readonly incidents: number;
  readonly outside: number;
  readonly model: SurfaceScore;
  readonly baselines: readonly SurfaceScore[];
  /** The baseline that did best on these very incidents. */
  readonly strongest: SurfaceScore;
  /** Hits of the model over hits of each baseline. */
  readonly ratios: readonly BaselineRatio[];
}

export interface BaselineRatio {
  readonly baseline: SurfaceName;
  /** `null` where the baseline hit nothing. */
  readonly ratio: number | null;
  /** 95 % interval, paired bootstrap over cells and weeks. `null` without any hit. */
  readonly interval: Interval | null;
}
