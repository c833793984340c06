import { decodeRaster, latticePosition } from '@amaan/contracts/crime/cell-lattice';
import { projectionOf } from '@amaan/crime-analytics/import/projection';
import { expect, test } from 'vitest';
import { latticeOf, rasterOf } from './lattice-of.ts';

const METRES_PER_DEGREE = 111_320;

test('every corner of a city’s cells is told from nine points to less than a metre', () => {
  const plane = projectionOf('EPSG:32643');
  const [x, y] = plane.forward(74.1, 31.3);
  const grid = { originX: x, originY: y, cellMetres: 250, columns: 200, rows: 160 };
  const lattice = latticeOf(grid, 'EPSG:32643');
  let worst = 0;
  for (let row = 0; row <= grid.rows; row += 13)
    for (let column = 0; column <= grid.columns; column += 7) {
      const [longitude, latitude] = latticePosition(lattice, column, row);
      const [exactLongitude, exactLatitude] = plane.inverse(x + column * 250, y + row * 250);
      const east = (longitude - exactLongitude) * METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
      worst = Math.max(worst, Math.hypot(east, (latitude - exactLatitude) * METRES_PER_DEGREE));
    }
  expect(worst).toBeLessThan(1);
});

test('a raster keeps its values, and nothing outside of the study area', () => {
  const grid = { originX: 439_000, originY: 3_487_000, cellMetres: 100, columns: 2, rows: 2 };
  const raster = rasterOf({ ...grid, mask: Uint8Array.of(1, 1, 0, 1) }, [1, 2, 3, 0.5], 'EPSG:32643');
  expect([...decodeRaster(raster)]).toEqual([1, 2, Number.NaN, 0.5]);
  expect(raster).toMatchObject({ minimum: 0.5, maximum: 2 });
});
