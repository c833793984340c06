import { gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, test } from 'vitest';
import { projectionOf } from '../import/projection.ts';
import { HexagonCells } from './hexagon-cells.ts';

/** Cities of four continents and both hemispheres; H3 draws its hexagons differently in each. */
const CITIES: readonly (readonly [string, number, number, string])[] = [
  ['Lahore', 31.5204, 74.3587, 'EPSG:32643'],
  ['Vancouver', 49.2609, -123.1139, 'EPSG:32610'],
  ['Nottingham', 52.9536, -1.1505, 'EPSG:32630'],
  ['Nairobi', -1.2864, 36.8172, 'EPSG:32737'],
  ['Sydney', -33.8688, 151.2093, 'EPSG:32756'],
];

function around(city: readonly [string, number, number, string], resolution: number, rings: number) {
  const [, latitude, longitude, crs] = city;
  const plane = projectionOf(crs);
  const middle = latLngToCell(latitude, longitude, resolution);
  const cells = new HexagonCells({ resolution, cells: gridDisk(middle, rings).sort() }, plane);
  return { cells, plane, middle: cells.set.cells.indexOf(middle) };
}

describe.each(CITIES)('hexagons in %s', (...city) => {
  const { cells, middle } = around(city, 10, 40);

  test('every middle lies in its own hexagon', () => {
    for (const cell of cells.studied) {
      const { x, y } = cells.centre(cell);
      expect(cells.at(x, y)).toBe(cell);
    }
    const { x, y } = cells.centre(middle);
    expect(cells.at(x + 50_000, y)).toBe(-1);
    expect(cells.at(Number.NaN, y)).toBe(-1);
  });

  test.each([100, 300, 600])('what is spread by %d m is as wide in all directions', (metres) => {
    const values = new Float64Array(cells.count);
    values[middle] = 10;
    const spread = cells.spread(values, metres);
    const from = cells.centre(middle);
    const sums = { all: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
    for (const [cell, value] of spread.entries()) {
      const { x, y } = cells.centre(cell);
      const [dx, dy] = [x - from.x, y - from.y];
      sums.all += value;
      sums.x += value * dx;
      sums.y += value * dy;
      sums.xx += value * dx * dx;
      sums.yy += value * dy * dy;
      sums.xy += value * dx * dy;
    }
    expect(sums.all).toBeCloseTo(10, 2);
    expect(Math.hypot(sums.x, sums.y) / 10).toBeLessThan(2);
    // Whole cells are spread: along each of three lines a twelfth of the square of a step, s² = 2 / √3 of a cell, is added.
    const added = (3 / 2) * (1 / 12) * ((2 / Math.sqrt(3)) * cells.sideMetres ** 2);
    for (const square of [sums.xx, sums.yy])
      expect(Math.abs(square / 10 / (metres ** 2 + added) - 1)).toBeLessThan(0.03);
    expect(Math.abs(sums.xy / 10) / metres ** 2).toBeLessThan(0.02);
  });

  test('six touch each, fewer at the edge', () => {
    expect(cells.touching(middle)).toHaveLength(6);
    const counts = Array.from(cells.studied, (cell) => cells.touching(cell).length);
    expect(Math.min(...counts)).toBe(3);
    for (const other of cells.touching(middle)) expect(cells.touching(other)).toContain(middle);
  });
});

test('a spread much narrower than a hexagon stays in it', () => {
  const { cells, middle } = around(CITIES[0]!, 8, 3);
  const values = new Float64Array(cells.count);
  values[middle] = 1;
  expect(cells.spread(values, 1)[middle]).toBeCloseTo(1, 6);
});

test('around a pentagon there are no rows', () => {
  const plane = projectionOf('EPSG:32632');
  const pentagon = '8a0800000007fff';
  const ring = gridDisk(pentagon, 3).sort();
  expect(() => new HexagonCells({ resolution: 10, cells: ring }, plane)).toThrow(
    expect.objectContaining({ code: 'HEXAGONS_IRREGULAR' }),
  );
});
