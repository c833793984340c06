import type { CellLattice, Raster } from '@amaan/contracts/crime/cell-lattice';
import type { CellGrid } from '@amaan/crime-analytics/grid/cell-grid';
import { projectionOf } from '@amaan/crime-analytics/import/projection';

const THIRDS = [0, 0.5, 1] as const;

/** A grid as results carry it: with nine points of it on the globe. @param crs the plane it lies in */
export function latticeOf(grid: CellGrid, crs: string): CellLattice {
  const { originX, originY, cellMetres, columns, rows } = grid;
  const plane = projectionOf(crs);
  const control = THIRDS.flatMap((up) =>
    THIRDS.map((across): [number, number] => {
      const x = originX + across * columns * cellMetres;
      const y = originY + up * rows * cellMetres;
      const [longitude, latitude] = plane.inverse(x, y);
      return [longitude, latitude];
    }),
  );
  return { crs, originX, originY, cellMetres, columns, rows, control };
}

/** Values of a grid's cells as results carry them; those outside of its study area become NaN. */
export function rasterOf(grid: CellGrid, values: ArrayLike<number>, crs: string): Raster {
  const floats = new Float32Array(grid.columns * grid.rows);
  let [minimum, maximum] = [Infinity, -Infinity];
  for (let cell = 0; cell < floats.length; cell += 1) {
    const value = grid.mask && !grid.mask[cell] ? Number.NaN : (values[cell] ?? Number.NaN);
    floats[cell] = value;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return {
    lattice: latticeOf(grid, crs),
    values: Buffer.from(floats.buffer).toString('base64'),
    minimum: minimum === Infinity ? 0 : minimum,
    maximum: maximum === -Infinity ? 0 : maximum,
  };
}
