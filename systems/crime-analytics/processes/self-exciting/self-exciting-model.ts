import type { CellGrid } from '../../grid/cell-grid.ts';

/**
 * A process in which each incident raises the rate near it for a while:
 *
 * λ(t, x, y) = μ(x, y) + Σ over earlier incidents of θ · ω e^(−ω (t − tᵢ)) · N((x − xᵢ, y − yᵢ); σ²)
 *
 * Sources: G. O. Mohler et al., Self-exciting point process modeling of crime, Journal of the American Statistical
 * Association 106 (2011), 100–108; with these kernels G. O. Mohler, Marked point process hotspot maps for homicide and
 * gun crime prediction in Chicago, International Journal of Forecasting 30 (2014), 491–497.
 */
export interface SelfExcitingModel {
  /** The rate without causes: incidents a day in each cell of the grid, constant within it. */
  readonly grid: CellGrid;
  readonly background: Float64Array;
  /** θ: how many incidents one brings on, on average, in all time and everywhere. */
  readonly productivity: number;
  /** 1/ω: after how many days, on average. */
  readonly meanDays: number;
  /** σ: how far away, standard deviation on each axis, metres. */
  readonly metres: number;
}

/** Incidents with the moment that is taken for theirs, days since any beginning, ascending; places in metres. */
export interface PlacedEvents {
  readonly length: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly days: Float64Array;
}

/** A fitted process, and how well it tells the data. */
export interface SelfExcitingFit {
  readonly model: SelfExcitingModel;
  /** The widths with which the background was smoothed, and their parts of it; what is missing to 1 lies evenly. */
  readonly backgroundWidths: readonly { readonly metres: number; readonly share: number }[];
  /** Within which events were taken for causes of each other: shorter than asked for where they are too dense for it. */
  readonly reach: { readonly days: number; readonly metres: number };
  /** Chance that each incident had no cause among the earlier ones. */
  readonly backgroundChance: Float64Array;
  /** Of the data under the process, and under the smoothed rate alone, in which nothing brings on anything. */
  readonly logLikelihood: number;
  readonly logLikelihoodWithout: number;
  /** Part of the incidents that others brought on. */
  readonly triggeredShare: number;
  readonly iterations: number;
  readonly hasConverged: boolean;
}
