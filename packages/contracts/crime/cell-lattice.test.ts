import { expect, test } from 'vitest';
import { type CellLattice, decodeRaster, latticePosition, latticeRing } from './cell-lattice.ts';

/** A curved patch: degrees as a quadratic function of the place, which nine points give exactly. */
const at = (u: number, v: number): [number, number] => [74 + u + 0.1 * v * v, 31 + v - 0.2 * u * v];
const lattice: CellLattice = {
  crs: 'EPSG:32643',
  originX: 0,
  originY: 0,
  cellMetres: 100,
  columns: 4,
  rows: 2,
  control: [0, 0.5, 1].flatMap((v) => [0, 0.5, 1].map((u) => at(u, v))),
};

test('positions follow from the control points', () => {
  for (const [column, row] of [
    [0, 0],
    [4, 2],
    [1.5, 0.25],
    [3, 1],
  ] as const) {
    const [longitude, latitude] = latticePosition(lattice, column, row);
    const expected = at(column / 4, row / 2);
    expect(longitude).toBeCloseTo(expected[0], 12);
    expect(latitude).toBeCloseTo(expected[1], 12);
  }
});

test('a cell is a closed ring, anticlockwise', () => {
  const ring = latticeRing(lattice, 5);
  expect(ring).toHaveLength(5);
  expect(ring[0]).toEqual(ring[4]);
  const area = ring.slice(0, -1).reduce((sum, [x, y], index) => {
    const [nextX = 0, nextY = 0] = ring[index + 1] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
  expect(area).toBeGreaterThan(0);
});

test('values of a raster are read back, not-a-number too', () => {
  const values = Float32Array.of(0, 1.5, Number.NaN, -2);
  const raster = {
    lattice,
    values: Buffer.from(values.buffer).toString('base64'),
    minimum: -2,
    maximum: 1.5,
  };
  expect([...decodeRaster(raster)]).toEqual([0, 1.5, Number.NaN, -2]);
});
