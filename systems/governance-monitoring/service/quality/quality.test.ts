import { seededRandom } from '@amaan/contracts/seeded-random';
import { describe, expect, test } from 'vitest';
import { findCoverageGaps } from './find-coverage-gaps.ts';
import { judgeFeed } from './judge-feed.ts';
import { judgeRecords } from './judge-records.ts';
import type { JudgedCall } from './quality-finding.ts';

const START = Date.parse('2026-11-02T00:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Calls that were written down as they went on. */
function honest(count: number): JudgedCall[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, index) => {
    const receivedAt = START + index * 13 * MINUTE + Math.floor(random() * 5 * MINUTE);
    const dispatchedAt = receivedAt + 30_000 + Math.floor(random() * 3 * MINUTE);
    const arrivedAt = dispatchedAt + 2 * MINUTE + Math.floor(random() * 15 * MINUTE);
    const closedAt = arrivedAt + 5 * MINUTE + Math.floor(random() * 60 * MINUTE);
    return {
      ...{ index, receivedAt, dispatchedAt, arrivedAt, closedAt, heardAt: receivedAt + 5000 },
    };
  });
}
const codes = (calls: readonly JudgedCall[]) => judgeRecords(calls).map(({ code }) => code);

describe('records of a station', () => {
  test('that were kept as calls went on raise nothing', () => {
    expect(judgeRecords(honest(400))).toEqual([]);
  });

  test('that run backwards here and there are slips, by the same hour a clock', () => {
    const slips = honest(100).map((call, index) =>
      index % 30 === 0 ? { ...call, arrivedAt: call.dispatchedAt! - (index + 1) * 7 * MINUTE } : call,
    );
    expect(judgeRecords(slips)).toMatchObject([
      { code: 'negative-times', count: 4, of: 100, examples: [0, 30, 60, 90] },
    ]);
    const zone = honest(100).map((call, index) =>
      index % 4 === 0 ? { ...call, arrivedAt: call.dispatchedAt! - HOUR } : call,
    );
    expect(judgeRecords(zone)).toMatchObject([{ code: 'clock-offset', count: 25, seconds: -3600 }]);
  });

  test('without arrivals are told, but not a few of many, nor calls that needed no unit', () => {
    const without = (every: number) =>
      honest(200).map((call, index) => (index % every === 0 ? { ...call, arrivedAt: null } : call));
    expect(judgeRecords(without(5))).toMatchObject([{ code: 'missing-arrivals', count: 40, of: 200 }]);
    expect(codes(without(100))).toEqual([]);
    const advice = honest(200).map((call) => ({ ...call, dispatchedAt: null, arrivedAt: null }));
    expect(codes(advice)).toEqual([]);
  });

  test('written from memory lie on full five minutes', () => {
    const rounded = honest(200).map((call) => ({
      ...call,
      closedAt: Math.ceil(call.closedAt! / (5 * MINUTE)) * 5 * MINUTE,
    }));
    const [flag] = judgeRecords(rounded);
    expect(flag).toMatchObject({ code: 'round-times', of: 400 });
    expect(flag!.p).toBeLessThan(1e-6);
  });

  test('closed all at once at the end of a shift are told', () => {
    const batch = honest(200).map((call, index) =>
      index >= 90 && index < 110 ? { ...call, closedAt: START + 30 * HOUR } : call,
    );
    expect(judgeRecords(batch)).toMatchObject([
      { code: 'closure-batches', count: 20, from: START + 30 * HOUR, until: START + 30 * HOUR + MINUTE },
    ]);
  });

  test('that a feed told late are told, those of files are not', () => {
    const late = honest(60).map((call) => ({ ...call, heardAt: call.receivedAt! + 3 * 24 * HOUR }));
    expect(codes(late)).toEqual(['late-reports']);
    expect(codes(late.map((call) => ({ ...call, heardAt: null })))).toEqual([]);
  });
});

describe('coverage', () => {
  const received = Array.from({ length: 14 * 24 * 6 }, (_, index) => START + index * 10 * MINUTE);
  const until = START + 14 * 24 * HOUR;

  test('is whole where calls come all the time, and where there never are any', () => {
    expect(findCoverageGaps(received, START, until)).toEqual([]);
    expect(findCoverageGaps([], START, until)).toEqual([]);
    const days = received.filter((moment) => new Date(moment).getUTCHours() >= 8);
    expect(findCoverageGaps(days, START, until)).toEqual([]);
  });

  test('has a gap where six an hour stop for four hours', () => {
    const [from, to] = [START + 100 * HOUR, START + 104 * HOUR];
    const gap = findCoverageGaps(
      received.filter((moment) => moment < from || moment >= to),
      START,
      until,
    );
    expect(gap).toMatchObject([{ code: 'coverage-gap', count: 4, from, until: to, seconds: 4 * 3600 }]);
  });
});

describe('a feed', () => {
  const hours = (lags: readonly (number | null)[]) =>
    lags.flatMap((leastLagMs, index) =>
      leastLagMs === null ? [] : [{ hour: START + index * HOUR, leastLagMs }],
    );

  test('that is heard every hour with a steady clock is well', () => {
    expect(judgeFeed(hours([80, 95, 70, 400]), START + 4 * HOUR)).toEqual([]);
  });
  test('that jumps by an hour, or falls silent, is told', () => {
    expect(judgeFeed(hours([80, 90, -3_599_900]), START + 3 * HOUR)).toMatchObject([
      { code: 'clock-jump', seconds: -3599.99, from: START + HOUR },
    ]);
    expect(judgeFeed(hours([80, null, null, 90]), START + 9 * HOUR)).toMatchObject([
      { code: 'feed-silent', count: 2, from: START + HOUR, until: START + 3 * HOUR },
      { code: 'feed-silent', count: 5, until: START + 9 * HOUR },
    ]);
  });
});
