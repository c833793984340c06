import { decodeRaster, latticeRing } from '@amaan/contracts/crime/cell-lattice';
import type { ForecastResult } from '@amaan/contracts/crime/forecast';
import type { Position } from '@amaan/contracts/geometry';
import { HexagonCells } from '@amaan/crime-analytics/grid/hexagon-cells';
import { areasOfHexagons, hexagonRing } from '@amaan/crime-analytics/grid/hexagons';
import { SquareCells } from '@amaan/crime-analytics/grid/square-cells';
import type { StudyCells } from '@amaan/crime-analytics/grid/study-cells';
import { projectionOf } from '@amaan/crime-analytics/import/projection';
import type { AnalysisArea } from '../analyses/analysis-data.ts';
import { areaOfCells } from '../analyses/area-of-cells.ts';

/** The cells of a forecast as the planner takes them. */
export interface ForecastCells {
  readonly cells: StudyCells;
  /** The plane, `EPSG:32643`. */
  readonly crs: string;
  /** Incidents expected in each cell; 0 outside of the study area. */
  readonly expected: Float64Array;
  /** The same text for the same cell in every forecast, whatever its number there. */
  readonly nameOf: (cell: number) => string;
  readonly ringOf: (cell: number) => Position[];
  /** Index into areas of the one that each cell's middle lies in, −1 for none. */
  readonly areasOf: (areas: readonly AnalysisArea[]) => Int16Array;
}

export function forecastCells({ raster, hexagons }: ForecastResult): ForecastCells {
  if (hexagons !== undefined) {
    const set = { resolution: hexagons.resolution, cells: hexagons.cells };
    const cells = new HexagonCells(set, projectionOf(hexagons.crs));
    return {
      ...{ cells, crs: hexagons.crs, expected: Float64Array.from(hexagons.expected) },
      nameOf: (cell) => cells.name(cell),
      ringOf: (cell) => hexagonRing(hexagons.cells[cell]!),
      areasOf: (areas) =>
        areasOfHexagons(
          set,
          areas.map(({ rings }) => rings),
        ),
    };
  }
  if (raster === undefined) throw new Error('a forecast has neither squares nor hexagons');
  const { lattice } = raster;
  const { crs, originX, originY, cellMetres, columns, rows } = lattice;
  const values = decodeRaster(raster);
  const mask = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1));
  const grid = { originX, originY, cellMetres, columns, rows, mask };
  const cells = new SquareCells(grid);
  return {
    ...{ cells, crs, expected: Float64Array.from(values, (value) => (Number.isNaN(value) ? 0 : value)) },
    nameOf: (cell) => `${crs}:${cells.name(cell)}`,
    ringOf: (cell) => latticeRing(lattice, cell),
    areasOf: (areas) => areaOfCells(grid, areas),
  };
}
