import { expect, test } from 'vitest';
import { parseCompareSearch, periodBefore } from './compare-search.ts';

const period = { from: '2026-03-01T00:00:00.000Z', until: '2026-03-11T00:00:00.000Z' };

test('a period is compared with as much time before it unless the address says otherwise', () => {
  expect(periodBefore({}, period)).toEqual({
    from: '2026-02-19T00:00:00.000Z',
    until: '2026-03-01T00:00:00.000Z',
  });
  expect(periodBefore({ with: 'year' }, period)).toEqual({
    from: '2025-03-01T00:00:00.000Z',
    until: '2025-03-11T00:00:00.000Z',
  });
});

test('a period of its own is taken where it is one', () => {
  const chosen = parseCompareSearch({
    ...{ with: 'between', by: 'cells' },
    ...{ thenSince: '2025-06-01T00:00:00Z', thenUntil: '2025-07-01T00:00:00Z' },
  });
  expect(periodBefore(chosen, period)).toEqual({
    from: '2025-06-01T00:00:00.000Z',
    until: '2025-07-01T00:00:00.000Z',
  });
  expect(parseCompareSearch({ with: 'ever', thenSince: '2026-01-02T00:00:00Z' })).toEqual({});
  expect(periodBefore({ with: 'between' }, period).until).toBe(period.from);
});
