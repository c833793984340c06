import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { type CellGrid, cellAt, cellCount } from '../grid/cell-grid.ts';
import type { IncidentColumns } from '../incident-columns.ts';

/** A period cut into equal steps. */
export interface TimeSteps {
  /** Milliseconds since 1970 UTC at which the first step begins. */
  readonly from: number;
  readonly stepMs: number;
  readonly steps: number;
}

/** More values than this do not fit a server that does other things, too. */
const MOST_VALUES = 20_000_000;

/**
 * Counts incidents by step of time and cell. One that may have happened in several steps counts in each with the part
 * of its interval that lies in it (aoristic weights; J. H. Ratcliffe, Int. J. GIS 14 (2000) 669–679).
 * @returns For each step one value a cell
 * @throws CrimeAnalyticsError `STEPS_INVALID`, `GRID_TOO_LARGE`
 */
export function countInSteps(
  grid: CellGrid,
  incidents: IncidentColumns,
  { from, stepMs, steps }: TimeSteps,
): Float64Array[] {
  if (!(stepMs > 0 && Number.isInteger(steps) && steps > 0))
    throw new CrimeAnalyticsError('STEPS_INVALID', 'The period holds no whole step of time.');
  if (steps * cellCount(grid) > MOST_VALUES)
    throw new CrimeAnalyticsError(
      'GRID_TOO_LARGE',
      `${steps} steps of ${cellCount(grid)} cells are too many; choose larger cells, longer steps or a smaller area.`,
    );
  const counts = Array.from({ length: steps }, () => new Float64Array(cellCount(grid)));
  for (let incident = 0; incident < incidents.length; incident += 1) {
    const cell = cellAt(grid, incidents.x[incident]!, incidents.y[incident]!);
    if (cell < 0) continue;
    const begin = (incidents.from[incident]! - from) / stepMs;
    const end = (incidents.until[incident]! - from) / stepMs;
    const first = Math.floor(begin);
    if (!(end > begin)) {
      const counted = counts[first];
      if (counted) counted[cell]! += 1;
      continue;
    }
    for (let step = Math.max(0, first); step < Math.min(steps, end); step += 1)
      counts[step]![cell]! += (Math.min(end, step + 1) - Math.max(begin, step)) / (end - begin);
  }
  return counts;
}
