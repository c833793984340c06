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

/** The cells of a plan: what the next plan and the evaluation go by. */
export interface PlanCells {
  /** Visited cells by their names, which are the same in every forecast that has them. */
  readonly visited: readonly string[];
  /** Numbers in the forecast. */
  readonly leftOut: readonly number[];
  /** For each visited cell, in how many periods in a row it has been visited, this one counted. */
  readonly periodsInRow: readonly number[];
}
