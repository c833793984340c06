import type { Interval } from '../evaluation/forecast-score.ts';

/** What happened where patrols were planned, beside comparable cells where none were. */
export interface DeploymentEvaluation {
  readonly visited: CellGroupOutcome;
  /** Cells that were drawn to be left out, or, without any, those of the next lower risk. */
  readonly compared: CellGroupOutcome;
  readonly drawn: boolean;
  /** Cells next to a visited one that are in neither group: where offences could move to. */
  readonly neighbours: CellGroupOutcome;
  /** Change in visited cells over change in compared ones; below 1 is fewer. `null` where a count is 0. */
  readonly rateRatio: number | null;
  readonly interval: Interval | null;
  /** Weighted displacement quotient (K. J. Bowers, S. D. Johnson, J. Quantitative Criminology 19 (2003), 275–301). */
  readonly displacement: number | null;
  readonly areas: readonly AreaOutcome[];
}

export interface CellGroupOutcome {
  readonly cells: number;
  readonly before: number;
  readonly during: number;
  readonly expected: number;
}

export interface AreaOutcome {
  readonly area: string;
  readonly plannedVisits: number;
  /** Where stays of patrols were given. */
  readonly patrolHours: number | null;
  readonly incidents: number;
  readonly expected: number;
}
