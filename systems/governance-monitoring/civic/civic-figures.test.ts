import { expect, test } from 'vitest';
import { civicFigures, type DepartmentTurn } from './civic-figures.ts';

const HOUR = 60 * 60_000;
const turn = (change: Partial<DepartmentTurn> = {}): DepartmentTurn => ({
  department: 'water',
  sentAt: 0,
  dueAt: 24 * HOUR,
  doneAt: 12 * HOUR,
  reopened: false,
  current: false,
  ...change,
});

test('counts what was done by its deadline, and says nothing of a few', () => {
  const turns = [
    ...Array.from({ length: 8 }, () => turn()),
    turn({ doneAt: 30 * HOUR, reopened: true }),
    turn({ doneAt: null, current: true }),
    turn({ department: 'lights' }),
  ];
  const [lights, water] = civicFigures(turns, 48 * HOUR).departments;
  expect(water).toMatchObject({
    department: 'water',
    due: 10,
    overdueNow: 1,
    inTime: { state: 'known', value: 0.8, count: 10 },
    reopened: { state: 'not-enough-data', count: 9 },
  });
  expect(lights?.inTime).toEqual({ state: 'not-enough-data', count: 1, needed: 10 });
});

test('a deadline that is to come, and a ticket that was taken away before it, say nothing', () => {
  const turns = [turn({ doneAt: null, current: true }), turn({ doneAt: null })];
  expect(civicFigures(turns, HOUR).departments[0]).toMatchObject({ due: 0, overdueNow: 0 });
});
