import type { Homography } from '@amaan/contracts/traffic/calibration';
import { describe, expect, test } from 'vitest';
import { GRID_ACROSS_M, GRID_ALONG_M, groundGrid } from './ground-grid.ts';

/** A camera 8 m above the road that looks along it: y = 0.3 is the horizon; the road comes nearer downwards. */
const HEIGHT = 8;
const camera: Homography = [...[HEIGHT, 0, -HEIGHT / 2], ...[0, 0, HEIGHT], ...[0, 1, -0.3]] as Homography;
const toGround = ([x, y]: readonly [number, number]) => {
  const [a, , c, , , f, , h, i] = camera;
  const w = h * y + i;
  return [(a * x + c) / w, f / w];
};

describe('the grid on the road', () => {
  const lines = groundGrid(camera);

  test('lies where the calibration says that its metres are', () => {
    expect(lines.length).toBeGreaterThan(10);
    for (const { points, runs, metres } of lines)
      for (const point of points) expect(toGround(point)[runs === 'along' ? 0 : 1]).toBeCloseTo(metres, 6);
    const across = lines.filter(({ runs }) => runs === 'across').map(({ metres }) => metres);
    expect(across.every((metres) => metres % GRID_ALONG_M === 0)).toBe(true);
    const along = lines.filter(({ runs }) => runs === 'along').map(({ metres }) => metres);
    expect(along.every((metres) => Number.isInteger(metres / GRID_ACROSS_M))).toBe(true);
  });

  test('has nothing above the horizon, behind the camera or far outside of the picture', () => {
    for (const { points } of lines)
      for (const [x, y] of points) {
        expect(y).toBeGreaterThan(0.3);
        expect(Math.max(Math.abs(x - 0.5), y - 0.5)).toBeLessThanOrEqual(0.55 + 1e-9);
      }
  });

  test('is nothing where the marks make no plane', () => {
    expect(groundGrid([1, 0, 0, 1, 0, 0, 0, 0, 1])).toEqual([]);
  });
});
