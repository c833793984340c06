import type { SuspectedViolation } from '@amaan/contracts/violations/suspected-violation';
import { expect, test } from 'vitest';
import { isAtLine, momentsOf, takenAt } from './moments-of.ts';

const capturedAt = '2026-11-01T10:00:00.000Z';
const crossed = (at: string) => ({ at, errorMs: 40, place: [0.5, 0.5] as [number, number] });
const of = (violation: object) => violation as SuspectedViolation;
const redLight = of({
  kind: 'red-light',
  entry: crossed(capturedAt),
  exit: crossed('2026-11-01T10:00:01.500Z'),
});
const stopLine = of({
  kind: 'stop-line',
  entry: crossed(capturedAt),
  restedFrom: '2026-11-01T10:00:02.000Z',
  restSeconds: 3.5,
});

test('the second picture is of the moment in which it was over, where that is known', () => {
  expect(takenAt({ capturedAt, violation: redLight }, 'entry')).toBe(capturedAt);
  expect(takenAt({ capturedAt, violation: redLight }, 'exit')).toBe('2026-11-01T10:00:01.500Z');
  expect(takenAt({ capturedAt, violation: stopLine }, 'exit')).toBe('2026-11-01T10:00:05.500Z');
  expect(takenAt({ capturedAt, violation: of({ kind: 'speed' }) }, 'exit')).toBeNull();
});

test('only what is about a signal has moments to compare with it', () => {
  expect(momentsOf(redLight).map(({ name, errorMs }) => [name, errorMs])).toEqual([
    ['entry', 40],
    ['exit', 40],
  ]);
  expect(momentsOf(stopLine).map(({ name }) => name)).toEqual(['entry', 'rest']);
  expect(momentsOf(of({ kind: 'speed' }))).toEqual([]);
});

test('where no line is crossed no picture is said to be of one', () => {
  expect(isAtLine(redLight)).toBe(true);
  expect(isAtLine(of({ kind: 'no-parking' }))).toBe(false);
});
