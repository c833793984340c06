import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

const now = Date.parse('2026-03-01T08:00:30.000Z');
const startedAt = '2026-03-01T08:00:00.000Z';

test('a replay that is a quarter done takes three times as long again', () => {
  expect(timeLeft({ state: 'running', progress: 0.25, startedAt }, now)).toBe(90_000);
  expect(timeLeft({ state: 'running', progress: 1, startedAt }, now)).toBe(0);
});

test('nothing is said of one that waits, has hardly begun or is over', () => {
  expect(timeLeft({ state: 'waiting', progress: 0.5, startedAt: null }, now)).toBeNull();
  expect(timeLeft({ state: 'running', progress: 0.001, startedAt }, now)).toBeNull();
  expect(timeLeft({ state: 'done', progress: 1, startedAt }, now)).toBeNull();
});
