import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnRange, movedBy, rangeOfPeriod, stepsOfKey } from './brush-range.ts';

describe('the chosen part of a histogram', () => {
  test('stays inside it and at least one step long, wherever it is moved', () => {
    const cases = fc.integer({ min: 1, max: 400 }).chain((steps) =>
      fc.record({
        steps: fc.constant(steps),
        from: fc.double({ min: -1, max: 2, noNaN: true }),
        to: fc.double({ min: -1, max: 2, noNaN: true }),
        handle: fc.constantFrom('first', 'last', 'window' as const),
        by: fc.integer({ min: -500, max: 500 }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ steps, from, to, handle, by }) => {
        const moved = movedBy(drawnRange(from, to, steps), handle, by, steps);
        expect(moved.first).toBeGreaterThanOrEqual(0);
        expect(moved.last).toBeLessThanOrEqual(steps);
        expect(moved.last).toBeGreaterThan(moved.first);
      }),
    );
  });

  test('keeps its length when it is moved as a whole, also against an end', () => {
    expect(movedBy({ first: 2, last: 6 }, 'window', 3, 20)).toEqual({ first: 5, last: 9 });
    expect(movedBy({ first: 2, last: 6 }, 'window', -9, 20)).toEqual({ first: 0, last: 4 });
  });

  test('is the same whether one drags to the right or to the left', () => {
    expect(drawnRange(0.21, 0.58, 10)).toEqual({ first: 2, last: 6 });
    expect(drawnRange(0.58, 0.21, 10)).toEqual({ first: 2, last: 6 });
  });

  test('covers every step that a period touches', () => {
    const edges = [0, 10, 20, 30];
    expect(rangeOfPeriod(edges, 10, 20)).toEqual({ first: 1, last: 2 });
    expect(rangeOfPeriod(edges, 11, 21)).toEqual({ first: 1, last: 3 });
    expect(rangeOfPeriod(edges, -50, 90)).toEqual({ first: 0, last: 3 });
  });

  test('is moved by keys, and left alone by those that mean nothing', () => {
    expect(stepsOfKey('ArrowRight', 24)).toBe(1);
    expect(stepsOfKey('PageUp', 24)).toBe(2);
    expect(stepsOfKey('Home', 24)).toBe(-24);
    expect(stepsOfKey('a', 24)).toBeNull();
  });
});
