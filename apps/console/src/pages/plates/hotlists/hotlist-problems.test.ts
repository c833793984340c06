import { expect, test } from 'vitest';
import type { HotlistBody } from '../../../api/hotlists.ts';
import { hotlistProblems } from './hotlist-problems.ts';

const good: HotlistBody = {
  name: 'Stolen in Lahore',
  kind: 'stolen',
  owner: 'Anti Vehicle Lifting Staff',
  reason: 'Vehicles reported stolen',
  legalBasis: 'Police Order 2002',
  priority: 'high',
  reviewOn: '2026-06-01',
  expiresOn: '2026-12-31',
};
const today = '2026-03-01';

test('a whole hotlist has no problem, an empty one names each field', () => {
  expect(hotlistProblems(good, today)).toEqual({});
  const empty = {
    ...good,
    name: ' ',
    owner: '',
    reason: 'short',
    legalBasis: '',
    reviewOn: '',
    expiresOn: '',
  };
  expect(hotlistProblems(empty, today)).toEqual({
    name: 'nameNeeded',
    owner: 'ownerNeeded',
    reason: 'reasonNeeded',
    legalBasis: 'legalNeeded',
    reviewOn: 'dateNeeded',
    expiresOn: 'dateNeeded',
  });
});

test('it is reviewed before it expires, and expires in the future', () => {
  expect(hotlistProblems({ ...good, reviewOn: '2027-01-01' }, today)).toEqual({ reviewOn: 'dateOrder' });
  const over = { ...good, reviewOn: '2026-02-01', expiresOn: '2026-03-01' };
  expect(hotlistProblems(over, today)).toEqual({ expiresOn: 'datePast' });
  expect(hotlistProblems(over, today, '2026-03-01'), 'it had that date before').toEqual({});
});
