import { expect, test } from 'vitest';
import type { AuthorisationBody } from '../../../api/faces.ts';
import { authorisationProblems } from './authorisation-problems.ts';

const NOW = Date.parse('2026-11-26T12:00:00.000Z');
const good: AuthorisationBody = {
  caseId: 'case',
  kind: 'offence',
  about: 'Armed robbery, FIR 112/26',
  legalBasis: 'Section 54',
  reason: 'They fled through the market and are armed',
  scope: { kind: 'cameras', cameraIds: ['camera'] },
  from: '2026-11-26T12:00:00.000Z',
  to: '2026-11-29T12:00:00.000Z',
  watchlistId: 'list',
};
const problems = (change: Partial<AuthorisationBody>) => [
  ...authorisationProblems({ ...good, ...change }, NOW),
];

test('a whole request has no problem, on cameras or after the event', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ scope: { kind: 'after-the-event' } })).toEqual([]);
});

test('what is missing is named', () => {
  expect(problems({ caseId: '', watchlistId: '', scope: { kind: 'cameras', cameraIds: [] } })).toEqual([
    'case',
    'cameras',
    'watchlist',
  ]);
  expect(problems({ about: '  a  ', legalBasis: '', reason: 'too short' })).toEqual([
    'about',
    'legalBasis',
    'reason',
  ]);
});

test('the window ends after it begins, later than now, and within thirty days', () => {
  expect(problems({ to: good.from })).toEqual(['window']);
  expect(problems({ from: '2026-11-20T12:00:00.000Z', to: '2026-11-26T12:00:00.000Z' })).toEqual(['window']);
  expect(problems({ to: '2026-12-27T12:00:00.000Z' })).toEqual(['window']);
  expect(problems({ from: '' })).toEqual(['window']);
});
