import { expect, test } from 'vitest';
import { stepOf, visitSteps } from './visit-steps.ts';

test('cells are drawn in three steps up to the most visited one, in fewer where there are fewer visits', () => {
  expect(visitSteps([1, 4, 30])).toEqual([10, 20, 30]);
  expect(visitSteps([1, 2, 1])).toEqual([1, 2]);
  expect(visitSteps([1])).toEqual([1]);
  expect(visitSteps([])).toEqual([1]);
  expect([1, 10, 11, 30].map((visits) => stepOf(visits, [10, 20, 30]))).toEqual([0, 0, 1, 2]);
});
