import type { TrendSeries } from '@amaan/contracts/crime/analysis-result';
import { expect, test } from 'vitest';
import { sortedSeries, trendWord } from './trend-word.ts';

const series = (offenceKind: string | null, factor: number | null, q = 0.01): TrendSeries => ({
  ...{ offenceKind, counts: [], trend: null, seasonal: null, remainder: null, changes: [] },
  yearly: factor === null ? null : { factor, low: factor * 0.9, high: factor * 1.1, p: q, q },
});

test('only what is significant among all series rises or falls', () => {
  expect(trendWord(series('theft', 1.3), 0.05)).toBe('rising');
  expect(trendWord(series('theft', 0.7), 0.05)).toBe('falling');
  expect(trendWord(series('theft', 1.3, 0.06), 0.05)).toBe('steady');
  expect(trendWord(series('theft', null), 0.05)).toBe('unknown');
});

test('all together stands first, what is not known last, and the surest first among equals', () => {
  const sorted = sortedSeries(
    [series('a', null), series('b', 1.2, 0.04), series('c', 0.8), series(null, 1, 0.9), series('d', 1.2)],
    0.05,
  );
  expect(sorted.map(({ offenceKind }) => offenceKind)).toEqual([null, 'd', 'b', 'c', 'a']);
});
