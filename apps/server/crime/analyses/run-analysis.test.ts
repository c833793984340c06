import { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import { AnalysisResult } from '@amaan/contracts/crime/analysis-result';
import { newIdentifier } from '@amaan/contracts/identifier';
import { expect, test } from 'vitest';
import { runAnalysis } from './run-analysis.ts';
import { simulatedData } from './testing/simulated-data.ts';

const data = simulatedData();
const selection = {
  siteId: newIdentifier(),
  period: { from: '2024-01-01T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z' },
};

test('hot spots of made-up incidents are found, and told with their method', async () => {
  const question = AnalysisQuestion.parse({ kind: 'hot-spots', selection, settings: {} });
  const { result, notes, digest } = await runAnalysis(question, data);
  expect(AnalysisResult.parse(result)).toEqual(result);
  if (result.kind !== 'hot-spots') throw new Error(result.kind);
  expect(result.counts.reduce((sum, count) => sum + count, 0)).toBe(data.incidents.length);
  expect(result.marks.filter((mark) => mark === 'hot').length).toBeGreaterThan(3);
  expect(result.moran.p).toBeLessThan(0.05);
  expect(notes.map(({ code }) => code)).toEqual(['method-gi-star', 'limit-no-denominator']);
  // Equal questions on equal data give equal answers.
  expect((await runAnalysis(question, data)).digest).toBe(digest);
});

test('what cannot be computed says why', async () => {
  const question = AnalysisQuestion.parse({ kind: 'hot-spots', selection, settings: {} });
  const nothing = {
    ...data,
    incidents: { ...data.incidents, length: 0, x: new Float64Array(), y: new Float64Array() },
  };
  await expect(runAnalysis(question, nothing)).rejects.toMatchObject({ code: 'NO_INCIDENTS' });
});
