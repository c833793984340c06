import { expect, test } from 'vitest';
import { dateWarnings, daysUntil } from './hotlist-dates.ts';

const today = '2026-03-01';

test.each([
  ['2026-12-31', '2026-06-30', []],
  ['2026-12-31', '2026-03-10', [{ kind: 'review-soon', days: 9 }]],
  ['2026-03-05', '2026-06-30', [{ kind: 'expires-soon', days: 4 }]],
  ['2026-03-05', '2026-02-20', [{ kind: 'review-due' }, { kind: 'expires-soon', days: 4 }]],
  ['2026-12-31', '2026-03-01', [{ kind: 'review-due' }]],
  ['2026-03-01', '2026-02-01', [{ kind: 'expired' }]],
] as const)('expires %s, review %s', (expiresOn, reviewOn, warnings) => {
  expect(dateWarnings({ expiresOn, reviewOn }, today)).toEqual(warnings);
});

test('days are counted over the end of a month and of summer time', () => {
  expect(daysUntil('2026-04-01', '2026-03-01')).toBe(31);
  expect(daysUntil('2026-02-28', '2026-03-01')).toBe(-1);
});
