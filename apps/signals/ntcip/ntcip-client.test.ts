import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NtcipClient } from './ntcip-client.ts';
import { UNIT_CONTROL, UNIT_FLASH } from './ntcip-objects.ts';
import { SimulatedController } from './simulated/simulated-controller.ts';
import type { DevicePhase } from './simulated/simulated-device.ts';

const phase = (number: number, concurrent: number[], change: Partial<DevicePhase> = {}): DevicePhase => ({
  ...{ number, concurrent, ring: number, minimumGreen: 5, yellow: 3, redClear: 2 },
  ...{ walk: 0, pedestrianClear: 0 },
  ...change,
});
/** 2 and 6 together, 4 alone, and people on foot over 4's road with 10. */
const PHASES = [
  phase(2, [6, 10]),
  phase(6, [2, 10]),
  phase(4, []),
  phase(10, [2, 6], { minimumGreen: 0, yellow: 0, redClear: 0, walk: 6, pedestrianClear: 8 }),
];
const PLAN = { offset: 0, steps: [2, 4].map((on) => ({ phases: [on], seconds: 30 })) };
const USER = { name: 'amaan', authKey: 'authentication', privKey: 'privacy-of-it' };

describe('NtcipClient', () => {
  let at = 1_000_000_000_000;
  let controller: SimulatedController;
  let client: NtcipClient;
  const connect = (change: Partial<ConstructorParameters<typeof NtcipClient>[0]> = {}) =>
    new NtcipClient(
      {
        ...{ host: '127.0.0.1', port: controller.port, timeoutMs: 150, retries: 1 },
        credentials: { version: 'v1', community: 'administrator' },
        ...change,
      },
      [2, 4, 6, 10],
    );
  /** Lets time pass at the controller, a quarter of a second at a time. */
  const pass = (seconds: number) => {
    for (let left = seconds * 4; left > 0; left -= 1) {
      at += 250;
      controller.step();
    }
  };
  beforeEach(async () => {
    controller = await SimulatedController.start({
      ...{ phases: PHASES, plan: PLAN, community: 'administrator', user: USER },
      ...{ now: () => at, runs: false },
    });
    client = connect();
  });
  afterEach(async () => {
    client[Symbol.dispose]();
    await controller[Symbol.asyncDispose]();
  });

  it('reads how phases are set up', async () => {
    const setup = await client.readSetup();
    expect(setup.get(2)).toEqual({
      ...{ phase: 2, walk: 0, pedestrianClear: 0, minimumGreen: 5, yellow: 3, redClear: 2 },
      concurrent: new Set([6, 10]),
    });
    expect(setup.get(10)).toMatchObject({ walk: 6, pedestrianClear: 8 });
  });

  it('reads what is shown, over both versions of SNMP', async () => {
    pass(1);
    for (const credentials of [
      { version: 'v1', community: 'administrator' },
      { version: 'v3', user: USER.name, authKey: USER.authKey, privKey: USER.privKey },
    ] as const) {
      using one = connect({ credentials });
      const status = await one.readStatus();
      expect(status).toMatchObject({ control: UNIT_CONTROL.timebase, flash: UNIT_FLASH.notFlash });
      expect(Math.abs(status.clock - at / 1000)).toBeLessThan(1);
      expect([...status.greens]).toHaveLength(1);
    }
  });

  it('brings the phases that it asks for, by the controller’s own times, and gives them back', async () => {
    pass(8);
    await client.setBackupTime(60);
    await client.command({ vehicles: new Set([2, 6]), pedestrians: new Set([10]) });
    pass(20);
    const led = await client.readStatus();
    expect(led.control).toBe(UNIT_CONTROL.systemControl);
    expect(led.greens).toEqual(new Set([2, 6, 10]));
    expect(led.walks).toEqual(new Set([10]));
    await client.command({ vehicles: new Set([4]), pedestrians: new Set() });
    pass(1);
    // Cars on the same road get their yellow while people still have their time to the other side.
    const changing = await client.readStatus();
    expect(changing.pedestrianClears).toEqual(new Set([10]));
    expect(changing.yellows).toEqual(new Set([2, 6]));
    pass(6);
    expect((await client.readStatus()).greens.has(4)).toBe(false);
    pass(4);
    expect((await client.readStatus()).greens).toEqual(new Set([4]));
    await client.release(1);
    pass(1);
    const released = await client.readStatus();
    expect(released.control).toBe(UNIT_CONTROL.backupMode);
    expect(controller.device.pattern).toBe(1);
  });

  it('is forgotten by the controller when it does not speak for the backup time', async () => {
    await client.setBackupTime(5);
    await client.command({ vehicles: new Set([4]), pedestrians: new Set() });
    pass(4);
    expect((await client.readStatus()).control).toBe(UNIT_CONTROL.systemControl);
    pass(3);
    expect((await client.readStatus()).control).toBe(UNIT_CONTROL.backupMode);
  });

  it('says in one sentence that nobody answers: silence, slowness, a wrong community, a wrong port', async () => {
    controller.isSilent = true;
    await expect(client.readStatus()).rejects.toMatchObject({
      code: 'NTCIP_NO_ANSWER',
      message: expect.stringMatching(/did not answer 2 times/),
    });
    controller.isSilent = false;
    controller.delayMs = 1_000;
    await expect(client.readStatus()).rejects.toMatchObject({ code: 'NTCIP_NO_ANSWER' });
    controller.delayMs = 0;
    using stranger = connect({ credentials: { version: 'v1', community: 'public' } });
    await expect(stranger.readStatus()).rejects.toMatchObject({
      code: 'NTCIP_NO_ANSWER',
      message: expect.stringContaining('community name'),
    });
    using elsewhere = connect({ port: 9 });
    await expect(elsewhere.command({ vehicles: new Set(), pedestrians: new Set() })).rejects.toMatchObject({
      code: 'NTCIP_NO_ANSWER',
    });
    // And it goes on where it was.
    await expect(client.readStatus()).resolves.toBeDefined();
  });

  it('says that a user or a key is not accepted (SNMPv3)', async () => {
    const { authKey, privKey } = USER;
    using stranger = connect({ credentials: { version: 'v3', user: 'nobody', authKey, privKey } });
    await expect(stranger.readStatus()).rejects.toMatchObject({ code: 'NTCIP_AUTHENTICATION' });
    // A wrong key may also be answered by silence.
    using wrong = connect({
      credentials: { version: 'v3', user: USER.name, authKey: 'another-key', privKey },
    });
    await expect(wrong.readStatus()).rejects.toMatchObject({
      code: expect.stringMatching(/NTCIP_(AUTHENTICATION|NO_ANSWER)/),
      message: expect.stringContaining('keys'),
    });
  });

  it('says that a phase is not there', async () => {
    using one = new NtcipClient(
      {
        ...{ host: '127.0.0.1', port: controller.port },
        credentials: { version: 'v1', community: 'administrator' },
      },
      [2, 39],
    );
    await expect(one.readSetup()).rejects.toMatchObject({
      code: 'NTCIP_PHASES_UNFIT',
      message: expect.stringContaining('phase 39'),
    });
  });

  it('tells that the monitor put it to flash, and that it started anew', async () => {
    pass(2);
    controller.device.breakSwitch(4);
    controller.device.breakSwitch(2);
    expect((await client.readStatus()).flash).toBe(UNIT_FLASH.faultMonitor);
    controller.device.restart();
    pass(1);
    const started = await client.readStatus();
    expect(started.flash).toBe(UNIT_FLASH.startup);
    expect(started.upTime).toBeLessThan(2);
    pass(3);
    expect((await client.readStatus()).flash).toBe(UNIT_FLASH.notFlash);
  });
});
