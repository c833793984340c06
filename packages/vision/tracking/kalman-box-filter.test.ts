import type { Box } from '@amaan/contracts/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KalmanBoxFilter } from './kalman-box-filter.ts';

const box = fc.tuple(
  fc.double({ min: 0, max: 0.9, noNaN: true }),
  fc.double({ min: 0, max: 0.9, noNaN: true }),
  fc.double({ min: 0.001, max: 0.1, noNaN: true }),
  fc.double({ min: 0.001, max: 0.1, noNaN: true }),
);
const seconds = fc.double({ min: 0, max: 100, noNaN: true });

describe('KalmanBoxFilter', () => {
  it('keeps its covariance symmetric and positive definite, whatever it measures and however late', () => {
    fc.assert(
      fc.property(box, fc.array(fc.tuple(seconds, fc.option(box)), { maxLength: 60 }), (first, steps) => {
        const filter = new KalmanBoxFilter(first);
        for (const [wait, measured] of steps) {
          filter.predict(wait);
          if (measured) filter.update(measured);
          for (const [[a, b], [c, d]] of filter.covariances) {
            expect(b).toBe(c);
            expect(a).toBeGreaterThan(0);
            expect(a * d - b * c).toBeGreaterThan(0);
          }
          expect(filter.box.every(Number.isFinite)).toBe(true);
        }
      }),
    );
  });

  it('foresees a steady motion, also over frames of uneven length', () => {
    const at = (t: number): Box => [0.1 + 0.2 * t, 0.5 - 0.1 * t, 0.1, 0.2];
    const filter = new KalmanBoxFilter(at(0));
    let now = 0;
    for (const wait of [0.2, 0.1, 0.4, 0.2, 0.2, 0.3, 0.2, 0.2]) {
      filter.predict(wait);
      now += wait;
      filter.update(at(now));
    }
    filter.predict(0.6);
    const expected = at(now + 0.6);
    filter.box.forEach((value, index) => {
      expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 2);
    });
  });

  it('two steps of prediction are one step of their sum', () => {
    fc.assert(
      fc.property(box, box, fc.double({ min: 0.01, max: 2, noNaN: true }), (first, second, wait) => {
        const once = new KalmanBoxFilter(first);
        const twice = new KalmanBoxFilter(first);
        for (const filter of [once, twice]) {
          filter.predict(0.2);
          filter.update(second);
          filter.holdSize();
        }
        once.predict(wait);
        twice.predict(wait / 4);
        twice.predict((wait * 3) / 4);
        once.covariances.flat(2).forEach((value, index) => {
          expect(twice.covariances.flat(2)[index]).toBeCloseTo(value, 9);
        });
        expect(twice.box[0]).toBeCloseTo(once.box[0], 9);
      }),
    );
  });

  it('stands still after a rest', () => {
    const filter = new KalmanBoxFilter([0.1, 0.1, 0.1, 0.1]);
    filter.predict(0.2);
    filter.update([0.2, 0.1, 0.12, 0.1]);
    filter.rest();
    const before = filter.box;
    filter.predict(5);
    expect(filter.box).toEqual(before);
  });
});
