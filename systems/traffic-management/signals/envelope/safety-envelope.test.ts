import type { SignalState } from '@amaan/contracts/traffic/signal-decision';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkJunction } from '../check-junction.ts';
import { anyJunction } from '../testing/any-junction.ts';
import { ConflictMonitor } from '../testing/conflict-monitor.ts';
import { testJunction } from '../testing/test-junction.ts';
import { type EnvelopeInput, RECOVERY, SafetyEnvelope } from './safety-envelope.ts';

/** What a controller, a clock and a network may do, in the worst case. */
const anyInput = fc.record({
  seconds: fc.oneof(
    { weight: 8, arbitrary: fc.constant(1) },
    { weight: 4, arbitrary: fc.double({ min: 0.05, max: 1, noNaN: true }) },
    fc.constantFrom(0, Number.NaN, -5, Number.NEGATIVE_INFINITY),
  ),
  lead: fc.oneof({ weight: 9, arbitrary: fc.constant('controller' as const) }, fc.constant('plan' as const)),
  proposal: fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({ stage: fc.integer({ min: 0, max: 6 }).map((stage) => `s${stage}`) }),
    },
    fc.constantFrom(null, { stage: '' }, { stage: '__proto__' }, { stage: Number.NaN as unknown as string }),
  ),
  decisionMs: fc.oneof(
    { weight: 12, arbitrary: fc.constant(1) },
    fc.constantFrom(201, Number.NaN, Number.POSITIVE_INFINITY, -1),
  ),
  dataAge: fc.oneof(
    { weight: 12, arbitrary: fc.constant(0) },
    fc.constantFrom(4, Number.NaN, Number.POSITIVE_INFINITY, -1),
  ),
  hasFailed: fc.oneof({ weight: 20, arbitrary: fc.constant(false) }, fc.constant(true)),
  slowInside: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    fc.constantFrom(3, Number.NaN, Number.POSITIVE_INFINITY, -2),
  ),
});

/** One stubborn proposal after another, each for a while: what starves others longest. */
const stubborn = fc
  .array(fc.tuple(anyInput, fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.flatMap(([input, times]) => Array.from({ length: times }, () => input)));

describe('whatever a controller does', () => {
  test.each([
    ['any sequence of inputs', fc.array(anyInput, { minLength: 1, maxLength: 300 })],
    ['inputs that stay for long', stubborn],
  ])('%s keeps greens, yellows, clearances, conflicts and longest reds', (_, inputs) => {
    fc.assert(
      fc.property(anyJunction, inputs, fc.integer({ min: 0, max: 100_000 }), (junction, sequence, begin) => {
        fc.pre(checkJunction(junction).length === 0);
        const envelope = new SafetyEnvelope(junction, begin);
        const monitor = new ConflictMonitor(junction, begin);
        let now = begin;
        for (const { seconds, ...input } of sequence) {
          if (seconds > 0) now += seconds;
          const { lights } = envelope.step({ ...input, now: seconds > 0 ? now : begin + seconds });
          expect(monitor.complaints(lights, now, 1)).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('the junctions that are drawn are sound ones, mostly', () => {
    const drawn = fc.sample(anyJunction, 200).filter((junction) => checkJunction(junction).length === 0);
    expect(drawn.length).toBeGreaterThan(150);
  });
});

const SOUND: Omit<EnvelopeInput, 'now'> = {
  lead: 'controller',
  proposal: { stage: 'a' },
  decisionMs: 1,
  dataAge: 0,
  slowInside: 0,
};

/** Steps an envelope second by second and gives every state. */
function run(
  envelope: SafetyEnvelope,
  seconds: readonly [first: number, last: number],
  input: Partial<EnvelopeInput> = {},
): SignalState[] {
  const states: SignalState[] = [];
  for (let now = seconds[0]; now <= seconds[1]; now++)
    states.push(envelope.step({ ...SOUND, ...input, now }));
  return states;
}

describe('a change', () => {
  test('waits for the shortest green, then goes by yellow and all-red, people on foot first', () => {
    const envelope = new SafetyEnvelope(testJunction(), 0);
    const states = run(envelope, [0, 20], { proposal: { stage: 'c' } });
    const shown = states.map(({ lights }) => lights.join(' '));
    // Walking takes seven seconds at the least.
    expect(new Set(shown.slice(0, 7))).toEqual(new Set(['green yield red green']));
    expect(shown[7]).toBe('yellow yellow red clearing');
    expect(shown[9]).toBe('yellow yellow red clearing');
    expect(shown[10]).toBe('red red red clearing');
    expect(shown[14]).toBe('red red red clearing');
    // The last one on foot set out in second 7 and needs eight.
    expect(shown[15]).toBe('red red green red');
    expect(states[7]).toMatchObject({ stage: 'a', next: 'c', since: 0 });
    expect(states[16]).toMatchObject({ stage: 'c', next: null, since: 1 });
  });

  test('keeps what stays green, giving way if it has to on either side of the change', () => {
    const envelope = new SafetyEnvelope(testJunction(), 0);
    const states = run(envelope, [0, 20], { proposal: { stage: 'b' } });
    expect(states[7]!.lights.join(' ')).toBe('yellow yield red clearing');
    expect(states[15]!.lights.join(' ')).toBe('red green red red');
  });

  test('waits for vehicles inside the junction, but not for ever', () => {
    const clear = run(new SafetyEnvelope(testJunction(), 0), [0, 60], { proposal: { stage: 'c' } });
    const full = run(new SafetyEnvelope(testJunction(), 0), [0, 60], {
      proposal: { stage: 'c' },
      slowInside: 1,
    });
    const begins = (states: readonly SignalState[]) => states.findIndex(({ stage }) => stage === 'c');
    expect(begins(full) - begins(clear)).toBe(6);
  });
});

describe('faults', () => {
  test.each([
    ['no-proposal', { proposal: null }],
    ['unknown-stage', { proposal: { stage: 'z' } }],
    ['late-decision', { decisionMs: 201 }],
    ['stale-data', { dataAge: 3.5 }],
    ['controller-failed', { hasFailed: true, proposal: null }],
  ] as const)(
    '%s brings the fixed plan at once, and the controller back after a while without fault',
    (fallback, fault) => {
      const envelope = new SafetyEnvelope(testJunction(), 0);
      expect(run(envelope, [0, 20]).at(-1)).toMatchObject({ source: 'controller', fallback: null });
      expect(run(envelope, [21, 21], fault)[0]).toMatchObject({ source: 'plan', fallback });
      const back = run(envelope, [22, 40]);
      expect(back.findIndex(({ source }) => source === 'controller')).toBe(RECOVERY);
    },
  );

  test('the fixed plan goes on through a fault that stays, and meets its own clock', () => {
    const junction = testJunction();
    const faulty = run(new SafetyEnvelope(junction, 0), [0, 400], { proposal: null });
    const planned = run(new SafetyEnvelope(junction, 0), [0, 400], { lead: 'plan' });
    expect(faulty.map(({ lights }) => lights)).toEqual(planned.map(({ lights }) => lights));
    // From a stage that the plan does not show now, it is back in step within a cycle.
    const envelope = new SafetyEnvelope(junction, 0);
    run(envelope, [0, 66], { proposal: { stage: 'c' } });
    const after = run(envelope, [67, 400], { proposal: null });
    expect(after.slice(73).map(({ lights }) => lights)).toEqual(
      planned.slice(67 + 73).map(({ lights }) => lights),
    );
  });
});

test('the fixed plan shows exactly its own greens, yellows and all-reds from any second on', () => {
  const junction = testJunction();
  const whole = run(new SafetyEnvelope(junction, 0), [0, 200], { lead: 'plan' }).map(({ stage, next }) => [
    stage,
    next,
  ]);
  expect(whole.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => ['a', null]));
  expect(whole[30]).toEqual(['a', 'b']);
  expect(whole[38]).toEqual(['b', null]);
  expect(whole[46]).toEqual(['b', 'c']);
  expect(whole[51]).toEqual(['c', null]);
  expect(whole[76]).toEqual(['a', null]);
  for (const begin of [3, 31, 37, 40, 50, 75]) {
    const late = run(new SafetyEnvelope(junction, begin), [begin, 200], { lead: 'plan' });
    // Whoever begins within a change sees it to its end as any other.
    const settled = late.slice(10).map(({ stage, next }) => [stage, next]);
    expect(settled).toEqual(whole.slice(begin + 10));
  }
});

test('a junction that contradicts itself has no envelope, and says why', () => {
  const stages = testJunction().stages.map((stage) => {
    return stage.id === 'c' ? { ...stage, green: ['we', 'ns'] } : stage;
  });
  expect(() => new SafetyEnvelope(testJunction({ stages }), 0)).toThrow(
    expect.objectContaining({
      code: 'JUNCTION_CONTRADICTION',
      message: 'Stage West and east lets ns and we go together, which conflict.',
    }),
  );
});

test('a group whose longest red is near comes first, whatever is proposed', () => {
  const junction = testJunction();
  const envelope = new SafetyEnvelope(junction, 0);
  const states = run(envelope, [0, 400], { proposal: { stage: 'a' } });
  const forced = states.find((state) => state.forced !== null);
  expect(forced?.forced).toBe('we');
  expect(states.some(({ stage }) => stage === 'c')).toBe(true);
});
