import { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import { expect, test } from 'vitest';
import { selectionOf } from './selection-of.ts';

const siteId = '01980000-0000-7000-8000-000000000001';
const edges = Array.from({ length: 19 }, (_, month) => Date.UTC(2025, month));

test('an address without a period means the last twelve months, and the server takes it', () => {
  const selection = selectionOf({}, siteId, false, edges);
  expect(selection.period).toEqual({ from: '2025-07-01T00:00:00.000Z', until: '2026-07-01T00:00:00.000Z' });
  expect(AnalysisQuestion.parse({ kind: 'density', selection, settings: {} }).selection).toEqual(selection);
});

test('less than a year of data is looked at as a whole', () => {
  expect(selectionOf({}, siteId, false, edges.slice(0, 4)).period).toEqual({
    from: '2025-01-01T00:00:00.000Z',
    until: '2025-04-01T00:00:00.000Z',
  });
});

test('everything that the address says goes into it, the reason for officer-initiated offences with it', () => {
  const period = { since: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' };
  const selection = selectionOf(
    { ...period, kinds: ['theft'], offences: ['Snatching'], areas: [siteId], officer: 'Asked by the court' },
    siteId,
    true,
    edges,
  );
  expect(selection).toEqual({
    ...{ siteId, period: { from: period.since, until: period.until } },
    ...{ kinds: ['theft'], offences: ['Snatching'], boundaryIds: [siteId], simulated: true },
    officerInitiated: { reason: 'Asked by the court' },
  });
});
