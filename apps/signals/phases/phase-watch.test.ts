import { instantOf } from '@amaan/contracts/instant';
import type { Light } from '@amaan/contracts/traffic/signal-decision';
import type { SignalReport } from '@amaan/contracts/traffic/signal-messages';
import { type ClockProof, SignalPhases } from '@amaan/contracts/violations/signal-timeline';
import { expect, test } from 'vitest';
import type { OutputReading } from '../operation/output-keeper.ts';
import { assignedJunction } from '../testing/test-plane.ts';
import { PhaseWatch } from './phase-watch.ts';

const START = 1_700_000_000_000;
const RED: Light[] = ['red', 'red', 'red', 'red'];
const GREEN: Light[] = ['green', 'red', 'red', 'red'];
const YELLOW: Light[] = ['yellow', 'red', 'red', 'red'];

/** A watch of one enforced junction whose controller is 90 ms ahead of this process, which is 30 ms ahead of the server. */
function watched() {
  const told: SignalPhases[] = [];
  const logged: Extract<SignalReport, { type: 'phase' }>['phase'][] = [];
  let own: ClockProof | null = { offsetMs: 30, errorMs: 4, measuredAt: instantOf(START - 1_030) };
  const watch = new PhaseWatch({
    announce: (phases) => told.push(SignalPhases.parse(phases)),
    report: (reports) => {
      for (const report of reports) if (report.type === 'phase') logged.push(report.phase);
    },
    clock: () => own,
  });
  const junction = assignedJunction({ isEnforced: true });
  watch.follow([junction]);
  const reading = (ms: number, lights: Light[]): OutputReading => ({
    lights,
    ...{ askedAt: START + ms, heardAt: START + ms + 10 },
    clock: { offsetMs: 90, errorMs: 40, comparedAt: START + ms },
  });
  return {
    ...{ watch, told, logged, id: junction.junctionId, junction },
    see: (ms: number, lights: Light[] | null) =>
      watch.see(junction.junctionId, lights && reading(ms, lights)),
    loseClock: () => {
      own = null;
    },
  };
}

test('tells a change at once, with when it may have been at the earliest and latest, by the controller’s clock', () => {
  const { see, told } = watched();
  see(0, GREEN);
  see(100, GREEN);
  see(200, YELLOW);
  expect(told).toHaveLength(2);
  const phases = told[1]!;
  expect(phases.source).toBe('simulated');
  // Between asking at 100 and hearing at 210 of this process's clock, which is 90 behind the controller's.
  expect(phases.lights[0]).toMatchObject({
    light: 'yellow',
    since: instantOf(START + 155 + 90),
    errorMs: 55,
  });
  // What did not change is told too, since when it was first seen.
  expect(phases.lights[1]).toMatchObject({ light: 'red', since: instantOf(START + 5 + 90), errorMs: 5 });
  expect(phases.at).toBe(instantOf(START + 210 + 90));
});

test('proves the controller’s clock against the server’s by both steps between them', () => {
  const { see, told, loseClock, watch } = watched();
  see(0, RED);
  expect(told[0]!.clock).toEqual({ offsetMs: 120, errorMs: 44, measuredAt: instantOf(START - 1_030) });
  loseClock();
  watch.beat();
  expect(told[1]!.clock).toBeNull();
});

test('beats while it knows what is shown, says once that it does not, and is silent then', () => {
  const { see, told, watch } = watched();
  watch.beat();
  expect(told).toEqual([]);
  see(0, RED);
  watch.beat();
  see(100, null);
  see(200, null);
  watch.beat();
  expect(told).toHaveLength(3);
  expect(told[2]!.lights.map(({ light, since }) => [light, since])).toEqual(
    Array.from({ length: 4 }, () => ['unknown', instantOf(START + 100)]),
  );
});

test('logs what was seen from its beginning to its end, by the server’s clock, and nothing else', () => {
  const { see, logged, id } = watched();
  see(0, GREEN);
  see(100, YELLOW);
  // That green was there at the first look: nobody knows since when.
  expect(logged).toEqual([]);
  see(3_100, YELLOW);
  see(3_200, RED);
  expect(logged).toEqual([
    {
      ...{ junctionId: id, light: 'yellow', source: 'simulated', errorMs: 59 },
      group: expect.any(String),
      from: instantOf(START + 55 - 30),
      to: instantOf(START + 3_155 - 30),
      clock: expect.objectContaining({ offsetMs: 120 }),
    },
  ]);
  // A gap: what was shown in it is not known, nor when what is shown after it began.
  see(9_000, null);
  see(20_000, RED);
  see(20_100, GREEN);
  expect(logged).toHaveLength(1);
  see(30_000, GREEN);
  see(30_100, YELLOW);
  expect(logged.map(({ light }) => light)).toEqual(['yellow', 'green']);
});

test('watches enforced junctions only', () => {
  const { see, told, watch, id } = watched();
  watch.follow([]);
  expect(watch.isWatched(id)).toBe(false);
  see(0, RED);
  expect(told).toEqual([]);
});
