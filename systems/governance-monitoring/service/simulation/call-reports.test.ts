import { seededRandom } from '@amaan/contracts/seeded-random';
import { expect, test } from 'vitest';
import { callReports } from './call-reports.ts';
import { simulatedCalls } from './simulated-calls.ts';

const from = Date.parse('2026-11-01T00:00:00Z');
const calls = [
  ...simulatedCalls({
    ...{ seed: 4, from, to: from + 24 * 60 * 60_000 },
    stations: [{ name: 'Cantt', callsPerHour: 3, travelSeconds: 300, centre: [71.47, 30.2] }],
  }),
];

test('each moment of a call is told once, in the order of time, and where it is only at first', () => {
  const reports = callReports(calls, 'Multan');
  const moments = calls.flatMap(({ receivedAt, dispatchedAt, arrivedAt, closedAt }) =>
    [receivedAt, dispatchedAt, arrivedAt, closedAt].filter((moment) => moment !== null),
  );
  expect(reports).toHaveLength(moments.length);
  expect(reports.every(({ at }, index) => index === 0 || at >= reports[index - 1]!.at)).toBe(true);
  expect(reports.filter(({ report }) => 'site' in report)).toHaveLength(calls.length);
});

test('disorder repeats some and delays some, and says nothing else', () => {
  const orderly = callReports(calls, null);
  const disorderly = callReports(calls, null, seededRandom(1));
  expect(disorderly.length).toBeGreaterThan(orderly.length);
  const said = (all: typeof orderly) => new Set(all.map(({ report }) => JSON.stringify(report)));
  expect(said(disorderly)).toEqual(said(orderly));
  const late = disorderly.filter(({ at, report }) => at - Date.parse(String(report.saidAt)) > 60_000);
  expect(late.length).toBeGreaterThan(0);
});
