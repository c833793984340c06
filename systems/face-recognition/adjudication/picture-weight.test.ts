import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureThreshold, pictureWeight } from './picture-weight.ts';

const count = fc.integer({ min: 0, max: 1000 });

test('a picture without reviews has its whole weight, and each rejection takes some until little is left', () => {
  expect(pictureWeight({ confirmed: 0, rejected: 0 })).toBe(1);
  expect(pictureWeight({ confirmed: 0, rejected: 1 })).toBe(0.5);
  expect(pictureWeight({ confirmed: 1, rejected: 1 })).toBe(1);
  fc.assert(
    fc.property(count, count, (confirmed, rejected) => {
      const weight = pictureWeight({ confirmed, rejected });
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThanOrEqual(1);
      expect(pictureWeight({ confirmed, rejected: rejected + 1 })).toBeLessThanOrEqual(weight);
    }),
  );
});

test('what was wrong before has to be met more closely', () => {
  const fresh = pictureThreshold(10_000, 0.01, { confirmed: 0, rejected: 0 });
  const worn = pictureThreshold(10_000, 0.01, { confirmed: 0, rejected: 3 });
  expect(worn.threshold).toBeGreaterThan(fresh.threshold);
  expect(worn.falseMatchRatePerSearch).toBeLessThan(fresh.falseMatchRatePerSearch);
});
