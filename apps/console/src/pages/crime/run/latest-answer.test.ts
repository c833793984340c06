import type { Analysis } from '@amaan/contracts/crime/analysis';
import { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import { expect, test } from 'vitest';
import { latestAnswer } from './latest-answer.ts';

const selection = {
  siteId: '01980000-0000-7000-8000-000000000001',
  period: { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' },
};
const question = AnalysisQuestion.parse({ kind: 'near-repeat', selection, settings: {} });
const other = AnalysisQuestion.parse({ kind: 'near-repeat', selection, settings: { permutations: 99 } });
const analysis = (id: string, state: Analysis['state'], asked: AnalysisQuestion) =>
  ({ id, state, question: asked }) as Analysis;

test('the newest answer of exactly this question is found, however its parts are ordered', () => {
  const { settings, ...rest } = question;
  const turned = { settings, ...rest } as AnalysisQuestion;
  const all = [analysis('a', 'done', other), analysis('b', 'done', turned), analysis('c', 'done', question)];
  expect(latestAnswer(all, question)?.id).toBe('b');
});

test('one that goes on or is done counts before one that was cancelled or failed', () => {
  const all = [analysis('a', 'cancelled', question), analysis('b', 'running', question)];
  expect(latestAnswer(all, question)?.id).toBe('b');
  expect(latestAnswer(all.slice(0, 1), question)?.id).toBe('a');
  expect(latestAnswer([], question)).toBeUndefined();
});
