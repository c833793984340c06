import { expect, test } from 'vitest';
import type { FivePoints } from '../landmarks/landmarks.ts';
import { ALIGNED_SIDE, alignFace, PLACES } from './align-face.ts';

/** A black picture with one white block of 9 × 9 pixels around each of some points. */
function marked(points: FivePoints, width: number, height: number) {
  const pixels = new Uint8Array(width * height * 3);
  for (const point of points)
    for (let dy = -4; dy <= 4; dy++)
      for (let dx = -4; dx <= 4; dx++) {
        const at = (Math.floor(point.y + dy) * width + Math.floor(point.x + dx)) * 3;
        pixels.fill(255, at, at + 3);
      }
  return { width, height, pixels };
}

test('a face that lies on its side and is twice as large comes out upright with its points in their places', () => {
  // Turned by a quarter: (x, y) becomes (300 − 2y, 2x + 20).
  const turned = PLACES.map(({ x, y }) => ({ x: 300 - 2 * y, y: 2 * x + 20 })) as unknown as FivePoints;
  const aligned = alignFace(marked(turned, 320, 260), turned)!;
  expect(aligned).toMatchObject({ width: ALIGNED_SIDE, height: ALIGNED_SIDE });
  const at = (x: number, y: number) => aligned.pixels[(Math.floor(y) * ALIGNED_SIDE + Math.floor(x)) * 3]!;
  for (const { x, y } of PLACES) expect(at(x, y)).toBeGreaterThan(200);
  expect(at(56, 40)).toBe(0);
  expect(at(20, 90)).toBe(0);
});

test('five points that are one cannot be aligned', () => {
  const point = { x: 5, y: 5 };
  expect(alignFace(marked(PLACES, 112, 112), [point, point, point, point, point])).toBeNull();
});
