import type { Position } from '@amaan/contracts/geometry';
import { MOST_HOLD_SECONDS } from '@amaan/contracts/traffic/emergency-wave';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testJunction } from '../signals/testing/test-junction.ts';
import { leadSecondsOf, recoverySecondsOf } from './stop-seconds.ts';
import { type TrackedStop, WaveTracker } from './wave-tracker.ts';

const START = 1_800_000_000;
/** Positions on a line, one degree a metre: distances are easy to read. */
const along = (metres: number): Position => [metres, 0];
const distance = ([a]: Position, [b]: Position) => Math.abs(a - b);
const stop = (index: number, change: Partial<TrackedStop> = {}): TrackedStop => ({
  junctionId: `junction-${index}`,
  stage: 'a',
  expectedSeconds: 60 * (index + 1),
  position: along(500 * (index + 1)),
  leadSeconds: 20,
  recoverySeconds: 70,
  ...change,
});
const report = (metres: number, seconds: number, speedKmh = 60) => ({
  position: along(metres),
  speedKmh,
  at: new Date((START + seconds) * 1000).toISOString(),
});
const states = (tracker: WaveTracker, seconds: number) =>
  tracker.at(START + seconds).map(({ state }) => state);

describe('WaveTracker', () => {
  it('goes by the plan of the way while nobody says where the vehicle is', () => {
    const tracker = new WaveTracker([stop(0), stop(1)], START, distance);
    expect(states(tracker, 0)).toEqual(['ahead', 'ahead']);
    expect(states(tracker, 41)).toEqual(['holding', 'ahead']);
    expect(states(tracker, 70)).toEqual(['holding', 'ahead']);
    expect(states(tracker, 76)).toEqual(['recovering', 'ahead']);
    expect(states(tracker, 101)).toEqual(['recovering', 'holding']);
    expect(states(tracker, 147)).toEqual(['done', 'recovering']);
    expect(states(tracker, 220)).toEqual(['done', 'done']);
  });

  it('goes by what the vehicle reports: earlier when it is fast, later when it is held up', () => {
    const tracker = new WaveTracker([stop(0), stop(1)], START, distance);
    tracker.report(report(0, 0, 72));
    // 500 m with a detour at 20 m/s.
    expect(tracker.at(START)[0]!.expectedAt - START).toBeCloseTo(30);
    expect(states(tracker, 9)).toEqual(['ahead', 'ahead']);
    expect(states(tracker, 11)).toEqual(['holding', 'ahead']);
    // Stuck at 100 m: the plan's time passes and nothing is given up.
    tracker.report(report(100, 60, 0));
    expect(states(tracker, 80)).toEqual(['holding', 'ahead']);
    tracker.report(report(490, 100, 60));
    expect(states(tracker, 101)).toEqual(['holding', 'ahead']);
    tracker.report(report(560, 104, 60));
    expect(states(tracker, 105)).toEqual(['recovering', 'ahead']);
    expect(tracker.at(START + 105)[1]!.expectedAt - START).toBeCloseTo(104 + (440 * 1.2) / (60 / 3.6));
  });

  it('gives a junction up that was held for as long as it may be', () => {
    const tracker = new WaveTracker([stop(0)], START, distance);
    tracker.report(report(400, 0, 0));
    expect(states(tracker, 1)).toEqual(['holding']);
    expect(states(tracker, MOST_HOLD_SECONDS)).toEqual(['holding']);
    expect(states(tracker, MOST_HOLD_SECONDS + 2)).toEqual(['recovering']);
  });

  it('counts on the plan where nobody knows where a junction is, and takes no report from the past', () => {
    const tracker = new WaveTracker([stop(0, { position: null }), stop(1)], START, distance);
    tracker.report(report(0, 10));
    tracker.report(report(900, 5));
    expect(tracker.at(START + 10)[0]!.expectedAt - START).toBe(70);
  });

  it('never holds a junction for longer than it may, whatever is reported', () => {
    const reports = fc.array(
      fc.record({
        metres: fc.double({ min: -100, max: 2500, noNaN: true }),
        every: fc.integer({ min: 1, max: 40 }),
        speed: fc.double({ min: 0, max: 200, noNaN: true }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(reports, (said) => {
        const tracker = new WaveTracker([stop(0), stop(1), stop(2)], START, distance);
        const held = [0, 0, 0];
        let next = 0;
        let due = 0;
        for (let second = 0; second < 900; second += 1) {
          const one = said[next];
          if (one && second >= due) {
            tracker.report(report(one.metres, second, one.speed));
            due = second + one.every;
            next += 1;
          }
          for (const [index, { state }] of tracker.at(START + second).entries())
            if (state === 'holding') held[index]! += 1;
        }
        for (const seconds of held) expect(seconds).toBeLessThanOrEqual(MOST_HOLD_SECONDS + 1);
        // What had to wait was worked off in the end.
        expect(tracker.at(START + 2000).every(({ state }) => state === 'done' || state === 'holding')).toBe(
          true,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('begins early enough for the slowest change of a junction, and recovers for one round of its plan', () => {
    const junction = testJunction();
    // Walk of 7 s, 8 s to the other side, and the queue.
    expect(leadSecondsOf(junction)).toBe(7 + 8 + 8);
    expect(recoverySecondsOf(junction)).toBe(76);
  });
});
