import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap, placeLabel, type Rectangle } from './place-label.ts';

const picture = { width: 640, height: 360 };
const label = { width: 90, height: 18 };
const rectangle: fc.Arbitrary<Rectangle> = fc
  .tuple(fc.nat(600), fc.nat(330), fc.integer({ min: 4, max: 300 }), fc.integer({ min: 4, max: 300 }))
  .map(([x, y, width, height]) => ({
    x,
    y,
    width: Math.min(width, picture.width - x),
    height: Math.min(height, picture.height - y),
  }));

describe('placing labels', () => {
  test('a label never covers an object or another label, and never leaves the picture', () => {
    fc.assert(
      fc.property(rectangle, fc.array(rectangle, { maxLength: 8 }), (object, taken) => {
        const placed = placeLabel(object, label, picture, taken);
        if (placed === null) return;
        for (const other of [object, ...taken]) expect(overlap(placed, other)).toBe(false);
        expect(placed.x).toBeGreaterThanOrEqual(0);
        expect(placed.y).toBeGreaterThanOrEqual(0);
        expect(placed.x + placed.width).toBeLessThanOrEqual(picture.width);
        expect(placed.y + placed.height).toBeLessThanOrEqual(picture.height);
      }),
    );
  });

  test('stands above its object where there is room, and below at the upper edge', () => {
    const above = placeLabel({ x: 100, y: 100, width: 50, height: 80 }, label, picture, []);
    expect(above).toMatchObject({ x: 100, y: 79 });
    const below = placeLabel({ x: 100, y: 2, width: 50, height: 80 }, label, picture, []);
    expect(below).toMatchObject({ x: 100, y: 85 });
  });

  test('is left out when an object fills the picture', () => {
    expect(placeLabel({ x: 0, y: 0, ...picture }, label, picture, [])).toBeNull();
  });
});
