import { expect, test } from 'vitest';
import { serviceSlots, shiftFinder, slotAt } from './service-slots.ts';

const settings = {
  timeZone: 'Asia/Karachi',
  shifts: [
    { name: 'Night', from: '22:00' },
    { name: 'Morning', from: '06:00' },
    { name: 'Evening', from: '14:00' },
  ],
};
const at = (text: string) => Date.parse(text);

test('days, weeks and shifts begin by the clocks of the service, and only whole ones count', () => {
  const [from, to] = [at('2026-11-20T10:00:00Z'), at('2026-12-02T10:00:00Z')];
  const days = serviceSlots(from, to, 'day', settings);
  expect(days).toHaveLength(11);
  expect(days[0]).toEqual({ from: at('2026-11-20T19:00:00Z'), to: at('2026-11-21T19:00:00Z'), shift: null });
  const weeks = serviceSlots(from, to, 'week', settings);
  expect(weeks).toEqual([{ from: at('2026-11-22T19:00:00Z'), to: at('2026-11-29T19:00:00Z'), shift: null }]);
  const [first] = serviceSlots(from, to, 'shift', settings);
  expect(first).toEqual({ from: at('2026-11-20T17:00:00Z'), to: at('2026-11-21T01:00:00Z'), shift: 'Night' });
});

test('a day on which clocks change is as long as it is', () => {
  const [day] = serviceSlots(at('2026-10-24T22:00:00Z'), at('2026-10-26T00:00:00Z'), 'day', {
    ...settings,
    timeZone: 'Europe/Berlin',
  });
  expect((day!.to - day!.from) / 3_600_000).toBe(25);
});

test('the shift of an instant is found over midnight', () => {
  const shiftOf = shiftFinder(at('2026-11-20T00:00:00Z'), at('2026-11-21T00:00:00Z'), settings);
  expect(shiftOf(at('2026-11-20T00:59:59Z'))).toBe('Night');
  expect(shiftOf(at('2026-11-20T01:00:00Z'))).toBe('Morning');
  expect(shiftOf(at('2026-11-20T16:59:59Z'))).toBe('Evening');
  expect(slotAt([], 5)).toBeNull();
});
