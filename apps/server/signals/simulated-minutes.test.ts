import { newIdentifier } from '@amaan/contracts/identifier';
import { testJunction } from '@amaan/traffic-management/signals/testing/test-junction';
import { expect, test } from 'vitest';
import { simulatedMinutes } from './simulated-minutes.ts';

const HOURS = { from: '2026-03-01T08:00:30.000Z', to: '2026-03-01T18:00:00.000Z' };

test('a simulated junction has about as many vehicles as its road, and always the same', () => {
  const junction = testJunction({ id: newIdentifier() });
  const minutes = simulatedMinutes(junction, 300, HOURS);
  expect(minutes).toHaveLength(3 * 599);
  expect(minutes[0]!.from).toBe('2026-03-01T08:01:00.000Z');
  const vehicles = minutes.reduce((sum, { sums }) => sum + (sums.counts.car ?? 0), 0);
  const expected = (3 * 599 * 300) / 60;
  // Five standard deviations of a Poisson count.
  expect(Math.abs(vehicles - expected)).toBeLessThan(5 * Math.sqrt(expected));
  expect(simulatedMinutes(junction, 300, HOURS)).toEqual(minutes);
});
