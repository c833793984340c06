import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEWEST_ALERTS, serviceFigures, shiftAt } from './service-figures.ts';

const targets = { alert: 5, acknowledgement: 60, dispatch: 300, closure: 3600 };
const served = (acknowledgement: number | null) => ({
  alert: 1,
  acknowledgement,
  dispatch: null,
  closure: null,
});
const figureOf = (alerts: Parameters<typeof serviceFigures>[0], phase: string) =>
  serviceFigures(alerts, targets).find((one) => one.phase === phase)!;

describe('service figures', () => {
  test('count an alert only in the phases that it reached', () => {
    const alerts = [...Array.from({ length: 20 }, (_, index) => served(index + 1)), served(null)];
    expect(figureOf(alerts, 'alert').median).toMatchObject({ value: 1, count: 21 });
    expect(figureOf(alerts, 'acknowledgement').median).toMatchObject({ value: 10, count: 20 });
    expect(figureOf(alerts, 'acknowledgement').p90).toMatchObject({ value: 18 });
    expect(figureOf(alerts, 'dispatch').median).toEqual({
      state: 'not-enough-data',
      count: 0,
      needed: FEWEST_ALERTS,
    });
  });

  test('say how many were within the target', () => {
    const alerts = [
      ...Array.from({ length: 30 }, () => served(50)),
      ...Array.from({ length: 10 }, () => served(90)),
    ];
    expect(figureOf(alerts, 'acknowledgement').withinTarget).toMatchObject({ value: 0.75, count: 40 });
  });

  test('hold each quantile in its interval', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 10, maxLength: 200 }),
        (seconds) => {
          const { median, p90 } = figureOf(seconds.map(served), 'acknowledgement');
          for (const figure of [median, p90]) {
            if (figure.state !== 'known') throw new Error('unexpected');
            expect(figure.low).toBeLessThanOrEqual(figure.value);
            expect(figure.high).toBeGreaterThanOrEqual(figure.value);
          }
        },
      ),
    );
  });
});

describe('a shift', () => {
  const shifts = [
    { name: 'Morning', from: '06:00' },
    { name: 'Evening', from: '14:00' },
    { name: 'Night', from: '22:00' },
  ];
  test.each([
    [0, 'Night'],
    [359, 'Night'],
    [360, 'Morning'],
    [13 * 60 + 59, 'Morning'],
    [14 * 60, 'Evening'],
    [22 * 60, 'Night'],
    [1439, 'Night'],
  ])('at minute %i is %s', (minute, name) => {
    expect(shiftAt(shifts, minute)).toBe(name);
    expect(shiftAt(shifts.toReversed(), minute)).toBe(name);
  });
});
