import type { Point } from '@amaan/contracts/geometry';
import { CalibrationInput } from '@amaan/contracts/traffic/calibration';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalRandom } from '../testing/normal-random.ts';
import { type CameraPose, isInPicture, PinholeCamera, TEST_PICTURE } from '../testing/pinhole-camera.ts';
import { CalibrationError } from './calibration-error.ts';
import { GroundPlane } from './ground-plane.ts';

const POSE: CameraPose = { height: 8, pitch: 17, pan: 10, focal: 1400 };

function rectangle(camera: PinholeCamera, near = 15, acrossM = 3.5, alongM = 24): CalibrationInput {
  const corners = (
    [
      [-2, near],
      [acrossM - 2, near],
      [acrossM - 2, near + alongM],
      [-2, near + alongM],
    ] as const
  ).map((place) => camera.see(place));
  return CalibrationInput.parse({ method: 'rectangle', picture: TEST_PICTURE, corners, acrossM, alongM });
}

function laneMarks(camera: PinholeCamera): CalibrationInput {
  const line = (x: number, ahead: number) => [0, 6, 12, 18, 24].map((y) => camera.see([x, 15 + ahead + y]));
  return CalibrationInput.parse({
    method: 'lane-marks',
    picture: TEST_PICTURE,
    left: line(-2, 0),
    right: line(1.5, 2),
    laneWidthM: 3.5,
    spacingM: 6,
    rightAheadM: 2,
  });
}

function codeOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof CalibrationError) return error.code;
    throw error;
  }
  return 'none';
}

describe('GroundPlane', () => {
  it.each([
    ['a rectangle', rectangle],
    ['lane marks', laneMarks],
  ])('from %s tells every place as the camera saw it, and the way back', (_, marks) => {
    const pose = fc.record({
      height: fc.double({ min: 4, max: 20, noNaN: true }),
      pitch: fc.double({ min: 12, max: 40, noNaN: true }),
      pan: fc.double({ min: -25, max: 25, noNaN: true }),
      focal: fc.constant(1000),
    });
    const place = fc.tuple(
      fc.double({ min: -8, max: 8, noNaN: true }),
      fc.double({ min: 6, max: 70, noNaN: true }),
    );
    let compared = 0;
    fc.assert(
      fc.property(pose, place, (camera, at) => {
        const seen = new PinholeCamera(camera).see(at);
        const corners = [-2, 1.5].flatMap((x) => [15, 41].map((y) => new PinholeCamera(camera).see([x, y])));
        if (!isInPicture(seen) || !corners.every(isInPicture)) return;
        compared += 1;
        const plane = new GroundPlane(marks(new PinholeCamera(camera)));
        const ground = plane.toGround(seen)!;
        expect(ground[0]).toBeCloseTo(at[0] + 2, 5);
        expect(ground[1]).toBeCloseTo(at[1] - 15, 5);
        const back = plane.toPicture(ground)!;
        expect(back[0]).toBeCloseTo(seen[0], 8);
        expect(back[1]).toBeCloseTo(seen[1], 8);
      }),
    );
    expect(compared).toBeGreaterThan(20);
  });

  it('knows nothing of the sky', () => {
    const plane = new GroundPlane(rectangle(new PinholeCamera(POSE)));
    expect(plane.toGround([0.5, 0.01])).toBeNull();
    expect(plane.toGround([0.5, 0.99])).not.toBeNull();
  });

  it('gives the same through the matrix that it publishes', () => {
    const plane = new GroundPlane(rectangle(new PinholeCamera(POSE)));
    const [a, b, c, d, e, f, g, h, i] = plane.homography;
    const [x, y] = [0.6, 0.7];
    const w = g * x + h * y + i;
    expect(w).toBeGreaterThan(0);
    const ground = plane.toGround([x, y])!;
    expect((a * x + b * y + c) / w).toBeCloseTo(ground[0], 9);
    expect((d * x + e * y + f) / w).toBeCloseTo(ground[1], 9);
  });

  it.each([
    ['a rectangle', rectangle],
    ['lane marks', laneMarks],
  ])('states an error of scale from %s that is the spread of many markings', (_, marks) => {
    const camera = new PinholeCamera(POSE);
    const exact = marks(camera);
    const [from, to] = [camera.see([0, 18])!, camera.see([0, 38])!];
    const stated = new GroundPlane(exact).scaleErrorShare(from, to)!;
    const random = normalRandom(11);
    const shift = ([x, y]: Point): Point => [
      x + random() / TEST_PICTURE.width,
      y + random() / TEST_PICTURE.height,
    ];
    const shares = Array.from({ length: 1500 }, () => {
      const marked =
        exact.method === 'rectangle'
          ? { ...exact, corners: exact.corners.map(shift) as typeof exact.corners }
          : { ...exact, left: exact.left.map(shift), right: exact.right.map(shift) };
      const plane = new GroundPlane(marked);
      const [a, b] = [plane.toGround(from)!, plane.toGround(to)!];
      return Math.hypot(b[0] - a[0], b[1] - a[1]) / 20 - 1;
    });
    const spread = Math.sqrt(shares.reduce((sum, share) => sum + share * share, 0) / shares.length);
    expect(stated / spread).toBeGreaterThan(0.93);
    expect(stated / spread).toBeLessThan(1.07);
  });

  it('states an error of place that grows with the distance and is the spread of many sights', () => {
    const camera = new PinholeCamera(POSE);
    const plane = new GroundPlane(rectangle(camera));
    const random = normalRandom(5);
    const errors = [20, 40, 60].map((y) => {
      const at = camera.see([0, y])!;
      const stated = plane.placeError(at, [0, 1])!;
      const spread = Array.from({ length: 2000 }, () => {
        const [x, row] = [2 * random(), 2 * random()];
        return plane.toGround([at[0] + x / TEST_PICTURE.width, at[1] + row / TEST_PICTURE.height])![1];
      });
      const mean = spread.reduce((sum, value) => sum + value, 0) / spread.length;
      const real = Math.sqrt(spread.reduce((sum, value) => sum + (value - mean) ** 2, 0) / spread.length);
      expect(stated / real).toBeGreaterThan(0.93);
      expect(stated / real).toBeLessThan(1.07);
      return stated;
    });
    expect(errors).toEqual(errors.toSorted((a, b) => a - b));
  });
});

describe('marks that no calibration follows from', () => {
  const good = rectangle(new PinholeCamera(POSE));
  const corners = good.method === 'rectangle' ? good.corners : [];
  const [a, b, c, d] = corners as [Point, Point, Point, Point];
  const marked = (...points: Point[]) => CalibrationInput.parse({ ...good, corners: points });

  it('are refused, each with its reason', () => {
    const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    expect(codeOf(() => new GroundPlane(marked(a, middle, b, d)))).toBe('CALIBRATION_COLLINEAR');
    expect(codeOf(() => new GroundPlane(marked(a, a, c, d)))).toBe('CALIBRATION_COLLINEAR');
    expect(codeOf(() => new GroundPlane(marked(a, c, b, d)))).toBe('CALIBRATION_CROSSING');
    const inside: Point = [(a[0] + b[0] + d[0]) / 3, (a[1] + b[1] + d[1]) / 3];
    expect(codeOf(() => new GroundPlane(marked(a, b, inside, d)))).toBe('CALIBRATION_CROSSING');
    const tiny = [a, b, c, d].map(([x, y]): Point => [0.5 + (x - a[0]) / 60, 0.5 + (y - a[1]) / 60]);
    expect(codeOf(() => new GroundPlane(marked(...tiny)))).toBe('CALIBRATION_TINY');
    // Wider at the top than at the bottom: as if the road were seen from beneath.
    expect(codeOf(() => new GroundPlane(marked([0.45, 0.6], [0.55, 0.6], [0.75, 0.3], [0.25, 0.3])))).toBe(
      'CALIBRATION_HORIZON',
    );
  });

  it('are refused where more than four do not fit the spacing', () => {
    const marks = laneMarks(new PinholeCamera(POSE));
    if (marks.method !== 'lane-marks') throw new Error('These are lane marks.');
    // A dash was left out.
    const left = marks.left.filter((_, index) => index !== 2);
    const right = marks.right.slice(0, 4);
    expect(codeOf(() => new GroundPlane({ ...marks, left, right }))).toBe('CALIBRATION_MARKS_DISAGREE');
  });

  it('say what to do in one sentence', () => {
    expect(() => new GroundPlane(marked(a, c, b, d))).toThrow(/mark the corners in their order/);
  });

  it('never give anything but a calibration or a reason', () => {
    const point = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(point, { minLength: 4, maxLength: 4 }), (points) => {
        let plane: GroundPlane;
        try {
          plane = new GroundPlane(marked(...points));
        } catch (error) {
          expect(error).toBeInstanceOf(CalibrationError);
          return;
        }
        expect(plane.homography.every(Number.isFinite)).toBe(true);
        const ground = plane.toGround(points[2]!)!;
        expect(ground[0]).toBeCloseTo(3.5, 3);
        expect(ground[1]).toBeCloseTo(24, 3);
      }),
      { numRuns: 500 },
    );
  });
});
