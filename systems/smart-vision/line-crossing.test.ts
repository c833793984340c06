import type { LineSegment, Point } from '@amaan/contracts/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineCrossing } from './line-crossing.ts';
import { personAt } from './testing/tracked-object.ts';

const MARGIN = 0.05;
/** From left to right over the middle of the picture: forward is down. */
const LINE: LineSegment = [
  [0.2, 0.5],
  [0.8, 0.5],
];

/** The directions in which one person crosses who is seen at these points, 5 times a second. */
function crossings(
  path: readonly Point[],
  {
    line = LINE,
    size = { width: 0.04, height: 0.1 },
    directions = 'both' as 'both' | 'forward' | 'backward',
  } = {},
): string[] {
  const analyser = new LineCrossing(line, directions, MARGIN);
  return path
    .flatMap((foot, index) => analyser.update([personAt(foot, size)], index / 5))
    .map((finding) => (finding.kind === 'line-crossed' ? finding.direction : finding.kind));
}

const down = (x: number): Point[] => [0.3, 0.4, 0.45, 0.55, 0.6].map((y) => [x, y]);
const fraction = fc.double({ min: 0.02, max: 0.98, noNaN: true });
const somePath = fc.array(fc.tuple(fraction, fraction), { minLength: 2, maxLength: 30 });

describe('LineCrossing', () => {
  it('tells the direction: forward from the left to the right of the line', () => {
    expect(crossings(down(0.5))).toEqual(['forward']);
    expect(crossings(down(0.5).toReversed())).toEqual(['backward']);
  });

  it('does not count a way round the end of the line', () => {
    expect(crossings(down(0.9))).toEqual([]);
    expect(crossings([...down(0.9), ...down(0.5).toReversed()])).toEqual(['backward']);
  });

  it('reports the directions asked for only', () => {
    const thereAndBack = [...down(0.5), ...down(0.5).toReversed()];
    expect(crossings(thereAndBack)).toEqual(['forward', 'backward']);
    expect(crossings(thereAndBack, { directions: 'forward' })).toEqual(['forward']);
    expect(crossings(thereAndBack, { directions: 'backward' })).toEqual(['backward']);
  });

  it('counts a jump over the line between two frames', () => {
    expect(
      crossings([
        [0.5, 0.1],
        [0.5, 0.9],
      ]),
    ).toEqual(['forward']);
  });

  it('is not counted again by a box that jitters on the line', () => {
    const jitter = fc.array(fc.double({ min: -0.004, max: 0.004, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(jitter, (steps) => {
        const waiting = steps.map((step): Point => [0.5, 0.5 + step]);
        expect(crossings([[0.5, 0.3], ...waiting, [0.5, 0.6]])).toEqual(['forward']);
        expect(crossings([[0.5, 0.3], ...waiting, [0.5, 0.3]])).toEqual([]);
      }),
    );
  });

  it('alternates for a path that goes to and fro, once each time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (times) => {
        const path = Array.from({ length: times + 1 }, (_, index): Point => [0.5, index % 2 ? 0.7 : 0.3]);
        expect(crossings(path)).toEqual(
          Array.from({ length: times }, (_, index) => (index % 2 ? 'backward' : 'forward')),
        );
      }),
    );
  });

  it('swaps the directions when the line is drawn the other way', () => {
    const swap = (direction: string) => (direction === 'forward' ? 'backward' : 'forward');
    fc.assert(
      fc.property(somePath, (path) => {
        const reversed: LineSegment = [LINE[1], LINE[0]];
        expect(crossings(path, { line: reversed })).toEqual(crossings(path).map(swap));
      }),
    );
  });

  it('says the same of a scene that is moved and scaled, across and down by different amounts', () => {
    const line: LineSegment = [
      [0.25, 0.5],
      [0.75, 0.625],
    ];
    const size = { width: 0.125, height: 0.25 };
    // Binary fractions stay exact when they are moved, so that no point changes sides by rounding.
    const place = fc.integer({ min: 0, max: 63 }).map((value) => value / 64);
    const scale = fc.constantFrom(0.25, 0.5);
    const shift = fc.integer({ min: 0, max: 4 }).map((value) => value / 8);
    const paths = fc.array(fc.tuple(place, place), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(paths, scale, scale, shift, shift, (path, sx, sy, dx, dy) => {
        const move = ([x, y]: Point): Point => [x * sx + dx, y * sy + dy];
        const moved = crossings(path.map(move), {
          line: [move(line[0]), move(line[1])],
          size: { width: size.width * sx, height: size.height * sy },
        });
        expect(moved).toEqual(crossings(path, { line, size }));
      }),
    );
  });

  it('keeps tracks apart', () => {
    const analyser = new LineCrossing(LINE, 'both', MARGIN);
    const both = (y: number, z: number) => [
      personAt([0.4, y], { track: 1 }),
      personAt([0.6, z], { track: 2 }),
    ];
    analyser.update(both(0.3, 0.7), 0);
    const findings = analyser.update(both(0.7, 0.3), 0.2);
    expect(findings).toMatchObject([
      { kind: 'line-crossed', direction: 'forward', object: { track: 1 } },
      { kind: 'line-crossed', direction: 'backward', object: { track: 2 } },
    ]);
  });
});
