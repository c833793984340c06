import { expect, test } from 'vitest';
import { figureMonths, instantsOf, parseFigureSearch } from './figure-search.ts';

const now = Date.parse('2026-02-11T10:00:00Z');

test('without months the last six are shown, over the turn of the year', () => {
  expect(figureMonths({}, now)).toEqual({ from: '2025-09', to: '2026-02' });
});

test('months in the wrong order are put right, and what is no month is left out', () => {
  expect(figureMonths({ from: '2026-05', to: '2026-01' }, now)).toEqual({ from: '2026-01', to: '2026-05' });
  expect(parseFigureSearch({ from: '2026-13', to: 'soon' })).toEqual({});
  expect(parseFigureSearch({ from: '2026-12', to: '2026-01' })).toEqual({ from: '2026-12', to: '2026-01' });
});

test('the last month is whole', () => {
  expect(instantsOf({ from: '2025-12', to: '2025-12' })).toEqual({
    from: '2025-12-01T00:00:00.000Z',
    to: '2026-01-01T00:00:00.000Z',
  });
});
