import type { RiderVerdict } from '@amaan/contracts/violations/suspected-violation';
import { SuspectedViolation } from '@amaan/contracts/violations/suspected-violation';
import { describe, expect, test } from 'vitest';
import { drive, driver, LINES, PROVEN, START, STOP_M, zone } from '../testing/watched-road.ts';

const RED = { kind: 'red-light', ...LINES };
/** Drives through at 12 m/s: over the stop line at 5 s. */
const THROUGH = driver(1, 'car', (at) => STOP_M + 12 * (5 - at));

describe('a red light', () => {
  test('is reported once, with what proves it', () => {
    const { findings, gaps } = drive({ movers: [THROUGH], rule: RED });
    expect(findings).toHaveLength(1);
    const violation = SuspectedViolation.parse(findings[0]!.violation);
    expect(violation).toMatchObject({ kind: 'red-light', laneId: 'lane', calibrationVersion: 3 });
    if (violation.kind !== 'red-light') return;
    expect(Math.abs(Date.parse(violation.entry.at) - START - 5000)).toBeLessThan(150);
    expect(Math.abs(Date.parse(violation.exit.at) - START - 6000)).toBeLessThan(150);
    expect(violation.signal.redForMs.entry).toBeGreaterThan(34_000);
    expect(violation.signal.redForMs.entry).toBeLessThan(35_000);
    expect(gaps).toEqual([]);
  });

  test.each([
    ['green', () => ({ light: 'green', since: -30 }) as const, []],
    ['red that began a moment before', () => ({ light: 'red', since: 4.6 }) as const, ['signal-too-short']],
    [
      'a silent signal',
      (at: number) => (at < 1 ? ({ light: 'red', since: -30 } as const) : null),
      ['signal-unknown'],
    ],
  ])('is not reported by %s', (_, light, reasons) => {
    const { findings, gaps } = drive({ movers: [THROUGH], rule: RED, light });
    expect(findings).toEqual([]);
    expect(gaps).toEqual(reasons);
  });

  test.each([
    ['clocks that nobody compared', null, 'clock-unproven'],
    ['clocks that are too far apart', { ...PROVEN, offsetMs: 300 }, 'clock-skew'],
  ])('is not reported by %s', (_, worker, reason) => {
    const { findings, gaps } = drive({ movers: [THROUGH], rule: RED, worker });
    expect(findings).toEqual([]);
    expect(gaps).toEqual([reason]);
  });

  test('is not reported of a camera that has moved', () => {
    expect(drive({ movers: [THROUGH], rule: RED, holds: false }).findings).toEqual([]);
  });

  test('is not reported of a vehicle that was hidden at the line', () => {
    const hidden = driver(1, 'car', (at) => (at > 4.4 && at < 5.5 ? null : STOP_M + 12 * (5 - at)));
    const { findings, gaps } = drive({ movers: [hidden], rule: RED });
    expect(findings).toEqual([]);
    expect(gaps).toEqual(['hidden']);
  });

  test.each([
    ['is reported of a vehicle that was hidden for a moment where it stood', 9.8, 1, []],
    ['is not reported of one that was hidden for longer: another may have come', 11.5, 0, ['hidden']],
  ])('%s', (_, until, reported, reasons) => {
    const stands = driver(1, 'car', (at) => {
      if (at > 8 && at < until) return null;
      if (at < 6) return Math.max(STOP_M - 3, STOP_M + 12 * (5 - at));
      return at < 12 ? STOP_M - 3 : STOP_M - 3 - 6 * (at - 12);
    });
    const { findings, gaps } = drive({ movers: [stands], rule: RED });
    expect(findings).toHaveLength(reported);
    expect(gaps).toEqual(reasons);
  });

  test('is not reported of a track that goes on with another vehicle', () => {
    const waits = driver(2, 'car', (at) => Math.max(STOP_M + 9, STOP_M + 9 + 12 * (3 - at)));
    // The one that drives through takes over the number of the one that waits, in the moment of the line.
    const swapped = (track: number, at: number) => (at > 5.2 ? 3 - track : track);
    const { findings } = drive({ movers: [THROUGH, waits], rule: RED, mixed: swapped });
    expect(findings).toEqual([]);
  });

  test('is reported of a vehicle whose track began anew before the line', () => {
    const renumbered = (track: number, at: number) => (at > 3 ? track + 10 : track);
    const { findings } = drive({ movers: [THROUGH], rule: RED, mixed: renumbered });
    expect(findings.map(({ tracks }) => tracks)).toEqual([[1, 11]]);
  });

  test('is none where it waited beyond the line and left at green', () => {
    const waits = driver(1, 'car', (at) => {
      if (at < 6) return Math.max(STOP_M - 3, STOP_M + 12 * (5 - at));
      return at < 12 ? STOP_M - 3 : STOP_M - 3 - 6 * (at - 12);
    });
    const light = (at: number) =>
      at < 11 ? ({ light: 'red', since: -30 } as const) : ({ light: 'green', since: 11 } as const);
    expect(drive({ movers: [waits], rule: RED, light }).findings).toEqual([]);
    const { findings } = drive({ movers: [waits], rule: { kind: 'stop-line', ...LINES }, light });
    expect(findings.map(({ violation }) => violation.kind)).toEqual(['stop-line']);
  });
});

test('whoever stops before the stop line, or drives on over it, is no case of it', () => {
  const rule = { kind: 'stop-line', ...LINES };
  const before = driver(1, 'car', (at) => Math.max(STOP_M + 0.7, STOP_M + 12 * (5 - at)));
  expect(drive({ movers: [before], rule }).findings).toEqual([]);
  expect(drive({ movers: [THROUGH], rule }).findings).toEqual([]);
});

describe('speed', () => {
  const rule = { kind: 'speed', laneIds: ['lane'], limitKmh: 50, toleranceKmh: 5 };
  const at = (kmh: number) => driver(1, 'car', (seconds) => 45 + (kmh / 3.6) * (5 - seconds));

  test('is reported by its lower bound', () => {
    const [finding] = drive({ movers: [at(70)], rule, seconds: 12 }).findings;
    expect(finding?.violation).toMatchObject({
      kind: 'speed',
      speed: { limitKmh: 50, coverage: 3, method: 'ground' },
    });
    if (finding?.violation.kind !== 'speed') return;
    const { kmh, errorKmh, lowerKmh } = finding.violation.speed;
    expect(Math.abs(kmh - 70)).toBeLessThan(3);
    expect(lowerKmh).toBeCloseTo(kmh - 3 * errorKmh);
  });

  test('within limit and tolerance, or just above them, is no case', () => {
    expect(drive({ movers: [at(54)], rule, seconds: 12 })).toEqual({ findings: [], gaps: [] });
    expect(drive({ movers: [at(55.5)], rule, seconds: 12 })).toEqual({
      findings: [],
      gaps: ['speed-uncertain'],
    });
  });

  test('has limits of its own for a class', () => {
    const own = { ...rule, classLimitsKmh: { truck: 30 } };
    const lorry = driver(1, 'truck', (seconds) => 45 + (48 / 3.6) * (5 - seconds));
    expect(drive({ movers: [lorry], rule: own, seconds: 12 }).findings).toHaveLength(1);
    expect(drive({ movers: [at(48)], rule: own, seconds: 12 }).findings).toEqual([]);
  });
});

test('the wrong way is reported once, and driving the right way never', () => {
  const rule = { kind: 'wrong-way', laneIds: ['lane'] };
  const away = driver(1, 'motorcycle', (at) => 32 + 7 * at);
  expect(drive({ movers: [away], rule }).findings.map(({ violation }) => violation.kind)).toEqual([
    'wrong-way',
  ]);
  expect(drive({ movers: [THROUGH], rule }).findings).toEqual([]);
});

test('a class that may not use a lane is reported, another is not', () => {
  const rule = { kind: 'lane', laneIds: ['lane'], forbidden: ['truck', 'bus'] };
  const slow = (name: 'truck' | 'car') => driver(1, name, (at) => 75 - 8 * at);
  expect(drive({ movers: [slow('truck')], rule, seconds: 8 }).findings).toHaveLength(1);
  expect(drive({ movers: [slow('car')], rule, seconds: 8 }).findings).toEqual([]);
});

test('a turn is prohibited where its exit is reached, whatever the signal shows', () => {
  const { laneIds, entry, exits } = LINES;
  const rule = { kind: 'prohibited-turn', laneIds, entry, exits };
  expect(drive({ movers: [THROUGH], rule }).findings).toHaveLength(1);
});

test('parking is reported once, through those who pass before it, and halting for a moment is not', () => {
  const rule = { kind: 'no-parking', zone: zone(40, 60), seconds: 15 };
  const parks = driver(1, 'car', (at) => {
    const passes = at > 8 && at < 10;
    return passes ? null : Math.max(50, 50 + 10 * (3 - at));
  });
  const { findings } = drive({
    movers: [parks],
    rule,
    seconds: 60,
    mixed: (track, at) => (at > 9 ? track + 1 : track),
  });
  expect(findings.map(({ violation }) => violation.kind)).toEqual(['no-parking']);
  const halts = driver(1, 'car', (at) => (at < 3 ? 50 + 10 * (3 - at) : at < 12 ? 50 : 50 - 6 * (at - 12)));
  expect(drive({ movers: [halts], rule, seconds: 40 }).findings).toEqual([]);
});

describe('a model for riders and drivers', () => {
  const verdict = (at: number, word: RiderVerdict['verdict'], confidence = 0.98): RiderVerdict => ({
    ...{ modelDigest: 'a'.repeat(64), verdict: word, confidence },
    at: new Date(START + 1000 * at).toISOString(),
  });

  /** Answers with the same word whenever it is asked, and tells how often that was. */
  function judged(
    rule: object,
    name: 'motorcycle' | 'car',
    word: (asked: number) => RiderVerdict['verdict'],
  ) {
    let asked = 0;
    const result = drive({
      ...{ movers: [driver(1, name, (at) => 80 - 8 * at)], rule, seconds: 8 },
      onFrame: (watch, at) => {
        for (const { ruleId, object, model } of watch.verdictsWanted()) {
          expect(model).toBe('riders');
          asked += 1;
          watch.addVerdict(ruleId, object.track, verdict(at, word(asked)), at);
        }
      },
    });
    return { ...result, asked };
  }

  const helmet = { kind: 'helmet', laneIds: ['lane'], model: 'riders' };
  const belt = { kind: 'seat-belt', laneIds: ['lane'], model: 'riders' };

  test('reports whoever surely wears no helmet, once', () => {
    const { findings, asked } = judged(helmet, 'motorcycle', () => 'not-worn');
    expect(findings.map(({ violation }) => violation.kind)).toEqual(['helmet']);
    expect(asked).toBe(3);
  });

  test('reports nobody when its verdicts do not agree', () => {
    const { findings, gaps } = judged(helmet, 'motorcycle', (asked) => (asked === 2 ? 'worn' : 'not-worn'));
    expect(findings).toEqual([]);
    expect(gaps).toEqual(['verdict-unsure']);
  });

  test('is never asked about a seat belt on a motorcycle, nor about a helmet in a car', () => {
    expect(judged(belt, 'motorcycle', () => 'not-worn')).toMatchObject({ findings: [], asked: 0 });
    expect(judged(helmet, 'car', () => 'not-worn')).toMatchObject({ findings: [], asked: 0 });
  });

  test('a seat-belt rule cannot be made for motorcycles', () => {
    expect(() => judged({ ...belt, classes: ['motorcycle'] }, 'motorcycle', () => 'not-worn')).toThrow();
  });

  test('is not heard about a motorcycle by a rule for belts, whoever sends the verdict', () => {
    const { findings, gaps } = drive({
      ...{ movers: [driver(1, 'motorcycle', (at) => 80 - 8 * at)], rule: belt, seconds: 8 },
      onFrame: (watch, at) => watch.addVerdict('rule', 1, verdict(at, 'not-worn'), at),
    });
    expect(findings).toEqual([]);
    expect(new Set(gaps)).toEqual(new Set(['class-unsure']));
  });
});
