import { expect, test } from 'vitest';
import { groupEffects } from './group-effects.ts';

test('areas stand one by one, the most visits first, and cells together by bound', () => {
  const none = { boundaryId: null, name: null, cell: null };
  expect(
    groupEffects([
      { ...none, code: 'left-out', cell: 4, visits: 2 },
      { ...none, code: 'area-least', boundaryId: 'a', name: 'Canal', visits: 55 },
      { ...none, code: 'left-out', cell: 9, visits: 3 },
      { ...none, code: 'area-most', boundaryId: 'b', name: 'Colony', visits: 284 },
      { ...none, code: 'cell-periods', cell: 1, visits: 1 },
    ]),
  ).toEqual([
    { of: 'area', code: 'area-most', boundaryId: 'b', name: 'Colony', visits: 284 },
    { of: 'area', code: 'area-least', boundaryId: 'a', name: 'Canal', visits: 55 },
    { of: 'cells', code: 'left-out', cells: 2, visits: 5 },
    { of: 'cells', code: 'cell-periods', cells: 1, visits: 1 },
  ]);
  expect(groupEffects([])).toEqual([]);
});
