import { AmaanError } from '@amaan/contracts/problem';
import { hotSpots } from '@amaan/crime-analytics/autocorrelation/hot-spots';
import { boxAround } from '@amaan/crime-analytics/grid/cell-grid';
import { countInCells } from '@amaan/crime-analytics/grid/count-in-cells';
import { type CrimePart, crimeFigure } from './crime-part.ts';
import { fastestOf } from './fastest-of.ts';
import { pythonFloor } from './python-floor.ts';
import { yearOfIncidents } from './year-of-incidents.ts';

const SIDE = 100;

/**
 * Gi* of 10,000 cells from a city's year, counting, p-values and false discoveries included. The plain version shuffles
 * 999 times, too; by more it would only show the more how long that takes it.
 */
export const hotSpotFigures: CrimePart = async function* () {
  const { x, y } = yearOfIncidents();
  const { west, south, east, north } = boxAround(x, y);
  const cellMetres = Math.max(east - west, north - south) / (SIDE - 0.01);
  const grid = { originX: west, originY: south, cellMetres, columns: SIDE, rows: SIDE };
  for (const permutations of [0, 999, 9_999]) {
    const settings = permutations > 0 ? { permutation: { permutations, seed: 1 } } : {};
    const { ms, result } = fastestOf(5, () => hotSpots(grid, countInCells(grid, x, y).counts, settings));
    const floor =
      permutations === 999
        ? await pythonFloor('gi_star.py', {
            arrays: { counts: countInCells(grid, x, y).counts },
            settings: { side: SIDE, permutations },
          })
        : undefined;
    const highest = result.z.reduce((high, z) => Math.max(high, z), 0);
    if (floor && Math.abs((floor.result as number) - highest) > 1e-6)
      throw new AmaanError('FLOOR_DISAGREES', 'The plain version finds another highest Gi*.');
    yield crimeFigure(
      `Gi* of ${SIDE * SIDE} cells, ${permutations === 0 ? 'p-values of the normal distribution' : `${permutations} permutations`}`,
      ms,
      'ms',
      { atMost: 200, floor: floor ? floor.seconds * 1000 : undefined },
    );
  }
};
