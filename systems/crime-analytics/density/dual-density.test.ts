import { seededRandom } from '@amaan/contracts/seeded-random';
import { expect, test } from 'vitest';
import { cellAt } from '../grid/cell-grid.ts';
import { addLabelRanks, dualDensity, relabelledRanks } from './dual-density.ts';

const grid = { originX: 0, originY: 0, cellMetres: 50, columns: 20, rows: 20 };
const random = seededRandom(3);
const draw = (count: number, from: number, reach: number) => ({
  x: Float64Array.from({ length: count }, () => from + reach * random()),
  y: Float64Array.from({ length: count }, () => from + reach * random()),
});
const people = draw(400, 0, 1_000);
const even = draw(100, 0, 1_000);
const gathered = {
  x: Float64Array.from([...even.x, ...draw(40, 600, 200).x]),
  y: Float64Array.from([...even.y, ...draw(40, 600, 200).y]),
};
const settings = { kernel: 'gaussian', bandwidthMetres: 100 } as const;

test('the same places twice have a relative risk of 1 everywhere, and differ nowhere', () => {
  for (const risk of dualDensity(people, people, grid, { ...settings, measure: 'relative-risk' }))
    expect(risk).toBeCloseTo(1, 12);
  for (const difference of dualDensity(people, people, grid, { ...settings, measure: 'difference' }))
    expect(difference).toBe(0);
});

test('twice as many incidents by as many people are twice the rate, and the same relative risk', () => {
  const twice = { ...even, weights: new Float64Array(100).fill(2) };
  const cell = cellAt(grid, 500, 500);
  for (const [measure, factor] of [
    ['rate', 2],
    ['relative-risk', 1],
  ] as const) {
    const once = dualDensity(even, people, grid, { ...settings, measure })[cell]!;
    expect(dualDensity(twice, people, grid, { ...settings, measure })[cell]).toBeCloseTo(factor * once, 9);
  }
});

test('where hardly anybody is, a quotient says nothing', () => {
  const corner = { x: [100], y: [100] };
  const risk = dualDensity(even, corner, grid, { ...settings, measure: 'rate' });
  expect(risk[cellAt(grid, 100, 100)]).toBeGreaterThan(0);
  expect(risk[cellAt(grid, 900, 900)]).toBeNaN();
  expect(() => dualDensity(even, { x: [], y: [] }, grid, { ...settings, measure: 'rate' })).toThrow('empty');
});

test('relabelling finds the gathering, and ranges of replicas add up to the whole', () => {
  const whole = relabelledRanks(gathered, people, grid, settings, { seed: 1, from: 0, to: 99 });
  expect(whole.atLeast[cellAt(grid, 700, 700)]).toBe(0);
  expect(whole.atMost[cellAt(grid, 700, 700)]).toBe(99);
  const parts = addLabelRanks(
    relabelledRanks(gathered, people, grid, settings, { seed: 1, from: 0, to: 40 }),
    relabelledRanks(gathered, people, grid, settings, { seed: 1, from: 40, to: 99 }),
  );
  expect(parts).toEqual(whole);
});
