import { expect, test } from 'vitest';
import type { WatchlistBody } from '../../../api/faces.ts';
import { latestExpiry, watchlistProblems } from './watchlist-problems.ts';

const NOW = Date.parse('2026-11-26T12:00:00.000Z');
const good: WatchlistBody = {
  name: 'Robbery suspects',
  purpose: 'Finding the suspects of armed robberies',
  criteria: 'Suspects with a warrant; never witnesses',
  owner: 'Investigation branch',
  legalBasis: 'Section 54',
  expiresOn: '2026-12-31',
  siteId: null,
};
const problems = (change: Partial<WatchlistBody>) => [...watchlistProblems({ ...good, ...change }, NOW)];

test('a whole list has no problem', () => expect(problems({})).toEqual([]));

test('what is too short is named, blanks do not count', () => {
  expect(problems({ name: ' a ', purpose: 'short', criteria: '', owner: 'x', legalBasis: '    ' })).toEqual([
    'name',
    'purpose',
    'criteria',
    'owner',
    'legalBasis',
  ]);
});

test('it ends after today and within ninety days', () => {
  expect(latestExpiry(NOW)).toBe('2027-02-24');
  expect(problems({ expiresOn: '2027-02-24' })).toEqual([]);
  for (const expiresOn of ['', '2026-11-26', '2027-02-25', '2020-01-01'])
    expect(problems({ expiresOn })).toEqual(['expiresOn']);
});
