import { expect, test } from 'vitest';
import { networkDensity } from './network-density.ts';
import { placeOnRoads } from './place-on-roads.ts';
import { roadNetwork } from './road-network.ts';
import { roadsInCells } from './roads-in-cells.ts';

/** A street that forks into a block of four and a dead end. */
const block = roadNetwork([
  [0, 0, 100, 0, 200, 0],
  [100, 0, 100, 100, 200, 100, 200, 0],
  [100, 0, 100, -80],
]);
const incidents = {
  x: [60, 25, 75, 150, 100, 150, 200, 100, 100],
  y: [0, 0, 0, 0, 50, 100, 75, -60, -10],
};

/** The density of the lixel whose middle is a place. */
function densityAt(found: ReturnType<typeof networkDensity>, x: number, y: number): number | undefined {
  const lixel = found.piece.findIndex((piece, at) => {
    const [a, b] = [block.pieceFrom[piece]!, block.pieceTo[piece]!];
    const share = (found.from[at]! + found.until[at]!) / 2 / block.pieceMetres[piece]!;
    const east = block.pointX[a]! + share * (block.pointX[b]! - block.pointX[a]!);
    const north = block.pointY[a]! + share * (block.pointY[b]! - block.pointY[a]!);
    return Math.hypot(east - x, north - y) < 1e-9;
  });
  return found.perKilometre[lixel];
}

test('as densityEqualSplit(…, at = "points", continuous = FALSE, leaveoneout = FALSE) of R 4.2, spatstat.linnet', () => {
  // Per metre · 1000 at the incidents themselves, without the first and the last; epsilon = 1e-9. With weights that
  // version answers something else for points than for pixels, so there are none here.
  const expected = {
    quartic: [
      18.200655864198, 22.480491255144, 11.611350308642, 12.956836419753, 11.694637345679, 10.349151234568,
      13.756877572016,
    ],
    gaussian: [
      18.453591459331, 22.544097993756, 11.739516066042, 12.700550624144, 11.502043925868, 10.583062654092,
      13.720666759227,
    ],
  };
  for (const [kernel, bandwidthMetres] of [
    ['quartic', 150],
    ['gaussian', 60],
  ] as const)
    for (const [n, value] of expected[kernel].entries()) {
      // Whichever of these lixels has its middle there.
      const found = [2, 10, 50, 100, 8].map((lixelMetres) =>
        densityAt(
          networkDensity(incidents, block, { kernel, bandwidthMetres, lixelMetres }),
          incidents.x[n + 1]!,
          incidents.y[n + 1]!,
        ),
      );
      expect(found.find((density) => density !== undefined)).toBeCloseTo(value, kernel === 'quartic' ? 9 : 3);
    }
});

test('on one long road the density is the kernel itself, and its integral one incident', () => {
  const road = roadNetwork([[0, 0, 1_000, 0, 2_000, 0]]);
  const { perKilometre, from, until } = networkDensity({ x: [980], y: [30] }, road, {
    kernel: 'quartic',
    bandwidthMetres: 200,
    lixelMetres: 5,
  });
  const volume = perKilometre.reduce((sum, value, at) => sum + (value * (until[at]! - from[at]!)) / 1_000, 0);
  expect(volume).toBeCloseTo(1, 3);
  expect(Math.max(...perKilometre)).toBeCloseTo((1_000 * 15) / 16 / 200, 1);
});

test('a junction splits a kernel and does not copy it', () => {
  const { perKilometre, from, until } = networkDensity({ x: [60], y: [0] }, block, {
    kernel: 'quartic',
    bandwidthMetres: 55,
    lixelMetres: 1,
  });
  const volume = perKilometre.reduce((sum, value, at) => sum + (value * (until[at]! - from[at]!)) / 1_000, 0);
  expect(volume).toBeCloseTo(1, 3);
});

test('places take the nearest road, and those far from every road are told', () => {
  const { piece, along, offRoads } = placeOnRoads(block, [50, 190, 150, -60], [20, 45, 400, 0], 90);
  expect([...piece.slice(0, 2)].map((n) => [block.pieceFrom[n], block.pieceTo[n]].sort())).toEqual([
    [0, 1],
    [2, 4],
  ]);
  expect(along[0]).toBe(50);
  expect(piece[2]).toBe(-1);
  expect(along[3]).toBe(0);
  expect(offRoads).toBe(1);
});

test('roads join where they share a point, once', () => {
  expect(block.pointX.length).toBe(6);
  expect(block.pieceFrom.length).toBe(6);
  const twice = roadNetwork([
    [0, 0, 100, 0],
    [100.2, 0.2, 0, 0],
  ]);
  expect(twice.pieceFrom.length).toBe(1);
  expect(() => roadNetwork([[0, 0]])).toThrow('no roads');
});

test('as a picture, cells have the mean of the road in them, and none where there is none', () => {
  const found = networkDensity(incidents, block, {
    kernel: 'quartic',
    bandwidthMetres: 150,
    lixelMetres: 10,
  });
  const grid = { originX: 0, originY: -100, cellMetres: 50, columns: 5, rows: 5 };
  const values = roadsInCells(grid, block, found);
  const lixels = [...found.piece.keys()].filter((at) => found.piece[at] === 0 && found.until[at]! <= 50);
  const mean = lixels.reduce((sum, at) => sum + found.perKilometre[at]!, 0) / lixels.length;
  expect(lixels).toHaveLength(5);
  expect(values[2 * 5]).toBeCloseTo(mean, 9);
  expect(values[0]).toBeNaN();
});
