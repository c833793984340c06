import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fusedConfidence } from './fused-confidence.ts';

const part = fc.double({ min: 0, max: 1, noNaN: true });
const unknown = { class: null, classConfidence: 0, colour: null, colourConfidence: 0 } as const;

test('what is not known of the vehicle takes nothing from the plate', () => {
  expect(fusedConfidence(0.9, unknown)).toBe(0.9);
  expect(fusedConfidence(0.9, { ...unknown, colour: 'red', colourConfidence: 0.5 })).toBeCloseTo(0.45);
});

test('all of it is never surer than its least sure part, and stays between 0 and 1', () => {
  fc.assert(
    fc.property(part, part, part, (reading, classConfidence, colourConfidence) => {
      const fused = fusedConfidence(reading, {
        class: 'car',
        classConfidence,
        colour: 'white',
        colourConfidence,
      });
      expect(fused).toBeGreaterThanOrEqual(0);
      expect(fused).toBeLessThanOrEqual(Math.min(reading, classConfidence, colourConfidence));
    }),
  );
});
