import { CrimeAnalyticsError } from '../../crime-analytics-error.ts';
import { type CellGrid, cellCount } from '../../grid/cell-grid.ts';
import {
  type PoissonRegression,
  poissonDeviance,
  poissonRegression,
  predictCounts,
} from '../../regression/poisson-regression.ts';
import { drawsFrom } from '../../simulation/draws.ts';
import { standardised } from './risk-covariates.ts';
import type { RiskCovariate, RiskSurface } from './risk-surface-model.ts';

export interface RiskSurfaceQuestion {
  readonly grid: CellGrid;
  /** Incidents of each cell in the period that is learnt from. */
  readonly counts: Float64Array;
  readonly covariates: readonly RiskCovariate[];
  /** Draws which block of cells is left out when. */
  readonly seed: number;
  /** Side of the blocks, metres; 1,000 without it. Neighbouring cells are alike, so single cells left out would prove nothing. */
  readonly blockMetres?: number;
  /** Ridge penalties that are tried. */
  readonly penalties?: readonly number[];
  readonly report?: (done: number, total: number) => void;
}

const FOLDS = 5;
const PENALTIES = [0.3, 3, 30, 300, 3_000];

/**
 * A risk surface: Poisson regression of the incidents by cell on what lies near it, with a ridge penalty that is chosen by
 * leaving out blocks of cells. Sources as at `riskCovariates` and `poissonRegression`; blocks: D. R. Roberts et al.,
 * Cross-validation strategies for data with temporal, spatial, hierarchical, or phylogenetic structure, Ecography 40
 * (2017), 913–929.
 *
 * It holds for the places and the period that it was learnt from. Its factors are associations, not causes.
 * @throws CrimeAnalyticsError `RISK_NO_COVARIATES`, `RISK_AREA_TOO_SMALL`, `REGRESSION_NO_INCIDENTS`
 */
export function fitRiskSurface(question: RiskSurfaceQuestion): RiskSurface {
  const { grid, counts, covariates, seed, blockMetres = 1_000, penalties = PENALTIES, report } = question;
  const cells = studyCells(grid);
  const used = covariates.flatMap((covariate) => {
    const values = standardised(grid, covariate);
    return values === null
      ? []
      : [{ name: covariate.name, values: Float64Array.from(cells, (cell) => values[cell]!) }];
  });
  if (used.length === 0) {
    throw new CrimeAnalyticsError(
      'RISK_NO_COVARIATES',
      'There is nothing that differs from cell to cell to learn from.',
    );
  }
  const columns = used.map(({ values }) => values);
  const observed = Float64Array.from(cells, (cell) => counts[cell]!);
  const folds = blockFolds(grid, cells, blockMetres, seed);

  let best = { penalty: penalties[0]!, deviance: Number.POSITIVE_INFINITY, nullDeviance: 0 };
  for (const [n, penalty] of penalties.entries()) {
    const left = leftOutDeviance(observed, columns, folds, penalty);
    if (left.deviance < best.deviance) best = { penalty, ...left };
    report?.(n + 1, penalties.length);
  }
  const regression = poissonRegression({ counts: observed, columns, ridge: best.penalty });
  return {
    grid,
    expected: toGrid(grid, cells, regression),
    effects: used.map(({ name }, k) => ({ name, ratio: Math.exp(regression.coefficients[k + 1]!) })),
    penalty: best.penalty,
    outOfSample: {
      deviance: best.deviance,
      nullDeviance: best.nullDeviance,
      explained: 1 - best.deviance / best.nullDeviance,
    },
  };
}

/**
 * Part of the deviance of counts that a surface explains beyond one risk for all cells; negative where it is worse than
 * that. Both are scaled to the sum of the counts, so that only where counts, and not how many.
 */
export function explainedDeviance(grid: CellGrid, counts: Float64Array, expected: Float64Array): number {
  const cells = studyCells(grid);
  const observed = Float64Array.from(cells, (cell) => counts[cell]!);
  const total = observed.reduce((sum, count) => sum + count, 0);
  const told = Float64Array.from(cells, (cell) => expected[cell]!);
  const scale = total / told.reduce((sum, value) => sum + value, 0);
  const even = new Float64Array(cells.length).fill(total / cells.length);
  return (
    1 -
    poissonDeviance(
      observed,
      told.map((value) => Math.max(value * scale, 1e-12)),
    ) /
      poissonDeviance(observed, even)
  );
}

function studyCells(grid: CellGrid): Int32Array {
  const all = Array.from({ length: cellCount(grid) }, (_, cell) => cell);
  return Int32Array.from(grid.mask ? all.filter((cell) => grid.mask![cell] === 1) : all);
}

/** The fold of each cell: blocks in random order, dealt out in turn. */
function blockFolds(grid: CellGrid, cells: Int32Array, blockMetres: number, seed: number): Uint8Array {
  const side = Math.max(1, Math.round(blockMetres / grid.cellMetres));
  const blockOf = (cell: number) =>
    Math.floor(Math.floor(cell / grid.columns) / side) * grid.columns +
    Math.floor((cell % grid.columns) / side);
  const { uniform } = drawsFrom(seed);
  const blocks = [...new Set(Array.from(cells, blockOf))]
    .map((block) => ({ block, at: uniform() }))
    .sort((a, b) => a.at - b.at);
  if (blocks.length < FOLDS) {
    throw new CrimeAnalyticsError(
      'RISK_AREA_TOO_SMALL',
      `The area is too small to leave parts of it out: it takes ${FOLDS} blocks of ${blockMetres} m at least.`,
    );
  }
  const foldOf = new Map(blocks.map(({ block }, n) => [block, n % FOLDS]));
  return Uint8Array.from(cells, (cell) => foldOf.get(blockOf(cell))!);
}

function leftOutDeviance(
  observed: Float64Array,
  columns: readonly Float64Array[],
  folds: Uint8Array,
  ridge: number,
): { deviance: number; nullDeviance: number } {
  let [deviance, nullDeviance] = [0, 0];
  for (let fold = 0; fold < FOLDS; fold++) {
    const train = (values: Float64Array) => values.filter((_, n) => folds[n] !== fold);
    const test = (values: Float64Array) => values.filter((_, n) => folds[n] === fold);
    const [learnt, left] = [train(observed), test(observed)];
    const total = learnt.reduce((sum, count) => sum + count, 0);
    if (total === 0) continue;
    const { coefficients } = poissonRegression({ counts: learnt, columns: columns.map(train), ridge });
    deviance += poissonDeviance(left, predictCounts(coefficients, columns.map(test), left.length));
    nullDeviance += poissonDeviance(left, new Float64Array(left.length).fill(total / learnt.length));
  }
  return { deviance, nullDeviance };
}

function toGrid(grid: CellGrid, cells: Int32Array, { fitted }: PoissonRegression): Float64Array {
  const expected = new Float64Array(cellCount(grid));
  for (const [n, cell] of cells.entries()) expected[cell] = fitted[n]!;
  return expected;
}
