import { instantOf } from '@amaan/contracts/instant';
import { expect, test } from 'vitest';
import { ControlClock } from './control-clock.ts';

/** A clock that is asked by the test, with the times at which questions are sent and answers heard. */
function clockOf(answer: () => Promise<unknown>) {
  let now = 1_000_000;
  const clock = new ControlClock({
    bus: { request: answer },
    now: () => now,
    runs: false,
  });
  return {
    clock,
    get now() {
      return now;
    },
    pass(ms: number) {
      now += ms;
    },
  };
}

test('proves the offset within half of the shortest trip', async () => {
  const trips = [90, 10, 60];
  const lab = clockOf(async () => {
    const trip = trips.shift()!;
    lab.pass(trip / 2);
    // The control plane is 400 ms behind.
    const time = instantOf(lab.now - 400);
    lab.pass(trip / 2);
    return { time };
  });
  expect(lab.clock.proof).toBeNull();
  for (let asked = 0; asked < 3; asked += 1) await lab.clock.ask();
  const proof = lab.clock.proof!;
  expect(Math.abs(proof.offsetMs - 400)).toBeLessThanOrEqual(proof.errorMs);
  expect(proof.errorMs).toBeLessThan(7);
  expect(Date.parse(proof.measuredAt)).toBeCloseTo(lab.now - 400, -2);
});

test('has no proof once nobody answers, or answers nonsense', async () => {
  const answers: (() => unknown)[] = [
    () => ({ time: instantOf(1_000_000) }),
    () => ({ time: 'noon' }),
    () => {
      throw new Error('Nobody is there.');
    },
  ];
  const lab = clockOf(async () => answers.shift()!());
  await lab.clock.ask();
  expect(lab.clock.proof).not.toBeNull();
  lab.pass(61_000);
  await lab.clock.ask();
  await lab.clock.ask();
  expect(lab.clock.proof).toBeNull();
  await lab.clock[Symbol.asyncDispose]();
});
