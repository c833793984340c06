import { sumoNeeded } from '@amaan/signals/sumo/testing/requirements';
import { ScenarioFolder } from '@amaan/signals/sumo/testing/small-scenario';
import { afterEach, expect, test, vi } from 'vitest';
import { runSignals } from './run-signals.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const FLAGS = { controller: 'actuated', seed: 3, view: 'camera', yellow: 3 } as const;

test.skipIf(sumoNeeded.missing)(`gives the figures that scripts depend on${sumoNeeded.note}`, async () => {
  await using folder = await ScenarioFolder.with();
  const run = await runSignals(folder.path, FLAGS);
  const { delay, timeLoss, waitingTime, duration, teleports, unfinished } = run;
  for (const figure of [delay, timeLoss, waitingTime, duration]) expect(figure).toBeGreaterThan(0);
  expect(delay).toBeGreaterThanOrEqual(timeLoss);
  expect([teleports, unfinished]).toEqual([0, 0]);
  expect(run).toMatchObject({
    controller: 'actuated',
    view: 'camera',
    seed: 3,
    vehicles: 118,
    led: 1,
    signals: 1,
  });
});

test.skipIf(sumoNeeded.missing)(
  `says on stderr which signal fell back, and why${sumoNeeded.note}`,
  async () => {
    await using folder = await ScenarioFolder.with();
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await runSignals(folder.path, { ...FLAGS, failCamera: { junction: 'C', from: 150 } });
    expect(written.mock.calls).toEqual([
      [
        'amaan: Second 153: signal C runs its fixed plan, because its cameras have given nothing for more than three seconds.\n',
      ],
    ]);
  },
);
