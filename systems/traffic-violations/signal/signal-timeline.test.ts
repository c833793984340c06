import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { ClockProof, SignalPhases } from '@amaan/contracts/violations/signal-timeline';
import { describe, expect, test } from 'vitest';
import { proveRed } from './signal-reading.ts';
import { SignalTimeline } from './signal-timeline.ts';

const START = Date.parse('2026-03-01T08:00:00.000Z');
const junctionId = newIdentifier();
const PROVEN: ClockProof = { offsetMs: 0, errorMs: 5, measuredAt: instantOf(START) };

/** What a controller says whose clock is `offsetMs` ahead: green, at 10 s yellow, at 13 s red, at 40 s green. */
function phases(at: number, clock: ClockProof | null = PROVEN): SignalPhases {
  const [light, since] =
    at < 10 ? ['green', 0] : at < 13 ? ['yellow', 10] : at < 40 ? ['red', 13] : ['green', 40];
  const own = (seconds: number) => instantOf(START + 1000 * seconds + (clock?.offsetMs ?? 0));
  return {
    ...{ junctionId, at: own(at), source: 'controller', clock },
    lights: [
      {
        ...{ group: 'north', light: light as 'red', errorMs: 50 },
        since: own(since as number),
      },
    ],
  };
}

function timeline(seconds: readonly number[], clock: ClockProof | null = PROVEN): SignalTimeline {
  const made = new SignalTimeline(junctionId);
  for (const at of seconds) made.add(phases(at, clock));
  return made;
}

const EVERY_SECOND = Array.from({ length: 61 }, (_, second) => second);

/** A crossing at a second, by the worker's clock, known to 100 ms. */
function crossing(seconds: number, offsetMs = 0) {
  const at = START + 1000 * seconds + offsetMs;
  return { earliest: at - 100, latest: at + 100 };
}

function prove(log: SignalTimeline, entry: number, exit: number | null, worker: ClockProof | null = PROVEN) {
  const offset = worker?.offsetMs ?? 0;
  const [from, to] = [START + offset, START + 1000 * (exit ?? entry) + offset + 500];
  return proveRed(
    log.group('north').read(from, to, worker),
    crossing(entry, offset),
    exit === null ? null : crossing(exit, offset),
    500,
  );
}

describe('red is proven', () => {
  test('with every error on the side of the driver', () => {
    // 20 s at the earliest is 19.9; red at the latest from 13 + 0.05 + 0.005 (controller) + 0.005 (worker).
    expect(prove(timeline(EVERY_SECOND), 20, 23)).toEqual({
      entryMs: expect.closeTo(6840, 0),
      exitMs: expect.closeTo(9840, 0),
    });
  });

  test('not within the grace and the errors after it began, nor in green and yellow', () => {
    expect(prove(timeline(EVERY_SECOND), 13.6, 16)).toBe('signal-too-short');
    expect(prove(timeline(EVERY_SECOND), 13.7, 16)).toMatchObject({ entryMs: expect.any(Number) });
    expect(prove(timeline(EVERY_SECOND), 11, 14)).toBe('not-red');
    expect(prove(timeline(EVERY_SECOND), 5, 8)).toBe('not-red');
  });

  test('at the entry alone where green came before the exit', () => {
    expect(prove(timeline(EVERY_SECOND), 38, 41)).toMatchObject({ exitMs: null });
    expect(prove(timeline(EVERY_SECOND), 39.95, 43)).toBe('signal-too-short');
  });

  test('with clocks that are apart by what is allowed, whatever both say', () => {
    const controller: ClockProof = { ...PROVEN, offsetMs: -120 };
    const worker: ClockProof = { ...PROVEN, offsetMs: 90 };
    const proven = prove(timeline(EVERY_SECOND, controller), 20, 23, worker);
    expect(proven).toMatchObject({ entryMs: expect.closeTo(6840, 0) });
  });

  test.each([
    ['clocks further apart', { ...PROVEN, offsetMs: 260 }, 'clock-skew'],
    ['clocks whose errors may make them so', { ...PROVEN, offsetMs: 200, errorMs: 60 }, 'clock-skew'],
    ['no proof of the worker’s clock', null, 'clock-unproven'],
  ] as const)('never by %s', (_, worker, reason) => {
    expect(prove(timeline(EVERY_SECOND), 20, 23, worker)).toBe(reason);
  });

  test('never without a proof of the controller’s clock', () => {
    expect(prove(timeline(EVERY_SECOND, null), 20, 23)).toBe('clock-unproven');
  });
});

describe('a silent controller', () => {
  test('leaves what it showed unknown', () => {
    const silent = timeline([...EVERY_SECOND.filter((at) => at <= 12), 50]);
    expect(prove(silent, 20, 23)).toBe('signal-unknown');
    expect(prove(timeline(EVERY_SECOND.filter((at) => at <= 15)), 20, 23)).toBe('signal-unknown');
    expect(prove(timeline([]), 20, 23)).toBe('signal-unknown');
  });

  test('that says afterwards since when it is red has told', () => {
    const late = timeline(EVERY_SECOND.filter((at) => at <= 12 || (at >= 15 && at < 17) || at > 30));
    expect(prove(late, 20, 23)).toMatchObject({ entryMs: expect.any(Number) });
  });

  test('says nothing new by an old message', () => {
    const mixed = timeline(EVERY_SECOND);
    mixed.add(phases(12));
    expect(prove(mixed, 20, 23)).toMatchObject({ entryMs: expect.any(Number) });
    expect(mixed.group('south').read(START, START + 1000, PROVEN).spans).toEqual([]);
  });
});
