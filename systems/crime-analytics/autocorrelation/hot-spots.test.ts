import { seededRandom } from '@amaan/contracts/seeded-random';
import { expect, test } from 'vitest';
import { cellAt } from '../grid/cell-grid.ts';
import { countInCells } from '../grid/count-in-cells.ts';
import { hotSpots } from './hot-spots.ts';

const grid = { originX: 1_000, originY: 2_000, cellMetres: 100, columns: 30, rows: 30 };
const random = seededRandom(4);
const x = Array.from({ length: 1_500 }, () => 1_000 + 3_000 * random());
const y = Array.from({ length: 1_500 }, () => 2_000 + 3_000 * random());
const scattered = countInCells(grid, x, y).counts;
const gathered = countInCells(
  grid,
  [...x, ...Array.from({ length: 80 }, () => 1_900 + 300 * random())],
  [...y, ...Array.from({ length: 80 }, () => 2_900 + 300 * random())],
).counts;
const permutation = { permutations: 9_999, seed: 2 };

test('a gathering of incidents is marked, and nothing far from it', () => {
  for (const settings of [{}, { permutation }, { anyDependence: true }, { star: false }]) {
    const { mark, hot, z, q } = hotSpots(grid, gathered, settings);
    const middle = cellAt(grid, 2_050, 3_050);
    expect(mark[middle]).toBe(1);
    expect(z[middle]).toBeGreaterThan(4);
    expect(q[middle]).toBeLessThan(0.05);
    expect(hot).toBeLessThanOrEqual(30);
    expect(mark[cellAt(grid, 3_500, 4_500)]).toBe(0);
  }
});

test('incidents that lie anywhere make no hot spots', () => {
  expect(hotSpots(grid, scattered).hot).toBe(0);
  expect(hotSpots(grid, scattered, { permutation }).hot).toBe(0);
});

test('what lies outside of the study area has no score', () => {
  const mask = new Uint8Array(900).fill(1);
  mask.fill(0, 0, 30);
  const { z, mark, cells } = hotSpots({ ...grid, mask }, gathered);
  expect(cells).toBe(870);
  expect(z[5]).toBeNaN();
  expect(mark[5]).toBe(0);
});

test('a rate of everything is refused', () => {
  expect(() => hotSpots(grid, gathered, { falseDiscoveryRate: 1 })).toThrow('between 0 and 1');
});
