import { CaseReviewInput } from '@amaan/contracts/violations/violation-case';
import { expect, test } from 'vitest';
import { ANSWERS, HOLD_CAUSES, inputOf, needsWords } from './case-answer.ts';

test('every answer has a key of its own, and what is sent is what the server takes', () => {
  expect(new Set(ANSWERS.map(({ key }) => key)).size).toBe(ANSWERS.length);
  for (const { answer } of ANSWERS)
    expect(CaseReviewInput.safeParse(inputOf(answer, ' said in words ')).success, answer.decision).toBe(true);
  for (const reason of HOLD_CAUSES)
    expect(CaseReviewInput.safeParse(inputOf({ decision: 'hold', reason }, 'why')).success).toBe(true);
});

test('another reason and a question to a supervisor want words; the usual answers do not', () => {
  for (const { answer } of ANSWERS) expect(inputOf(answer, '  ') === null).toBe(needsWords(answer));
  expect(ANSWERS.filter(({ answer }) => needsWords(answer)).map(({ key }) => key)).toEqual(['6', 'h']);
  expect(inputOf({ decision: 'confirm' }, '')).toEqual({ decision: 'confirm', note: '' });
});
