import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { JunctionLive } from '@amaan/contracts/traffic/signal-live';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { SIGNAL_SILENCE_MS, SignalDirectory } from './signal-directory.ts';

const live = (change: Partial<JunctionLive> = {}): JunctionLive => ({
  ...{ junctionId: newIdentifier(), siteId: newIdentifier(), at: instantOf(0), mode: 'advise' },
  ...{ controller: 'actuated', shown: null, proposal: null, decisionMs: 1, dataAge: 0, lanes: [] },
  state: {
    ...{ stage: 'a', next: null, since: 1, lights: ['green', 'red'] },
    ...{ source: 'plan', fallback: null, forced: null },
  },
  ...{ permitUntil: null, waveId: null, problem: null, simulated: true },
  ...change,
});

/** A directory whose process is the test. */
function directory() {
  let at = 1_000;
  let hear: (payload: unknown) => void = () => undefined;
  const updates: LiveUpdate[] = [];
  const signals = new SignalDirectory({
    bus: {
      listen(_, handler) {
        hear = handler;
        return { stop: async () => undefined };
      },
    },
    publish: (update) => updates.push(update),
    onWaves: () => undefined,
    now: () => at,
    logger: pino({ level: 'silent' }),
  });
  return {
    signals,
    say: (junctions: JunctionLive[]) =>
      hear({ processId: newIdentifier(), at: instantOf(at), junctions, waves: [] }),
    pass: (ms: number) => {
      at += ms;
    },
    told: () => {
      const update = updates.shift();
      return update?.type === 'signals' ? update.junctions.length : 0;
    },
  };
}

test('a junction of which nobody speaks any more shows nothing', () => {
  const { signals, say, pass } = directory();
  const one = live();
  say([one]);
  expect(signals.liveOf(one.junctionId)).toEqual(one);
  pass(SIGNAL_SILENCE_MS + 1);
  expect(signals.liveOf(one.junctionId)).toBeNull();
});

test('few junctions are told every second, many when they change and now and then', () => {
  const few = directory();
  const some = [live(), live()];
  few.say(some);
  few.say(some);
  expect([few.told(), few.told()]).toEqual([2, 2]);

  const { say, pass, told } = directory();
  const many = Array.from({ length: 60 }, () => live());
  say(many);
  pass(1_000);
  say([live({ ...many[0]!, waveId: newIdentifier() }), ...many.slice(1)]);
  expect([told(), told()]).toEqual([60, 1]);
  pass(5_000);
  say(many);
  expect(told()).toBe(60);
});

test('what cannot be read is left out', () => {
  const { signals, say } = directory();
  const broken = live();
  say([{ ...broken, mode: 'unknown' as never }]);
  expect(signals.liveOf(broken.junctionId)).toBeNull();
});
