import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binValues, selectRanks } from './select-ranks.ts';

test('the values at ranks are those of each group in order, however values are spread', () => {
  const value = fc.oneof(
    fc.integer({ min: 0, max: 5 }),
    fc.double({ min: 0, max: 1e9, noNaN: true }),
    fc.constant(Number.NaN),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(value, fc.integer({ min: -1, max: 3 })), { maxLength: 300 }), (items) => {
      const values = Float64Array.from(items, ([one]) => one);
      const of = Int32Array.from(items, ([, group]) => group);
      const ranked = selectRanks(binValues(values), { of, count: 4 }, (count) => [
        1,
        Math.ceil(count / 2),
        count,
        count,
      ]);
      for (const [group, { count, at }] of ranked.entries()) {
        const own = values.filter((one, index) => of[index] === group && !Number.isNaN(one)).sort();
        expect(count).toBe(own.length);
        if (count > 0)
          for (const rank of [1, Math.ceil(count / 2), count]) expect(at(rank)).toBe(own[rank - 1]);
      }
    }),
  );
});

test('a rank that was not asked for has no value', () => {
  const [group] = selectRanks(
    binValues(Float64Array.of(3, 1, 2)),
    { of: new Int32Array(3), count: 1 },
    () => [2],
  );
  expect(group!.at(2)).toBe(2);
  expect(() => group!.at(1)).toThrow(RangeError);
});
