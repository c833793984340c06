import type { CellGrid } from '../../grid/cell-grid.ts';

/** Places of one kind that may raise the risk near them (markets, bus stops): never anything about who lives there. */
export interface RiskFactor {
  readonly name: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** One column of a risk model: a value for each cell of the grid. */
export interface RiskCovariate {
  readonly name: string;
  readonly values: Float64Array;
}

/** Expected incidents by cell from what lies near it. */
export interface RiskSurface {
  readonly grid: CellGrid;
  /** Expected incidents of each cell in a period like that of the counts; 0 outside of the study area. */
  readonly expected: Float64Array;
  /** Each covariate: the factor on the risk for one standard deviation more of it. */
  readonly effects: readonly { readonly name: string; readonly ratio: number }[];
  /** The ridge penalty with which blocks of cells left out were told best. */
  readonly penalty: number;
  /** Poisson deviance of blocks of cells left out, with this model and with one risk for all cells. */
  readonly outOfSample: {
    readonly deviance: number;
    readonly nullDeviance: number;
    readonly explained: number;
  };
}
