import { expect, test } from 'vitest';
import { dateWarnings } from './hotlist-dates.ts';

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
