import { expect, test } from 'vitest';
import { searchProblems } from './search-problems.ts';

const now = Date.parse('2026-03-01T12:00:00.000Z');
const whole = {
  source: 'A shopkeeper',
  lawfulness: 'Handed over freely',
  takenAt: '2026-02-28T10:00:00.000Z',
  place: 'Anarkali',
  reason: 'He ran away with the till',
};

test('what is asked of a search is what the server asks', () => {
  expect(searchProblems(whole, now)).toEqual(new Set());
  const empty = { source: '', lawfulness: 'short', takenAt: '', place: ' x ', reason: 'because' };
  expect([...searchProblems(empty, now)].sort()).toEqual([
    ...['lawfulness', 'place', 'reason', 'source', 'takenAt'],
  ]);
  expect([...searchProblems({ ...whole, takenAt: '2026-03-01T12:00:01.000Z' }, now)]).toEqual(['takenAt']);
});
