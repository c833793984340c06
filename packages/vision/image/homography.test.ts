import fc from 'fast-check';
import { expect, test } from 'vitest';
import { homographyToQuad, type PixelPoint, project, type Quad } from './homography.ts';

const RECTANGLE = { width: 200, height: 100 };
const shift = fc.double({ min: -0.45, max: 0.45, noNaN: true });
const place = fc.double({ min: -500, max: 500, noNaN: true });

/** Convex quadrilaterals, clockwise: each corner of a rectangle moved by less than half of its sides. */
const convexQuads: fc.Arbitrary<Quad> = fc
  .record({
    shifts: fc.array(fc.tuple(shift, shift), { minLength: 4, maxLength: 4 }),
    x: place,
    y: place,
    width: fc.double({ min: 20, max: 800, noNaN: true }),
    height: fc.double({ min: 20, max: 800, noNaN: true }),
  })
  .map(({ shifts, x, y, width, height }): Quad => {
    const at = (index: number, right: number, down: number): PixelPoint => ({
      x: x + (right + shifts[index]![0]) * width,
      y: y + (down + shifts[index]![1]) * height,
    });
    return [at(0, 0, 0), at(1, 1, 0), at(2, 1, 1), at(3, 0, 1)];
  })
  .filter((quad) => turnsOf(quad).every((turn) => turn > 1));

/** Twice the area of the triangle at each corner; of one sign where the quadrilateral is convex. */
function turnsOf(quad: Quad): number[] {
  return quad.map((corner, index) => {
    const [next, after] = [quad[(index + 1) % 4]!, quad[(index + 2) % 4]!];
    return (next.x - corner.x) * (after.y - next.y) - (next.y - corner.y) * (after.x - next.x);
  });
}

function isConvex(quad: Quad): boolean {
  const turns = turnsOf(quad);
  return turns.every((turn) => turn > 0) || turns.every((turn) => turn < 0);
}

const { width, height } = RECTANGLE;
const CORNERS: Quad = [
  { x: 0, y: 0 },
  { x: width, y: 0 },
  { x: width, y: height },
  { x: 0, y: height },
];

test('corners go to corners, and lines stay lines', () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(convexQuads, fraction, fraction, (quad, across, down) => {
      const map = homographyToQuad(width, height, quad)!;
      for (const [index, corner] of CORNERS.entries()) {
        const { x, y } = project(map, corner);
        expect(x).toBeCloseTo(quad[index]!.x, 5);
        expect(y).toBeCloseTo(quad[index]!.y, 5);
      }
      // Three points on a line of the rectangle lie on a line of the picture.
      const [a, b, c] = [0, across, 1].map((u) => project(map, { x: u * width, y: down * height }));
      const area = (b!.x - a!.x) * (c!.y - a!.y) - (b!.y - a!.y) * (c!.x - a!.x);
      expect(Math.abs(area) / Math.max(1, Math.hypot(c!.x - a!.x, c!.y - a!.y))).toBeLessThan(1e-5);
    }),
  );
});

test('what is inside the rectangle lies inside the quadrilateral', () => {
  const inside = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(convexQuads, inside, inside, (quad, across, down) => {
      const point = project(homographyToQuad(width, height, quad)!, { x: across * width, y: down * height });
      for (const [index, corner] of quad.entries()) {
        const next = quad[(index + 1) % 4]!;
        const side = (next.x - corner.x) * (point.y - corner.y) - (next.y - corner.y) * (point.x - corner.x);
        expect(side).toBeGreaterThan(-1e-6);
      }
    }),
  );
});

test('a parallelogram needs no perspective', () => {
  const quad: Quad = [
    { x: 10, y: 20 },
    { x: 110, y: 40 },
    { x: 130, y: 100 },
    { x: 30, y: 80 },
  ];
  const map = homographyToQuad(width, height, quad)!;
  expect(map.slice(6).map(Math.abs)).toEqual([0, 0, 1]);
  expect(project(map, { x: width / 2, y: height / 2 })).toEqual({ x: 70, y: 60 });
});

test('corners that are not the corners of a convex quadrilateral are refused', () => {
  const coordinate = fc.integer({ min: -50, max: 50 });
  const point = fc.record({ x: coordinate, y: coordinate });
  fc.assert(
    fc.property(
      fc.tuple(point, point, point, point).filter((quad) => !isConvex(quad)),
      (quad) => {
        const map = homographyToQuad(width, height, quad);
        // Three corners on a line may still make a map, but only where the fourth leaves it one.
        if (turnsOf(quad).every((turn) => turn !== 0)) expect(map).toBeNull();
      },
    ),
    { numRuns: 500 },
  );
  const [a, b, c, d] = CORNERS;
  expect(homographyToQuad(width, height, [a, c, b, d])).toBeNull();
  expect(homographyToQuad(width, height, [a, a, a, a])).toBeNull();
  expect(homographyToQuad(width, height, [a, b, { x: 2 * width, y: 0 }, { x: 3 * width, y: 0 }])).toBeNull();
});
