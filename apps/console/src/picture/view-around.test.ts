import type { Box } from '@amaan/contracts/geometry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewAround } from './view-around.ts';

const STAMP = 16 / 9;

const anyBox: fc.Arbitrary<Box> = fc
  .tuple(...Array.from({ length: 4 }, () => fc.double({ min: 0, max: 1, noNaN: true })))
  .map(([a, b, c, d]) => [Math.min(a!, b!), Math.min(c!, d!), Math.abs(a! - b!), Math.abs(c! - d!)]);
const anyRatio = fc.double({ min: 0.2, max: 5, noNaN: true });

describe('the view around an object', () => {
  test('has the shape of the stamp, lies in the picture and holds the middle of the object', () => {
    fc.assert(
      fc.property(anyBox, anyRatio, (box, pictureRatio) => {
        const [x, y, width, height] = viewAround(box, pictureRatio, STAMP);
        expect((width * pictureRatio) / height).toBeCloseTo(STAMP, 9);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + 1e-12);
        const [middleX, middleY] = [box[0] + box[2] / 2, box[1] + box[3] / 2];
        expect(middleX).toBeGreaterThanOrEqual(x - 1e-12);
        expect(middleX).toBeLessThanOrEqual(x + width + 1e-12);
        expect(middleY).toBeGreaterThanOrEqual(y - 1e-12);
        expect(middleY).toBeLessThanOrEqual(y + height + 1e-12);
      }),
    );
  });

  test('is the whole width of a portrait picture when the object is large, with top and bottom cut off', () => {
    const [x, y, width, height] = viewAround([0.1, 0.3, 0.8, 0.6], 9 / 16, STAMP);
    expect([x, width]).toEqual([0, 1]);
    expect(height).toBeCloseTo((9 / 16) ** 2, 9);
    expect(y + height / 2).toBeCloseTo(0.6, 9);
  });

  test('holds a small object whole', () => {
    expect(viewAround([0.5, 0.5, 0.02, 0.05], STAMP, STAMP)).toEqual([
      expect.closeTo(0.34, 9),
      expect.closeTo(0.355, 9),
      0.34,
      0.34,
    ]);
  });
});
