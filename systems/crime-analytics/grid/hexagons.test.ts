import { expect, test } from 'vitest';
import { hexagonWeights } from '../autocorrelation/hexagon-weights.ts';
import { localG } from '../autocorrelation/local-g.ts';
import {
  areasOfHexagons,
  countInHexagons,
  hexagonCentre,
  hexagonRing,
  hexagonSpacing,
  hexagonsAround,
  hexagonsInside,
  hexagonsNear,
  resolutionLike,
} from './hexagons.ts';

const LAHORE = [74.3436, 31.5497] as const;
const around = hexagonsAround([LAHORE[0]], [LAHORE[1]], 9, 3);

test('around one place lie rings of hexagons', () => {
  expect(around.cells).toHaveLength(1 + 6 + 12 + 18);
  expect(hexagonsAround([LAHORE[0]], [LAHORE[1]], 9, 3)).toEqual(around);
});

test('every incident is counted in its hexagon, or told as outside', () => {
  const { counts, outside } = countInHexagons(
    around,
    [LAHORE[0], LAHORE[0], 74.5],
    [LAHORE[1], LAHORE[1], 31.5],
    [1, 0.5, 1],
  );
  expect(Math.max(...counts)).toBe(1.5);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1.5);
  expect(outside).toBe(1);
});

test('outlines are closed and lie around their middles', () => {
  const cell = around.cells[0]!;
  const ring = hexagonRing(cell);
  expect(ring).toHaveLength(7);
  expect(ring[6]).toEqual(ring[0]);
  const [longitude, latitude] = hexagonCentre(cell);
  expect(Math.min(...ring.map(([east]) => east))).toBeLessThan(longitude);
  expect(Math.max(...ring.map(([, north]) => north))).toBeGreaterThan(latitude);
});

test('hexagons of an area are those whose middles lie in it', () => {
  const [west, south] = [LAHORE[0] - 0.02, LAHORE[1] - 0.02];
  const ring = [
    [west, south],
    [west + 0.04, south],
    [west + 0.04, south + 0.04],
    [west, south + 0.04],
    [west, south],
  ] as const;
  const inside = hexagonsInside([[ring.map(([x, y]): [number, number] => [x, y])]], 9);
  // 3.8 km by 4.4 km; a hexagon of resolution 9 is some 0.1 km² there.
  expect(inside.cells.length).toBeGreaterThan(130);
  expect(inside.cells.length).toBeLessThan(200);
  for (const cell of inside.cells) {
    const [x, y] = hexagonCentre(cell);
    expect(x > west && x < west + 0.04 && y > south && y < south + 0.04).toBe(true);
  }
  expect(() => hexagonsInside([[ring.map(([x, y]): [number, number] => [x, y])]], 3)).toThrow('smaller than');
});

test('what lies within two rings of an area is a hole of it', () => {
  const square = (size: number): [number, number][] => [
    [LAHORE[0] - size, LAHORE[1] - size],
    [LAHORE[0] + size, LAHORE[1] - size],
    [LAHORE[0] + size, LAHORE[1] + size],
    [LAHORE[0] - size, LAHORE[1] + size],
  ];
  const whole = hexagonsInside([[square(0.03)]], 9).cells.length;
  const hole = hexagonsInside([[square(0.01)]], 9).cells.length;
  expect(hexagonsInside([[square(0.03), square(0.01)]], 9).cells).toHaveLength(whole - hole);
  expect(hexagonsInside([[square(0.03)], [square(0.01)]], 9).cells).toHaveLength(whole);
});

test('a hexagon has six neighbours, and Gi* finds where incidents gather', () => {
  const weights = hexagonWeights(around);
  const middle = countInHexagons(around, [LAHORE[0]], [LAHORE[1]]).counts.indexOf(1);
  expect(weights.offsets[middle + 1]! - weights.offsets[middle]!).toBe(6);
  const counts = new Float64Array(around.cells.length).fill(1);
  counts[middle] = 30;
  expect(localG(counts, weights, { star: true }).z[middle]).toBeGreaterThan(2);
});

test('the resolution that is most like squares of a side, and what is no place', () => {
  expect(resolutionLike(330)).toBe(9);
  expect(resolutionLike(1_000)).toBe(8);
  expect(hexagonSpacing(9)).toBeCloseTo(348, -1);
  expect(() => hexagonsAround([200], [31], 9)).toThrow('no longitude and latitude');
  expect(() => hexagonsAround([], [], 9)).toThrow('no incidents');
});

test('near a place are the hexagons whose middles are near that of its own', () => {
  const near = (metres: number) => hexagonsNear([LAHORE[0]], [LAHORE[1]], 10, metres).cells.length;
  // In Lahore the middles of neighbours are 137 to 140 m apart, those of the next but one 235 to 241 and 273 to 280 m.
  expect([near(0), near(150), near(250), near(300)]).toEqual([1, 7, 13, 19]);
});

test('a hexagon belongs to the first area that its middle lies in, or to none', () => {
  const square = (west: number, east: number) => [
    [
      [west, 31.5],
      [east, 31.5],
      [east, 31.6],
      [west, 31.6],
    ].map(([x, y]): [number, number] => [x!, y!]),
  ];
  const areas = areasOfHexagons(around, [square(LAHORE[0], 74.4), square(74.3, 74.4)]);
  for (const [place, cell] of around.cells.entries())
    expect(areas[place]).toBe(hexagonCentre(cell)[0] > LAHORE[0] ? 0 : 1);
  expect([...new Set(areasOfHexagons(around, [square(74.5, 74.6)]))]).toEqual([-1]);
});
