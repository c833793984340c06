import type { FaceAuthorisation } from '@amaan/contracts/faces/face-authorisation';
import { instantOf } from '@amaan/contracts/instant';
import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

const NOW = Date.parse('2026-11-26T12:00:00.000Z');
const HOUR_MS = 60 * 60_000;
const at = (hours: number) => instantOf(NOW + hours * HOUR_MS);
const authorisation = (change: Partial<FaceAuthorisation>) =>
  ({ state: 'in-force', approveBy: null, from: at(-1), to: at(72), ...change }) as FaceAuthorisation;

test('one in force has the time until its end; one that begins later says so', () => {
  expect(timeLeft(authorisation({}), NOW)).toEqual({ kind: 'left', milliseconds: 72 * HOUR_MS });
  expect(timeLeft(authorisation({ from: at(2) }), NOW)).toEqual({
    kind: 'begins',
    milliseconds: 2 * HOUR_MS,
  });
});

test('an urgent one dies of the missing approval, unless its window ends before', () => {
  expect(timeLeft(authorisation({ approveBy: at(20) }), NOW)).toEqual({
    kind: 'urgent',
    milliseconds: 20 * HOUR_MS,
  });
  expect(timeLeft(authorisation({ approveBy: at(20), to: at(3) }), NOW)).toEqual({
    kind: 'left',
    milliseconds: 3 * HOUR_MS,
  });
  expect(timeLeft(authorisation({ approveBy: at(0) }), NOW)).toEqual({ kind: 'urgent-over' });
});

test('what is over has no time left, and what has ended none at all', () => {
  expect(timeLeft(authorisation({ to: at(0) }), NOW)).toEqual({ kind: 'over' });
  expect(timeLeft(authorisation({ state: 'ended' }), NOW)).toEqual({ kind: 'ended' });
});
