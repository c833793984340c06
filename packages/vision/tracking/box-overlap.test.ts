import type { Box } from '@amaan/contracts/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOverlap } from './box-overlap.ts';

const fraction = fc.double({ min: 0.001, max: 0.5, noNaN: true });
const box: fc.Arbitrary<Box> = fc.tuple(fraction, fraction, fraction, fraction);

describe('boxOverlap', () => {
  it('is symmetric, between 0 and 1, and 1 for a box and itself', () => {
    fc.assert(
      fc.property(box, box, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, buffer) => {
        const overlap = boxOverlap(a, b, buffer);
        expect(overlap).toBeCloseTo(boxOverlap(b, a, buffer), 12);
        expect(overlap).toBeGreaterThanOrEqual(0);
        expect(overlap).toBeLessThanOrEqual(1 + 1e-9);
        expect(boxOverlap(a, a, buffer)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('is a third for equal boxes shifted by half, and 0 for boxes that only touch', () => {
    expect(boxOverlap([0, 0, 0.2, 0.2], [0.1, 0, 0.2, 0.2])).toBeCloseTo(1 / 3, 12);
    expect(boxOverlap([0, 0, 0.2, 0.2], [0.2, 0, 0.2, 0.2])).toBe(0);
  });

  it('compares boxes further apart than their size once they are grown', () => {
    // Each is twice its size: they share 0.1 of 0.7 across, and all of their height.
    expect(boxOverlap([0.1, 0.1, 0.2, 0.2], [0.4, 0.1, 0.2, 0.2], 0.5)).toBeCloseTo(0.1 / 0.7, 12);
  });
});
