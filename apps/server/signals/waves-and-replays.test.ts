import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { SIGNAL_SUBJECTS, type SignalReport, WhatIfWork } from '@amaan/contracts/traffic/signal-messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignalOffice } from '../testing/signal-office.ts';

describe('emergency waves and replays', () => {
  let office: SignalOffice;
  beforeAll(async () => {
    office = await SignalOffice.open();
  });
  afterAll(() => office?.[Symbol.asyncDispose]());

  it('begins, follows and ends an emergency wave, and tells its key once', async () => {
    const { id } = await office.controlled();
    const input = {
      ...{ service: 'ambulance', vehicle: 'Rescue 12', reason: 'To the hospital.', minutes: 5 },
      route: [{ junctionId: id, stage: 'c', expectedSeconds: 40 }],
    };
    const unknown = await office.people.operator.post('/api/emergency-waves', {
      ...input,
      route: [{ ...input.route[0], stage: 'z' }],
    });
    expect([unknown.statusCode, unknown.json().code]).toEqual([422, 'STAGE_UNKNOWN']);
    expect((await office.people['traffic-reviewer'].post('/api/emergency-waves', input)).statusCode).toBe(
      403,
    );
    const started = await office.people.operator.post('/api/emergency-waves', input);
    expect(started.statusCode, started.body).toBe(201);
    const { wave, key } = started.json();
    expect((await office.assignment()).waves).toMatchObject([
      { id: wave.id, stops: [{ junctionId: id, stage: 'c' }] },
    ]);
    const report = { position: [74.3, 31.5], speedKmh: 50, at: instantOf(Date.now()) };
    const radio = (body: object) =>
      office.people['traffic-reviewer'].post(`/api/emergency-waves/${wave.id}/radio`, body);
    expect((await radio({ ...report, key: 'another-key-of-some-length' })).statusCode).toBe(404);
    expect((await radio({ ...report, key })).statusCode).toBe(204);
    const late = { ...report, at: instantOf(Date.now() - 600_000), key };
    expect((await radio(late)).json().code).toBe('REPORT_TIME_WRONG');
    expect((await office.assignment()).waves[0]!.lastReport).toMatchObject({ speedKmh: 50 });
    const seen = await office.people['traffic-reviewer'].get(`/api/emergency-waves/${wave.id}`);
    expect(seen.body).not.toContain(key);
    const ended = await office.people.operator.post(`/api/emergency-waves/${wave.id}/end`);
    expect(ended.json()).toMatchObject({ state: 'ended', end: 'cancelled' });
    expect((await office.assignment()).waves).toEqual([]);
    expect((await radio({ ...report, key })).json().code).toBe('WAVE_ENDED');
    expect(await office.ledgerOf(`emergency-wave:${wave.id}`)).toEqual(
      expect.arrayContaining(['emergency-wave.started', 'emergency-wave.cancelled']),
    );
  });

  it('says that nothing was measured, and that nobody reads networks', async () => {
    const id = await office.added();
    const at = (minutes: number) => instantOf(Date.now() - minutes * 60_000);
    const asked = await office.people['traffic-reviewer'].post('/api/what-ifs', {
      ...{ junctionId: id, from: at(60), to: at(30), controllers: ['fixed', 'max-pressure'], seeds: 2 },
    });
    expect([asked.statusCode, asked.json().code]).toEqual([409, 'NOTHING_MEASURED']);
    const upload = await office.people.supervisor.request(
      'POST',
      `/api/signal-networks?siteId=${office.siteId}&name=Corridor`,
      Buffer.from('<net/>') as unknown as object,
      { 'content-type': 'application/xml' },
    );
    expect([upload.statusCode, upload.json().code]).toEqual([503, 'SIGNALS_NOT_RUNNING']);
  });

  it('gives a replay to one process at a time, begins it anew when that falls silent, and ends it once', async () => {
    const id = await office.connected();
    const at = (minutes: number) => instantOf(Date.now() - minutes * 60_000);
    const asked = await office.people['traffic-reviewer'].post('/api/what-ifs', {
      ...{ junctionId: id, from: at(60), to: at(30), controllers: ['fixed', 'max-pressure'], seeds: 2 },
    });
    expect(asked.statusCode, asked.body).toBe(201);
    const { id: whatIfId } = asked.json();
    const work = async () =>
      WhatIfWork.parse(await office.bus.request(SIGNAL_SUBJECTS.whatIf, { processId: newIdentifier() }));
    const first = (await work())!;
    expect(first).toMatchObject({
      whatIfId,
      attempt: 1,
      network: null,
      controllers: ['fixed', 'max-pressure'],
    });
    expect(first.minutes.length).toBeGreaterThanOrEqual(29 * 3);
    expect(await work()).toBeNull();
    const say = (report: SignalReport) =>
      office.bus.publish(SIGNAL_SUBJECTS.reports, [{ id: newIdentifier(), payload: report }]);
    await say({ type: 'what-if-progress', whatIfId, attempt: 1, progress: 0.5 });
    const shown = async () =>
      (await office.people['traffic-reviewer'].get(`/api/what-ifs/${whatIfId}`)).json();
    expect(await shown()).toMatchObject({
      state: 'running',
      progress: 0.5,
      demand: { coverage: expect.any(Number) },
    });
    // The process was killed: what it says late does not count.
    await office.postgres.db
      .updateTable('what_if')
      .set({ heard_at: at(10) })
      .where('id', '=', whatIfId)
      .execute();
    expect(await work()).toMatchObject({ whatIfId, attempt: 2 });
    await say({ type: 'what-if-ended', whatIfId, attempt: 1, results: [], problem: null });
    expect(await shown()).toMatchObject({ state: 'running', progress: 0 });
    const problem = { code: 'SUMO_MISSING', message: 'SUMO is not installed.' };
    await say({ type: 'what-if-ended', whatIfId, attempt: 2, results: [], problem });
    expect(await shown()).toMatchObject({ state: 'failed', problem });
    expect(
      (await office.people['traffic-reviewer'].post(`/api/what-ifs/${whatIfId}/cancel`)).json().code,
    ).toBe('WHAT_IF_ENDED');
  });
});
