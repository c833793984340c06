import type { ComparisonResult } from '@amaan/contracts/crime/analysis-result';
import { expect, test } from 'vitest';
import { bySurety, comparable } from './comparable.ts';

type Area = ComparisonResult['areas'][number];
const area = (name: string, rest: Partial<Area>): Area => ({
  ...{ boundaryId: null, name, ring: [], before: 4, after: 8, ratio: 2, low: 1.1, high: 3 },
  ...{ p: 0.01, q: 0.02, change: 'more' },
  ...rest,
});

test('what changed stands first, the surest before the others', () => {
  const areas = [
    area('calm', { change: 'none', q: 0.01 }),
    area('likely', { q: 0.04 }),
    area('sure', { q: 0.001, change: 'fewer' }),
  ];
  expect(bySurety(areas).map(({ name }) => name)).toEqual(['sure', 'likely', 'calm']);
});

test('an area with nothing before, or nothing after, has no place on a logarithmic scale', () => {
  const areas = [
    area('new', { ratio: null, low: null, high: null }),
    area('gone', { ratio: 0, low: 0, high: 0.4 }),
    area('both', {}),
  ];
  expect(comparable(areas).map(({ name }) => name)).toEqual(['both']);
});
