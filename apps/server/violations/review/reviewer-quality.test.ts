import { expect, test } from 'vitest';
import { qualityOf } from './reviewer-quality.ts';

const counts = { by: 'user', byName: 'Somebody', decided: 40, secondLooks: 4, disagreements: 1 };

test('the error rate counts second looks that differed and challans that were taken back, with its interval', () => {
  const { errorRate } = qualityOf({ ...counts, confirmed: 16, cancelledLater: 3 });
  expect(errorRate?.value).toBeCloseTo(4 / 20);
  expect(errorRate?.low).toBeLessThan(0.1);
  expect(errorRate?.high).toBeGreaterThan(0.4);
});

test('of too few there is none, and the number stands beside that', () => {
  const quality = qualityOf({ ...counts, confirmed: 0, cancelledLater: 0 });
  expect(quality).toMatchObject({ decided: 40, errorRate: null });
});
