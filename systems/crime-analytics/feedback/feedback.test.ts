import { expect, test } from 'vitest';
import { type AuditedPeriod, auditDeployments } from './audit-deployments.ts';
import { boundedShares } from './bounded-shares.ts';
import type { FeedbackGuards, FeedbackLoopSettings } from './feedback-loop.ts';
import { simulateFeedbackLoop } from './simulate-feedback-loop.ts';

const NO_GUARDS: FeedbackGuards = {
  exposure: false,
  mostTimesFairShare: null,
  leastOfFairShare: 0,
  leaveOutFound: false,
};
/** Eight areas with the same truth; the first begins with one and a half times the records. */
const LOOP: FeedbackLoopSettings = {
  seed: 1,
  trueRates: new Array(8).fill(20),
  recordedBefore: [120, 80, 80, 80, 80, 80, 80, 80],
  reportedShare: 0.1,
  foundShare: 0.8,
  weeks: 104,
  replicas: 20,
  guards: NO_GUARDS,
};

test('without guards the past decides for ever, and the records seem to prove it right', () => {
  const { weeks, trueShares } = simulateFeedbackLoop(LOOP);
  expect(trueShares).toEqual(new Array(8).fill(1 / 8));
  const last = weeks.at(-1)!;
  // In every replica the first area is still among the visited ones.
  expect(last.patrolShares[0]).toBeGreaterThan(0.45);
  expect(last.recordedShares[0]).toBeGreaterThan(0.3);
  expect(last.distortion).toBeGreaterThan(0.7);
  for (const { patrolShares } of weeks)
    expect(patrolShares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
});

test('guards keep patrols near the truth and let the past fade', () => {
  const guards = { exposure: true, mostTimesFairShare: 2, leastOfFairShare: 0.5, leaveOutFound: false };
  const guarded = simulateFeedbackLoop({ ...LOOP, guards }).weeks.at(-1)!;
  expect(Math.max(...guarded.patrolShares)).toBeLessThanOrEqual(2 / 8 + 1e-9);
  expect(Math.min(...guarded.patrolShares)).toBeGreaterThanOrEqual(0.5 / 8 - 1e-9);
  expect(guarded.distortion).toBeLessThan(0.3);
  const leftOut = simulateFeedbackLoop({ ...LOOP, guards: { ...NO_GUARDS, leaveOutFound: true } });
  const free = simulateFeedbackLoop(LOOP);
  expect(leftOut.weeks.at(-1)!.recordedShares[0]).toBeLessThan(free.weeks.at(-1)!.recordedShares[0]!);
});

test('equal seeds give equal courses, whatever the number of replicas after them', () => {
  expect(simulateFeedbackLoop(LOOP)).toEqual(simulateFeedbackLoop(LOOP));
  expect(simulateFeedbackLoop({ ...LOOP, seed: 2 })).not.toEqual(simulateFeedbackLoop(LOOP));
  const progress: number[] = [];
  simulateFeedbackLoop({ ...LOOP, weeks: 2, replicas: 3 }, (done) => progress.push(done));
  expect(progress).toEqual([1, 2, 3]);
});

test.each<Partial<FeedbackLoopSettings>>([
  { trueRates: [1] },
  { recordedBefore: [0, 0, 0, 0, 0, 0, 0, 0] },
  { reportedShare: 1.5 },
  { foundShare: Number.NaN },
  { weeks: 0 },
  { replicas: 2.5 },
  { guards: { ...NO_GUARDS, mostTimesFairShare: 0.5 } },
])('%o is refused', (wrong) => {
  expect(() => simulateFeedbackLoop({ ...LOOP, ...wrong })).toThrow(
    expect.objectContaining({ code: 'FEEDBACK_SETTINGS_INVALID' }),
  );
});

test('shares keep within their bounds and sum to 1', () => {
  const near = (shares: Float64Array, wanted: number[]) => {
    for (const [n, share] of shares.entries()) expect(share).toBeCloseTo(wanted[n]!, 9);
  };
  near(boundedShares(Float64Array.of(3, 1, 0, 0), 0, 1), [0.75, 0.25, 0, 0]);
  near(boundedShares(Float64Array.of(3, 1, 0, 0), 0.1, 0.5), [0.5, 0.3, 0.1, 0.1]);
  near(boundedShares(Float64Array.of(1, 0, 0, 0), 0, 0.4), [0.4, 0.2, 0.2, 0.2]);
  near(boundedShares(Float64Array.of(0, 0), 0.25, 1), [0.5, 0.5]);
});

/** Two areas with a cell each. */
function period(hours: number[], reported: number[], visitedCells: number[]): AuditedPeriod {
  return {
    patrolHours: Float64Array.from(hours),
    reported: Float64Array.from(reported),
    expected: Float64Array.of(1, 1),
    visitedCells,
  };
}

test('an audit lays patrols beside reports and fair shares, and marks where they part', () => {
  const areas = [
    { id: 'north', fairShare: 0.5 },
    { id: 'south', fairShare: 0.5 },
  ];
  const bounds = { mostTimesFairShare: 1.5, leastOfFairShare: 0.5, mostPeriodsInRow: 2 };
  const [north, south] = auditDeployments({
    areas,
    areaOfCell: Int16Array.of(0, 1),
    periods: [period([6, 4], [5, 5], [0]), period([9, 1], [5, 5], [0, 1]), period([10, 0], [5, 5], [0])],
    bounds,
  });
  expect(north).toMatchObject({ area: 'north', longestRow: 3, reportedShare: 0.5, expectedShare: 0.5 });
  expect(north!.patrolShare).toBeCloseTo(25 / 30, 12);
  expect(north!.timesReported).toBeCloseTo(25 / 15, 12);
  expect(north!.flags).toEqual(['over-most', 'repeated', 'rising-without-reports']);
  expect(south!.flags).toEqual(['under-least']);
  const [silent] = auditDeployments({ areas, areaOfCell: Int16Array.of(0, 1), periods: [], bounds });
  expect(silent).toMatchObject({ patrolShare: 0, timesReported: null, longestRow: 0 });
});
