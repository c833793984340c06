import { JunctionSummary, SignalEvent } from '@amaan/contracts/traffic/junction-record';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { demoAccount, demoSession } from '../../../bench/demo-session.ts';
import { startDemo, type TestDemo } from '../testing/start-demo.ts';
import type { Deployment } from './deployment.ts';

const POLL = { timeout: 60_000, interval: 200 };

describe('a deployment that leads a signal', () => {
  let demo: TestDemo;
  let deployment: Deployment;
  let cookie: string;

  beforeAll(async () => {
    demo = await startDemo();
    deployment = demo.deployment;
    cookie = await demoSession(deployment.url, demoAccount(deployment.demoAccounts, 'operator'));
  }, 300_000);
  afterAll(async () => {
    await demo?.[Symbol.asyncDispose]();
  });

  const ask = async (path: string, body?: object): Promise<unknown> => {
    const response = await fetch(new URL(path, deployment.url), {
      method: body ? 'POST' : 'GET',
      headers: { cookie, origin: deployment.url, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(response.ok, path).toBe(true);
    return response.json();
  };
  /** The controlled junction of the demonstration. */
  const junction = async () => {
    const all = z.array(JunctionSummary).parse(await ask('/api/junctions'));
    return all.find(({ name }) => name.includes('Mall'))!;
  };
  const isLed = async () => {
    const { mode, live } = await junction();
    return mode === 'control' && live?.problem === null && live.state.source === 'controller';
  };

  test('goes on after its process was killed, and back to the fixed plan by one button', async () => {
    await expect.poll(isLed, POLL).toBe(true);
    const { id, simulated } = await junction();
    expect(simulated).toBe(true);
    const before = deployment.signals.pid;
    process.kill(before!, 'SIGKILL');
    await expect
      .poll(() => deployment.signals.pid !== undefined && deployment.signals.pid !== before, POLL)
      .toBe(true);
    const events = async () => z.array(SignalEvent).parse(await ask(`/api/junctions/${id}/events`));
    const starts = async () => (await events()).filter(({ code }) => code === 'PROCESS_STARTED').length;
    await expect.poll(starts, POLL).toBeGreaterThanOrEqual(2);
    await expect.poll(isLed, POLL).toBe(true);

    await ask(`/api/junctions/${id}/fixed-plan`, { reason: 'A test of the button.' });
    await expect
      .poll(async () => {
        const { mode, live } = await junction();
        return [mode, live?.state.source, live?.permitUntil];
      }, POLL)
      .toEqual(['advise', 'plan', null]);
  }, 300_000);
});
