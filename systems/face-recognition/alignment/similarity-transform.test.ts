import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitSimilarity, inverseOf, transform } from './similarity-transform.ts';

const POINTS = [
  { x: 38, y: 52 },
  { x: 74, y: 51 },
  { x: 56, y: 72 },
  { x: 42, y: 92 },
  { x: 71, y: 92 },
];
const coordinate = fc.double({ min: -500, max: 500, noNaN: true });

test('a turned, scaled and shifted pattern is recovered, and taken back', () => {
  const moved = fc.record({
    angle: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
    scale: fc.double({ min: 0.05, max: 20, noNaN: true }),
    dx: coordinate,
    dy: coordinate,
  });
  fc.assert(
    fc.property(moved, ({ angle, scale, dx, dy }) => {
      const truth = { a: scale * Math.cos(angle), b: scale * Math.sin(angle), dx, dy };
      const fitted = fitSimilarity(
        POINTS,
        POINTS.map((point) => transform(truth, point)),
      )!;
      const back = inverseOf(fitted);
      for (const point of POINTS) {
        const there = transform(fitted, point);
        expect(there.x).toBeCloseTo(transform(truth, point).x, 6);
        expect(there.y).toBeCloseTo(transform(truth, point).y, 6);
        expect(transform(back, there).x).toBeCloseTo(point.x, 6);
        expect(transform(back, there).y).toBeCloseTo(point.y, 6);
      }
    }),
  );
});

test('no other similarity has a smaller sum of squares', () => {
  const noise = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 5, maxLength: 5 });
  const other = fc.record({ a: coordinate, b: coordinate, dx: coordinate, dy: coordinate });
  fc.assert(
    fc.property(noise, other, (places, change) => {
      const fitted = fitSimilarity(POINTS, places)!;
      const error = (of: typeof fitted) =>
        POINTS.reduce((sum, point, index) => {
          const there = transform(of, point);
          return sum + (there.x - places[index]!.x) ** 2 + (there.y - places[index]!.y) ** 2;
        }, 0);
      const changed = {
        a: fitted.a + change.a * 1e-3,
        b: fitted.b + change.b * 1e-3,
        dx: fitted.dx + change.dx * 1e-2,
        dy: fitted.dy + change.dy * 1e-2,
      };
      expect(error(fitted)).toBeLessThanOrEqual(error(changed) * (1 + 1e-9) + 1e-6);
    }),
  );
});

test('points that are one, or one point, have none', () => {
  expect(fitSimilarity([POINTS[0]!, POINTS[0]!], [POINTS[1]!, POINTS[2]!])).toBeNull();
  expect(fitSimilarity([POINTS[0]!], [POINTS[1]!])).toBeNull();
});
