import type { PixelPoint } from '@amaan/vision/image/homography';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cornersOf, minimumAreaRectangle, type TurnedRectangle } from './minimum-area-rectangle.ts';

const coordinate = fc.integer({ min: -200, max: 200 });
const clouds = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 40 });

/** A point from the middle, along the long side and across it. */
function within({ centre, angle }: TurnedRectangle, { x, y }: PixelPoint): [number, number] {
  const [dx, dy] = [x - centre.x, y - centre.y];
  return [dx * Math.cos(angle) + dy * Math.sin(angle), dy * Math.cos(angle) - dx * Math.sin(angle)];
}

test('the rectangle holds every point, its long side first, and is no larger than the upright box', () => {
  fc.assert(
    fc.property(clouds, (points) => {
      const rectangle = minimumAreaRectangle(points);
      for (const point of points) {
        const [along, across] = within(rectangle, point);
        expect(Math.abs(along)).toBeLessThanOrEqual(rectangle.width / 2 + 1e-6);
        expect(Math.abs(across)).toBeLessThanOrEqual(rectangle.height / 2 + 1e-6);
      }
      const range = (values: number[]) => Math.max(...values) - Math.min(...values);
      const upright = range(points.map(({ x }) => x)) * range(points.map(({ y }) => y));
      expect(rectangle.width * rectangle.height).toBeLessThanOrEqual(upright + 1e-6);
      expect(rectangle.width).toBeGreaterThanOrEqual(rectangle.height);
      expect(Math.abs(rectangle.angle)).toBeLessThanOrEqual(Math.PI / 2 + 1e-9);
    }),
  );
});

test('a turned rectangle is found again from its corners and what lies in it', () => {
  const turned: fc.Arbitrary<TurnedRectangle> = fc.record({
    centre: fc.record({ x: coordinate, y: coordinate }),
    width: fc.double({ min: 60, max: 200, noNaN: true }),
    height: fc.double({ min: 5, max: 50, noNaN: true }),
    angle: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  });
  fc.assert(
    fc.property(turned, (rectangle) => {
      const corners = cornersOf(rectangle);
      const found = minimumAreaRectangle([...corners, rectangle.centre]);
      expect(found.width).toBeCloseTo(rectangle.width, 5);
      expect(found.height).toBeCloseTo(rectangle.height, 5);
      expect(found.angle).toBeCloseTo(rectangle.angle, 5);
      for (const [index, { x, y }] of cornersOf(found).entries()) {
        expect(x).toBeCloseTo(corners[index]!.x, 4);
        expect(y).toBeCloseTo(corners[index]!.y, 4);
      }
    }),
  );
});

test('points on a line, or in one place, have a rectangle without height', () => {
  const line = [0, 3, 10, 7].map((at) => ({ x: at, y: at }));
  expect(minimumAreaRectangle(line).centre.x).toBeCloseTo(5, 9);
  expect(minimumAreaRectangle(line).centre.y).toBeCloseTo(5, 9);
  expect(minimumAreaRectangle(line).width).toBeCloseTo(Math.hypot(10, 10), 9);
  expect(minimumAreaRectangle(line).height).toBeCloseTo(0, 9);
  for (const points of [[{ x: 4, y: 5 }], Array(3).fill({ x: 4, y: 5 })]) {
    expect(minimumAreaRectangle(points)).toMatchObject({ centre: { x: 4, y: 5 }, width: 0, height: 0 });
  }
});

test('corners go clockwise from the top left', () => {
  const upright = { centre: { x: 50, y: 20 }, width: 60, height: 20, angle: 0 };
  expect(cornersOf(upright)).toEqual([
    { x: 20, y: 10 },
    { x: 80, y: 10 },
    { x: 80, y: 30 },
    { x: 20, y: 30 },
  ]);
});
