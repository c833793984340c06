import { expect, test } from 'vitest';
import { boxAround, cellAt, cellCentre, gridOver, studyCellCount } from './cell-grid.ts';
import { countInCells } from './count-in-cells.ts';
import { maskNearIncidents } from './mask-near-incidents.ts';

test('a grid begins on multiples of its cells, and holds its box to the last point', () => {
  const grid = gridOver({ west: -130, south: 250, east: 400, north: 999 }, 100);
  expect(grid).toEqual({ originX: -200, originY: 200, cellMetres: 100, columns: 7, rows: 8 });
  expect(cellAt(grid, -130, 250)).toBe(0);
  expect(cellAt(grid, 400, 999)).toBe(55);
  expect(cellAt(grid, 500, 300)).toBe(-1);
  expect(cellAt(grid, Number.NaN, 300)).toBe(-1);
  expect(cellCentre(grid, 8)).toEqual({ x: -50, y: 350 });
});

test('every incident is counted once, by its weight, or told as outside', () => {
  const grid = gridOver({ west: 0, south: 0, east: 199, north: 99 }, 100);
  expect(countInCells(grid, [10, 150, 150, 900], [10, 10, 20, 10])).toEqual({
    counts: Float64Array.of(1, 2),
    outside: 1,
  });
  expect(countInCells(grid, [10, 150], [10, 10], [0.25, 0.5]).counts).toEqual(Float64Array.of(0.25, 0.5));
});

test('cells far from every incident are left out of a study area', () => {
  const grid = gridOver({ west: 0, south: 0, east: 999, north: 999 }, 100);
  const counts = new Float64Array(100);
  counts[0] = 3;
  const near = maskNearIncidents(grid, counts, 200);
  expect(studyCellCount(near)).toBe(6);
  expect(cellAt(near, 150, 150)).toBe(11);
  expect(cellAt(near, 250, 150)).toBe(-1);
  const masked = maskNearIncidents({ ...grid, mask: new Uint8Array(100).fill(1).fill(0, 1, 2) }, counts, 200);
  expect(studyCellCount(masked)).toBe(5);
});

test('what makes no grid is refused with its reason', () => {
  expect(() => boxAround([], [])).toThrow('no incidents');
  const box = { west: 0, south: 0, east: 1e6, north: 1e6 };
  expect(() => gridOver(box, 0)).toThrow('above 0');
  expect(() => gridOver(box, 1)).toThrow('choose larger cells');
});
