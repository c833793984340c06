import { describe, expect, test } from 'vitest';
import { isBackwards } from '../call-spans.ts';
import { findCoverageGaps } from '../quality/find-coverage-gaps.ts';
import { judgeRecords } from '../quality/judge-records.ts';
import { type SimulatedStation, simulatedCalls } from './simulated-calls.ts';

const DAY = 24 * 60 * 60_000;
const from = Date.parse('2026-11-01T00:00:00Z');
const station: SimulatedStation = {
  ...{ name: 'Cantt', callsPerHour: 5, travelSeconds: 360, centre: [71.47, 30.2] as const },
};
const calls = (more: Partial<SimulatedStation> = {}, outage?: { from: number; to: number }) => [
  ...simulatedCalls({
    ...{ seed: 3, from, to: from + 14 * DAY, stations: [{ ...station, ...more }] },
    ...(outage !== undefined && { outage }),
  }),
];
const judged = (all: ReturnType<typeof calls>) =>
  judgeRecords(all.map((call, index) => ({ ...call, index, heardAt: call.receivedAt }))).map(
    ({ code }) => code,
  );

describe('simulated calls', () => {
  test('are the same for the same seed, as many as asked for, and in order', () => {
    const all = calls();
    expect(all).toEqual(calls());
    expect(all.length / (14 * 24)).toBeGreaterThan(4.5);
    expect(all.length / (14 * 24)).toBeLessThan(5.5);
    expect(
      all.every(({ receivedAt }, index) => index === 0 || receivedAt >= all[index - 1]!.receivedAt),
    ).toBe(true);
    expect(all.some(isBackwards)).toBe(false);
  });

  test('raise no flag where records are kept well, and its own for every bad habit', () => {
    expect(judged(calls())).toEqual([]);
    expect(judged(calls({ habits: { missingArrivals: 0.2 } }))).toEqual(['missing-arrivals']);
    expect(judged(calls({ habits: { roundClosures: 0.9 } }))).toEqual(['round-times']);
    expect(judged(calls({ habits: { closesInBatches: true } }))).toContain('closure-batches');
    expect(judged(calls({ habits: { clockOffsetMs: -2 * 60 * 60_000 } }))).toContain('clock-offset');
  });

  test('have a gap where records were lost, and only there', () => {
    const outage = { from: from + 5 * DAY, to: from + 5 * DAY + 6 * 60 * 60_000 };
    const gaps = (all: ReturnType<typeof calls>) =>
      findCoverageGaps(
        all.map(({ receivedAt }) => receivedAt),
        from,
        from + 14 * DAY,
      );
    expect(gaps(calls())).toEqual([]);
    expect(gaps(calls({}, outage))).toMatchObject([{ from: outage.from, until: outage.to }]);
  });
});
