import type { Box, LineSegment, Point, Polygon } from '@amaan/contracts/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossingAt, distanceToOutline, extentAcross, isInside, sideOf } from './picture-geometry.ts';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const point: fc.Arbitrary<Point> = fc.tuple(fraction, fraction);
const segment: fc.Arbitrary<LineSegment> = fc
  .tuple(point, point)
  .filter(([[ax, ay], [bx, by]]) => Math.hypot(bx - ax, by - ay) > 0.01);
const SQUARE: Polygon = [
  [0.2, 0.2],
  [0.8, 0.2],
  [0.8, 0.8],
  [0.2, 0.8],
];
/** A horseshoe, open at the top. */
const HORSESHOE: Polygon = [
  [0.1, 0.1],
  [0.3, 0.1],
  [0.3, 0.7],
  [0.7, 0.7],
  [0.7, 0.1],
  [0.9, 0.1],
  [0.9, 0.9],
  [0.1, 0.9],
];

describe('sideOf', () => {
  it('is positive to the right of whoever walks along the segment on the picture', () => {
    // Walking to the right of the picture, what is lower on it is to the right.
    expect(
      sideOf(
        [
          [0.1, 0.5],
          [0.9, 0.5],
        ],
        [0.5, 0.8],
      ),
    ).toBeGreaterThan(0);
    expect(
      sideOf(
        [
          [0.1, 0.5],
          [0.9, 0.5],
        ],
        [0.5, 0.2],
      ),
    ).toBeLessThan(0);
    // Walking up the picture, what is further right is to the right.
    expect(
      sideOf(
        [
          [0.5, 0.9],
          [0.5, 0.1],
        ],
        [0.8, 0.5],
      ),
    ).toBeGreaterThan(0);
  });

  it('changes its sign with the direction of the segment', () => {
    fc.assert(
      fc.property(segment, point, ([a, b], at) => {
        expect(sideOf([b, a], at)).toBeCloseTo(-sideOf([a, b], at), 12);
      }),
    );
  });

  it('in sizes of a box does not depend on the picture’s aspect', () => {
    const box: Box = [0.1, 0.1, 0.2, 0.3];
    const stretch = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(segment, point, stretch, stretch, (line, at, sx, sy) => {
        const scaled = ([x, y]: Point): Point => [x * sx, y * sy];
        const distance = sideOf(line, at) / extentAcross(line, box);
        const stretchedLine: LineSegment = [scaled(line[0]), scaled(line[1])];
        const stretchedBox: Box = [0, 0, box[2] * sx, box[3] * sy];
        const stretched = sideOf(stretchedLine, scaled(at)) / extentAcross(stretchedLine, stretchedBox);
        expect(stretched).toBeCloseTo(distance, 6);
      }),
    );
  });
});

describe('crossingAt', () => {
  it('finds where a way meets the line, within the segment and beyond it', () => {
    const line: LineSegment = [
      [0.2, 0.5],
      [0.6, 0.5],
    ];
    expect(crossingAt(line, [0.3, 0.4], [0.5, 0.6])).toBeCloseTo(0.5, 12);
    expect(crossingAt(line, [0.2, 0.1], [0.2, 0.9])).toBeCloseTo(0, 12);
    expect(crossingAt(line, [0.8, 0.4], [0.8, 0.6])).toBeCloseTo(1.5, 12);
  });
});

describe('isInside', () => {
  it('knows the hollow of a horseshoe from its arms', () => {
    expect(isInside(HORSESHOE, [0.2, 0.3])).toBe(true);
    expect(isInside(HORSESHOE, [0.8, 0.3])).toBe(true);
    expect(isInside(HORSESHOE, [0.5, 0.8])).toBe(true);
    expect(isInside(HORSESHOE, [0.5, 0.3])).toBe(false);
    expect(isInside(HORSESHOE, [0.95, 0.5])).toBe(false);
  });

  it('does not depend on where the outline begins nor which way it runs', () => {
    fc.assert(
      fc.property(point, fc.integer({ min: 0, max: 7 }), (at, start) => {
        const turned = [...HORSESHOE.slice(start), ...HORSESHOE.slice(0, start)];
        expect(isInside(turned, at)).toBe(isInside(HORSESHOE, at));
        expect(isInside(turned.toReversed(), at)).toBe(isInside(HORSESHOE, at));
      }),
    );
  });

  it('puts every point into exactly one of two zones that share an edge, the edge included', () => {
    const left: Polygon = [
      [0, 0],
      [0.5, 0],
      [0.5, 1],
      [0, 1],
    ];
    const right: Polygon = [
      [0.5, 0],
      [1, 0],
      [1, 1],
      [0.5, 1],
    ];
    const inner = fc.tuple(
      fc.oneof(fc.constant(0.5), fc.double({ min: 0.01, max: 0.99, noNaN: true })),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    );
    fc.assert(
      fc.property(inner, (at) => {
        expect(isInside(left, at)).not.toBe(isInside(right, at));
      }),
    );
  });
});

describe('distanceToOutline', () => {
  it('is counted in widths across and heights down', () => {
    const box: Box = [0, 0, 0.1, 0.2];
    expect(distanceToOutline(SQUARE, [0.5, 0.9], box)).toBeCloseTo(0.5, 12);
    expect(distanceToOutline(SQUARE, [0.9, 0.5], box)).toBeCloseTo(1, 12);
    expect(distanceToOutline(SQUARE, [0.2, 0.5], box)).toBe(0);
    expect(distanceToOutline(SQUARE, [0.9, 1], box)).toBeCloseTo(Math.SQRT2, 12);
  });
});
