import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Candidate } from './candidate.ts';
import { suppressNonMaxima } from './non-maximum-suppression.ts';

function candidate(classIndex: number, confidence: number, box: [number, number, number, number]): Candidate {
  const [left, top, right, bottom] = box;
  return { classIndex, confidence, left, top, right, bottom };
}

test('keeps the most confident of boxes that are nearly the same', () => {
  const weak = candidate(0, 0.6, [0, 0, 10, 10]);
  const strong = candidate(0, 0.9, [1, 0, 11, 10]);
  const elsewhere = candidate(0, 0.5, [30, 30, 40, 40]);
  expect(suppressNonMaxima([weak, strong, elsewhere], 0.5)).toEqual([strong, elsewhere]);
});

test('keeps objects of different classes in one place, as a rider on a bicycle', () => {
  const rider = candidate(0, 0.6, [0, 0, 10, 10]);
  const bicycle = candidate(1, 0.9, [0, 0, 10, 10]);
  expect(suppressNonMaxima([rider, bicycle], 0.5)).toEqual([bicycle, rider]);
});

test('keeps both of two boxes that overlap exactly as much as is allowed', () => {
  const left = candidate(0, 0.9, [0, 0, 2, 1]);
  const right = candidate(0, 0.8, [1, 0, 3, 1]);
  expect(suppressNonMaxima([left, right], 1 / 3)).toHaveLength(2);
  expect(suppressNonMaxima([left, right], 0.33)).toEqual([left]);
});

test('what it drops, something stronger of its class covers; what it keeps, nothing does', () => {
  const whole = fc.integer({ min: 0, max: 20 });
  const arbitrary = fc
    .tuple(
      fc.integer({ min: 0, max: 2 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      whole,
      whole,
      whole,
      whole,
    )
    .map(([name, confidence, x, y, w, h]) => candidate(name, confidence, [x, y, x + w + 1, y + h + 1]));
  fc.assert(
    fc.property(fc.array(arbitrary, { maxLength: 30 }), (candidates) => {
      const kept = suppressNonMaxima(candidates, 0.4);
      for (const each of candidates) {
        const covered = kept.some(
          (other) =>
            other !== each &&
            other.classIndex === each.classIndex &&
            other.confidence >= each.confidence &&
            overlapOf(other, each) > 0.4,
        );
        if (!kept.includes(each)) expect(covered).toBe(true);
      }
      for (const [index, each] of kept.entries()) {
        for (const other of kept.slice(index + 1)) {
          expect(each.confidence).toBeGreaterThanOrEqual(other.confidence);
          if (each.classIndex === other.classIndex) expect(overlapOf(each, other)).toBeLessThanOrEqual(0.4);
        }
      }
    }),
  );
});

/** Intersection over union by counting the unit squares that both boxes cover. */
function overlapOf(a: Candidate, b: Candidate): number {
  let both = 0;
  let either = 0;
  for (let x = 0; x <= 42; x++) {
    for (let y = 0; y <= 42; y++) {
      const isIn = (box: Candidate) => x >= box.left && x < box.right && y >= box.top && y < box.bottom;
      if (isIn(a) && isIn(b)) both++;
      if (isIn(a) || isIn(b)) either++;
    }
  }
  return both / either;
}
