import { boxAround, type CellGrid, cellAt, cellCentre, gridOver } from '../grid/cell-grid.ts';
import type { ScanPlaces } from './scan-question.ts';

/** Incidents put into the cells of a grid as a scan takes them. */
export interface CellPlaces {
  readonly grid: CellGrid;
  /** The middles of the cells that have incidents: empty ones cannot be in a cluster. */
  readonly places: ScanPlaces;
  readonly casePlace: Int32Array;
}

/** @throws CrimeAnalyticsError `NO_INCIDENTS`, `CELL_SIZE_INVALID`, `GRID_TOO_LARGE` */
export function placesOfCells(x: Float64Array, y: Float64Array, cellMetres: number): CellPlaces {
  const grid = gridOver(boxAround(x, y), cellMetres);
  const placeOf = new Map<number, number>();
  const casePlace = Int32Array.from(x, (east, at) => {
    const cell = cellAt(grid, east, y[at]!);
    const place = placeOf.get(cell) ?? placeOf.size;
    placeOf.set(cell, place);
    return place;
  });
  const centres = Array.from(placeOf.keys(), (cell) => cellCentre(grid, cell));
  return {
    grid,
    places: {
      x: Float64Array.from(centres, (centre) => centre.x),
      y: Float64Array.from(centres, (centre) => centre.y),
    },
    casePlace,
  };
}
