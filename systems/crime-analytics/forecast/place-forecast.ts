import type { StudyCells } from '../grid/study-cells.ts';

/** A surface: how many incidents are expected in each cell over the whole horizon; 0 outside of the study area. */
export interface RiskSurface {
  /** `model`, or a baseline's: `count-all`, `count-last`, `kde`. */
  readonly name: SurfaceName;
  readonly expected: Float64Array;
  /** What it was made with, for the method note: days looked back, bandwidth, weights of the mixture. */
  readonly settings: Readonly<Record<string, number>>;
}

export type SurfaceName = 'model' | BaselineName;
export type BaselineName = 'count-all' | 'count-last' | 'kde';

/** A forecast is never without its baselines: they are made from the same incidents, in the same cells. */
export interface PlaceForecast {
  readonly cells: StudyCells;
  readonly origin: number;
  readonly horizonDays: number;
  readonly areaFraction: number;
  readonly model: RiskSurface;
  readonly baselines: readonly RiskSurface[];
  /**
   * For each cell how surely it is among the `areaFraction` that has the highest risk: 1, 0, or between them for cells of
   * equal risk of which only some fit in.
   */
  readonly chosen: Float64Array;
  /** Share of the week's incidents in each hour, from Monday midnight, local time: 168 numbers that sum to 1. */
  readonly hoursOfWeek: Float64Array;
  /** Incidents of the forecast offences that it was made from, and of those that helped. */
  readonly incidents: number;
  readonly supportingIncidents: number;
  /** How reports change where patrols were, when an exposure was given. */
  readonly exposureEffect: ExposureEffect | null;
}

/** The factor by which one more patrol hour a week multiplies the reports of a cell, from cells compared with themselves. */
export interface ExposureEffect {
  readonly ratioPerHour: number;
  readonly interval: readonly [low: number, high: number];
  /** Whether the surfaces were corrected for it: only where reports rise with patrols. */
  readonly corrected: boolean;
}
