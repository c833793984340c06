import type { CellLattice } from '@amaan/contracts/crime/cell-lattice';
import type { DeploymentPlan } from '@amaan/contracts/crime/deployment-plan';

/** What a plan says beside what its columns say. */
export type PlanBody = Pick<
  DeploymentPlan,
  | 'visits'
  | 'leftOut'
  | 'areas'
  | 'fairBy'
  | 'boundEffects'
  | 'unplaced'
  | 'expectedCovered'
  | 'expectedCoveredUnbounded'
  | 'notes'
>;

/** The cells of a plan in its forecast's lattice: what the next plan and the evaluation go by. */
export interface PlanCells {
  readonly lattice: CellLattice;
  readonly visited: readonly number[];
  readonly leftOut: readonly number[];
  /** For each visited cell, in how many periods in a row it has been visited, this one counted. */
  readonly periodsInRow: readonly number[];
}
