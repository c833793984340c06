import type { SignalState } from '@amaan/contracts/traffic/signal-decision';
import { testJunction } from '@amaan/traffic-management/signals/testing/test-junction';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NtcipOutput, type NtcipSettings } from './ntcip-output.ts';
import { deviceOfJunction, phasesOfJunction } from './simulated/device-of-junction.ts';
import { SimulatedController } from './simulated/simulated-controller.ts';

const junction = testJunction();
const phases = phasesOfJunction(junction);

describe('NtcipOutput', () => {
  let at = 1_700_000_000_000;
  let controller: SimulatedController;
  const opened: NtcipOutput[] = [];
  const open = (change: Partial<NtcipSettings> = {}) => {
    const settings = {
      ...{
        host: '127.0.0.1',
        port: controller.port,
        phases,
        fixedPattern: 1,
        backupSeconds: 5,
        clockTolerance: 5,
      },
      credentials: { version: 'v1' as const, community: 'cabinet' },
      ...change,
    };
    const output = new NtcipOutput(junction, settings, () => at / 1000);
    opened.push(output);
    return output;
  };
  const pass = (seconds: number) => {
    for (let left = seconds * 4; left > 0; left -= 1) {
      at += 250;
      controller.step();
    }
  };
  const state = (stage: string, lights: SignalState['lights']): SignalState => ({
    ...{ stage, next: null, since: 0, lights, source: 'controller', fallback: null, forced: null },
  });
  beforeEach(async () => {
    controller = await SimulatedController.start({
      ...deviceOfJunction(junction, phases),
      ...{ community: 'cabinet', now: () => at, runs: false },
    });
  });
  afterEach(async () => {
    for (const output of opened.splice(0)) await output[Symbol.asyncDispose]();
    await controller[Symbol.asyncDispose]();
  });

  it('brings what the envelope shows, reads it back by groups, and releases to the plan', async () => {
    const output = open();
    await output.prepare();
    expect(controller.device.backupTime).toBe(5);
    const wanted = state('a', ['green', 'yield', 'red', 'green']);
    await output.show(wanted);
    pass(4);
    await output.show(wanted);
    pass(4);
    expect(await output.read()).toEqual(['green', 'yield', 'red', 'green']);
    await output.release();
    pass(1);
    expect(controller.device.pattern).toBe(1);
  });

  it('does not take over a controller whose clock is off', async () => {
    controller.clockAhead = 8;
    await expect(open().prepare()).rejects.toMatchObject({
      code: 'NTCIP_CLOCK_OFF',
      message: expect.stringContaining('8 s off'),
    });
    await expect(open({ clockTolerance: 20 }).prepare()).resolves.toBeUndefined();
  });

  it('does not take over a controller that does not let phases of a stage be on together', async () => {
    // Left goes with `we` there, which conflicts with `ns`.
    const swapped = { ...phases, left: phases.we!, we: phases.left! };
    await expect(open({ phases: swapped }).prepare()).rejects.toMatchObject({ code: 'NTCIP_PHASES_UNFIT' });
  });

  it('says at once that conflicting groups are shown green together', async () => {
    // What stands for `we` is the walk that goes with `ns`.
    const output = open({ phases: { ...phases, we: phases.left!, left: phases.we! } });
    const { offset } = junction.fixedPlan;
    // In the plan's first step.
    at = Math.ceil((at / 1000 - offset) / 76) * 76_000;
    pass(2);
    await expect(output.read()).rejects.toMatchObject({
      code: 'NTCIP_CONFLICT_SHOWN',
      message: expect.stringContaining('ns and we'),
    });
  });
});
