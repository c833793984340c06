import { boxAround, type CellGrid, gridOver } from '../grid/cell-grid.ts';
import { countInCells } from '../grid/count-in-cells.ts';
import { HexagonCells } from '../grid/hexagon-cells.ts';
import { hexagonsNear } from '../grid/hexagons.ts';
import { maskNearIncidents } from '../grid/mask-near-incidents.ts';
import { SquareCells } from '../grid/square-cells.ts';
import type { StudyCells } from '../grid/study-cells.ts';
import { projectionOf } from '../import/projection.ts';
import type { IncidentColumns } from '../incident-columns.ts';
import {
  type CellShape,
  DEFAULT_CELL_METRES,
  type ForecastQuestion,
  STUDY_AREA_METRES,
} from './forecast-question.ts';
import { ordinaryPlaces } from './ordinary-places.ts';

/**
 * The cells that a forecast is made and judged in: those of the question, or all whose middle lies within
 * `STUDY_AREA_METRES` of the middle of a cell with an incident before the origin, of whatever offence. Model and baselines
 * share it. It leaves out sea and empty land, which would flatter every PAI, places that no city reaches to, and what came
 * after the origin.
 *
 * @throws CrimeAnalyticsError `NO_INCIDENTS`, `CELL_SIZE_INVALID`, `GRID_TOO_LARGE`, `PLACE_INVALID`, `HEXAGONS_IRREGULAR`;
 *   ProjectionError `CRS_UNKNOWN`
 */
export function studyArea(incidents: IncidentColumns, question: ForecastQuestion): StudyCells {
  if (question.cells) return question.cells;
  const { x, y } = knownPlaces(incidents, question.origin);
  const { shape = { shape: 'square', cellMetres: DEFAULT_CELL_METRES } } = question;
  return shape.shape === 'square'
    ? new SquareCells(gridNear(x, y, shape.cellMetres))
    : hexagonsOver(x, y, shape);
}

/** Where incidents were that were over before the origin, slips of the pen left out. */
function knownPlaces(incidents: IncidentColumns, origin: number): { x: number[]; y: number[] } {
  const known = incidents.until.map((until) => (until <= origin ? 1 : 0));
  const isKnown = (_: number, at: number) => known[at] === 1;
  const isOrdinary = ordinaryPlaces(incidents.x.filter(isKnown), incidents.y.filter(isKnown));
  const [x, y]: [number[], number[]] = [[], []];
  for (let at = 0; at < incidents.length; at += 1) {
    if (known[at] === 0 || !isOrdinary(incidents.x[at]!, incidents.y[at]!)) continue;
    x.push(incidents.x[at]!);
    y.push(incidents.y[at]!);
  }
  return { x, y };
}

function hexagonsOver(
  x: readonly number[],
  y: readonly number[],
  { resolution, crs }: Extract<CellShape, { shape: 'hexagon' }>,
): HexagonCells {
  const plane = projectionOf(crs);
  const places = x.map((east, at) => plane.inverse(east, y[at]!));
  const longitude = places.map(([one]) => one);
  const latitude = places.map(([, one]) => one);
  return new HexagonCells(hexagonsNear(longitude, latitude, resolution, STUDY_AREA_METRES), plane);
}

function gridNear(x: readonly number[], y: readonly number[], cellMetres: number): CellGrid {
  const box = boxAround(x, y);
  const margin = STUDY_AREA_METRES + cellMetres;
  const grid = gridOver(
    {
      west: box.west - margin,
      south: box.south - margin,
      east: box.east + margin,
      north: box.north + margin,
    },
    cellMetres,
  );
  return maskNearIncidents(grid, countInCells(grid, x, y).counts, STUDY_AREA_METRES);
}
