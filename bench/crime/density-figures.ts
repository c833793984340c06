import { AmaanError } from '@amaan/contracts/problem';
import { kernelDensity } from '@amaan/crime-analytics/density/kernel-density';
import { boxAround } from '@amaan/crime-analytics/grid/cell-grid';
import { type CrimePart, crimeFigure } from './crime-part.ts';
import { fastestOf } from './fastest-of.ts';
import { pythonFloor } from './python-floor.ts';
import { YEAR_OF_INCIDENTS, yearOfIncidents } from './year-of-incidents.ts';

const SIDE = 512;
/** Metres; the larger ones are what the rule of thumb proposes for these incidents, the others what a map of streets wants. */
const CASES = [
  { kernel: 'gaussian', bandwidthMetres: 150 },
  { kernel: 'gaussian', bandwidthMetres: 400 },
  { kernel: 'quartic', bandwidthMetres: 400 },
  { kernel: 'quartic', bandwidthMetres: 1_200 },
] as const;
/** Of the volume, between a kernel where the incident is and one in the middle of its cell. */
const APART = 0.002;

/**
 * Kernel density rasters of a city's year. The floor puts every incident in the middle of its cell and smooths the counts;
 * ours is exact to 2 · 10⁻⁵ of a peak.
 */
export const densityFigures: CrimePart = async function* () {
  const { x, y } = yearOfIncidents();
  const { west, south, east, north } = boxAround(x, y);
  const cell = Math.max(east - west, north - south) / (SIDE - 1);
  const grid = { originX: west, originY: south, cellMetres: cell, columns: SIDE, rows: SIDE };
  for (const settings of CASES) {
    const { kernel, bandwidthMetres: bandwidth } = settings;
    const { ms, result } = fastestOf(5, () => kernelDensity({ x, y }, grid, settings));
    const floor = await pythonFloor('kernel_density.py', {
      arrays: { x, y },
      settings: { west, south, cell, side: SIDE, kernel, bandwidth },
    });
    const volume = (result.reduce((sum, value) => sum + value, 0) * cell * cell) / 1e6;
    if (floor && Math.abs((floor.result as number) / volume - 1) > APART)
      throw new AmaanError('FLOOR_DISAGREES', 'The plain version spreads another number of incidents.');
    yield crimeFigure(
      `density of ${YEAR_OF_INCIDENTS} incidents on ${SIDE} × ${SIDE}, ${kernel}, ${bandwidth} m`,
      ms,
      'ms',
      { atMost: 300, floor: floor ? floor.seconds * 1000 : undefined },
    );
  }
};
