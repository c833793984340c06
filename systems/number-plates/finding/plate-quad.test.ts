import type { Quad } from '@amaan/vision/image/homography';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  boxAround,
  boxOf,
  grown,
  middleOf,
  overlapOf,
  type PixelBox,
  placed,
  quadOf,
  sharedArea,
  sizeOf,
} from './plate-quad.ts';

const boxes: fc.Arbitrary<PixelBox> = fc.record({
  x: fc.integer({ min: -100, max: 100 }),
  y: fc.integer({ min: -100, max: 100 }),
  width: fc.integer({ min: 1, max: 80 }),
  height: fc.integer({ min: 1, max: 80 }),
});

test('a box is its quad’s box; size and middle are the box’s', () => {
  fc.assert(
    fc.property(boxes, (box) => {
      const quad = quadOf(box);
      expect(boxOf(quad)).toEqual(box);
      expect(sizeOf(quad)).toEqual({ width: box.width, height: box.height });
      expect(middleOf(quad)).toEqual({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    }),
  );
});

test('growing moves each side out by its part, and leaves the middle where it is', () => {
  fc.assert(
    fc.property(
      boxes,
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      (box, across, down) => {
        const out = boxOf(grown(quadOf(box), across / 4, down / 4));
        expect(out.width).toBeCloseTo(box.width * (1 + across / 2), 9);
        expect(out.height).toBeCloseTo(box.height * (1 + down / 2), 9);
        expect(middleOf(quadOf(out)).x).toBeCloseTo(middleOf(quadOf(box)).x, 9);
        expect(middleOf(quadOf(out)).y).toBeCloseTo(middleOf(quadOf(box)).y, 9);
      },
    ),
  );
});

test('a leaning quad grows along its own sides', () => {
  const leaning: Quad = [
    { x: 0, y: 0 },
    { x: 40, y: 10 },
    { x: 40, y: 30 },
    { x: 0, y: 20 },
  ];
  expect(grown(leaning, 0.5, 0)).toEqual([
    { x: -20, y: -5 },
    { x: 60, y: 15 },
    { x: 60, y: 35 },
    { x: -20, y: 15 },
  ]);
  expect(placed(leaning, 2, 0.5)[2]).toEqual({ x: 80, y: 15 });
  expect(placed(leaning, 2, 0.5, { x: 100, y: 7 })[2]).toEqual({ x: 180, y: 22 });
});

test('overlaps do not depend on the order, are 1 for the same and 0 for what only touches', () => {
  fc.assert(
    fc.property(boxes, boxes, (a, b) => {
      const overlap = overlapOf(quadOf(a), quadOf(b));
      expect(overlap).toBeCloseTo(overlapOf(quadOf(b), quadOf(a)), 12);
      expect(sharedArea(a, b)).toBe(sharedArea(b, a));
      expect(overlap).toBeLessThanOrEqual(sharedArea(a, b) + 1e-12);
      expect(overlapOf(quadOf(a), quadOf(a))).toBe(1);
      const beside = { ...a, x: a.x + a.width };
      expect([overlapOf(quadOf(a), quadOf(beside)), sharedArea(a, beside)]).toEqual([0, 0]);
    }),
  );
  const [whole, part] = [
    { x: 0, y: 0, width: 100, height: 40 },
    { x: 50, y: 10, width: 25, height: 20 },
  ];
  expect(sharedArea(whole, part)).toBe(1);
  expect(overlapOf(quadOf(whole), quadOf(part))).toBe(500 / 4000);
});

test('the box around boxes holds each of them and no more', () => {
  fc.assert(
    fc.property(fc.array(boxes, { minLength: 1, maxLength: 5 }), (several) => {
      const around = boxAround(several);
      for (const box of several) expect(sharedArea(around, box)).toBe(1);
      expect(several.some(({ x }) => x === around.x)).toBe(true);
      expect(several.some(({ y, height }) => y + height === around.y + around.height)).toBe(true);
    }),
  );
});
