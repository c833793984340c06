import { newIdentifier } from '@amaan/contracts/identifier';
import type { ServicePerformance } from '@amaan/contracts/performance';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lineCrossed } from '../testing/observations.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera, type WatchedCamera } from '../testing/watched-camera.ts';

describe('the steps of an alert and the service figures', () => {
  let server: TestServer;
  let watched: WatchedCamera;
  let operator: TestClient;
  let officer: TestClient;
  let ids: string[];

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    watched = await addWatchedCamera(server, await signInAs(server, 'administrator'));
    operator = await signInAs(server, 'operator');
    officer = await signInAs(server, 'governance-officer');
    const payloads = Array.from({ length: 12 }, () => lineCrossed(watched.origin));
    await server.workerBus.publish(
      SUBJECTS.reports,
      payloads.map((observation) => ({ id: newIdentifier(), payload: { type: 'observation', observation } })),
    );
    const { alerts } = (await operator.get('/api/alerts?limit=100')).json();
    ids = alerts.map(({ id }: { id: string }) => id);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  const step = (id: string, body: object) => operator.post(`/api/alerts/${id}/steps`, body);
  const read = async (): Promise<ServicePerformance> => {
    const period = new URLSearchParams({ from: '2020-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' });
    return (await officer.get(`/api/performance?${period}`)).json();
  };
  const phase = (performance: ServicePerformance, name: string) =>
    performance.whole.find((one) => one.phase === name)!;

  test('an alert is acknowledged once, several units are sent, and it is closed once', async () => {
    const id = ids[0]!;
    expect((await step(id, { step: 'acknowledged' })).json()).toMatchObject([{ step: 'acknowledged' }]);
    expect((await step(id, { step: 'acknowledged' })).json().code).toBe('ALERT_STEP_DONE');
    expect((await step(id, { step: 'dispatched' })).statusCode).toBe(400);
    await step(id, { step: 'dispatched', unit: 'Dolphin 14' });
    expect((await step(id, { step: 'dispatched', unit: 'Rescue 1122' })).statusCode).toBe(200);
    const closed = await step(id, { step: 'closed', note: 'Nobody there any more.' });
    expect(closed.json()).toMatchObject([
      { step: 'acknowledged', unit: null },
      { step: 'dispatched', unit: 'Dolphin 14' },
      { step: 'dispatched', unit: 'Rescue 1122' },
      { step: 'closed', note: 'Nobody there any more.' },
    ]);
    expect((await step(id, { step: 'dispatched', unit: 'Dolphin 15' })).json().code).toBe('ALERT_CLOSED');
    const kinds = await server.db
      .selectFrom('ledger_entry')
      .select('kind')
      .where('subject', '=', `alert:${id}`)
      .orderBy('index')
      .execute();
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'alert.raised',
      'alert.acknowledged',
      'alert.dispatched',
      'alert.dispatched',
      'alert.closed',
    ]);
  });

  test('the steps stand beside the review and never in its way', async () => {
    const reviewed = await operator.post(`/api/alerts/${ids[0]}/review`, { decision: 'confirmed' });
    expect(reviewed.statusCode, reviewed.body).toBe(200);
    expect((await step(ids[1]!, { step: 'acknowledged' })).statusCode).toBe(200);
  });

  test('the ledger holds no unit and no note, and steps are never changed', async () => {
    const rows = await server.db.selectFrom('ledger_entry').select('entry').execute();
    expect(rows.some(({ entry }) => /Dolphin|Nobody there/.test(entry))).toBe(false);
    await expect(server.db.deleteFrom('alert_step').execute()).rejects.toThrow();
  });

  test('figures count who was served and stay silent about too few', async () => {
    expect(phase(await read(), 'alert').median).toMatchObject({ state: 'known', count: 12 });
    expect(phase(await read(), 'acknowledgement').median).toMatchObject({
      state: 'not-enough-data',
      count: 2,
    });
    server.clock.aheadMs += 40_000;
    for (const id of ids.slice(2))
      await operator.post(`/api/alerts/${id}/review`, { decision: 'rejected', reason: 'duplicate' });
    const acknowledged = phase(await read(), 'acknowledgement');
    expect(acknowledged.median).toMatchObject({ state: 'known', count: 12 });
    // A rejected alert needs nothing more: it is closed. No unit was sent to any but one.
    expect(phase(await read(), 'closure').p90).toMatchObject({ state: 'known', count: 11 });
    expect(phase(await read(), 'dispatch').median).toMatchObject({ state: 'not-enough-data', count: 1 });
    expect((await read()).parts.map(({ shift }) => shift)).toEqual([null, 'Morning', 'Evening', 'Night']);
  });

  test('shifts and targets are set on record', async () => {
    const { settings } = await read();
    const body = {
      settings: { ...settings, targets: { ...settings.targets, acknowledgement: 1 } },
      reason: 'Agreed with the chief of operations.',
    };
    expect((await officer.request('PUT', '/api/performance/settings', body)).json()).toMatchObject({
      version: 1,
    });
    const performance = await read();
    expect(performance.settingsVersion).toBe(1);
    expect(phase(performance, 'acknowledgement').withinTarget).toMatchObject({ state: 'known' });
    const bad = { ...body, settings: { ...settings, timeZone: 'Asia/Nowhere' } };
    expect((await officer.request('PUT', '/api/performance/settings', bad)).statusCode).toBe(400);
  });

  test('an operator reads no figures of the service, an auditor no steps of an alert', async () => {
    expect((await operator.get('/api/performance?from=x&to=y')).statusCode).toBe(403);
    const auditor = await signInAs(server, 'auditor');
    expect((await auditor.get(`/api/alerts/${ids[0]}/steps`)).statusCode).toBe(403);
  });
});
