import { type CellGrid, cellCount } from '../../grid/cell-grid.ts';
import { countInCells } from '../../grid/count-in-cells.ts';
import { gaussianBlur } from '../../grid/gaussian-blur.ts';
import { nearestDistance } from './nearest-distance.ts';
import type { RiskCovariate, RiskFactor } from './risk-surface-model.ts';

export interface CovariateReach {
  /** Standard deviation of the density, metres; 300 without it. */
  readonly densityMetres?: number;
  /** Distances above this count as this, metres; 2,000 without it. */
  readonly distanceMetres?: number;
}

/**
 * Two covariates for each kind of place: how far the nearest is, and how many are around (Gaussian density). Further
 * ones, such as patrol hours, can be put beside them.
 *
 * Sources: J. M. Caplan, L. W. Kennedy and J. Miller, Risk terrain modeling, Justice Quarterly 28 (2011), 360–381; A. P.
 * Wheeler and W. Steenbeek, Mapping the risk terrain for crime using machine learning, Journal of Quantitative Criminology
 * 37 (2021), 445–480 (distance to the nearest and density of each kind).
 */
export function riskCovariates(
  grid: CellGrid,
  factors: readonly RiskFactor[],
  { densityMetres = 300, distanceMetres = 2_000 }: CovariateReach = {},
): RiskCovariate[] {
  const blur = gaussianBlur(grid, densityMetres);
  // A market just outside of the study area still lies near cells within it.
  const { mask: _outside, ...whole } = grid;
  return factors.flatMap(({ name, x, y }) => {
    if (x.length === 0) return [];
    const { counts } = countInCells(whole, x, y);
    return [
      { name: `${name}: distance`, values: nearestDistance(grid, x, y, distanceMetres) },
      { name: `${name}: density`, values: blur.apply(counts) },
    ];
  });
}

/** A covariate with mean 0 and variance 1 over the study area, or null where it does not vary. */
export function standardised(grid: CellGrid, { values }: RiskCovariate): Float64Array | null {
  const isIn = (cell: number) => !grid.mask || grid.mask[cell] === 1;
  let [cells, sum, squares] = [0, 0, 0];
  for (let cell = 0; cell < cellCount(grid); cell++) {
    if (!isIn(cell)) continue;
    cells++;
    sum += values[cell]!;
  }
  const mean = sum / cells;
  for (let cell = 0; cell < cellCount(grid); cell++) if (isIn(cell)) squares += (values[cell]! - mean) ** 2;
  const deviation = Math.sqrt(squares / cells);
  if (!(deviation > 1e-9 * Math.max(1, Math.abs(mean)))) return null;
  return Float64Array.from(values, (value) => (value - mean) / deviation);
}
