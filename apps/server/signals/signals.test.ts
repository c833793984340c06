import type { Bus } from '@amaan/bus/bus';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import {
  FixedPlanNow,
  SIGNAL_SUBJECTS,
  SignalAssignment,
  type SignalReport,
  WhatIfWork,
} from '@amaan/contracts/traffic/signal-messages';
import { Revocation, SUBJECTS } from '@amaan/contracts/worker-messages';
import { PermitKeySet } from '@amaan/governance/permits/permit-keys';
import { verifyPermit } from '@amaan/governance/permits/verify-permit';
import { startTestPostgres, type TestPostgres } from '@amaan/store/test-postgres';
import { testJunction } from '@amaan/traffic-management/signals/testing/test-junction';
import { trafficManagement } from '@amaan/traffic-management/system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveSystem } from '../testing/approve-system.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, TEST_MODEL, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';

const REASON = 'For a test of signal control on this junction.';

describe('signal control', () => {
  let postgres: TestPostgres;
  let server: TestServer;
  let supervisor: TestClient;
  let reviewer: TestClient;
  let operator: TestClient;
  let administrator: TestClient;
  let officer: TestClient;
  let siteId: string;
  /** The process of signal control, as the bus sees it. */
  let bus: Bus;
  const revoked: string[] = [];
  const fixed: string[] = [];

  beforeAll(async () => {
    postgres = await startTestPostgres();
    const model = { ...TEST_MODEL, id: trafficManagement.models[0]! };
    server = await startTestServer(postgres.db, { demo: false, readModels: async () => [model] });
    await approveSystem(postgres.db, server.services, trafficManagement);
    await server.services.permitUpkeep.followSystems();
    [supervisor, reviewer, operator, administrator, officer] = (await Promise.all(
      (['supervisor', 'traffic-reviewer', 'operator', 'administrator', 'governance-officer'] as const).map(
        (role) => signInAs(server, role),
      ),
    )) as [TestClient, TestClient, TestClient, TestClient, TestClient];
    siteId = (await operator.get('/api/sites')).json()[0].id;
    bus = server.connectWorker();
    bus.listen(SUBJECTS.revocation, (payload) => revoked.push(Revocation.parse(payload).permitId));
    bus.listen(SIGNAL_SUBJECTS.fixedPlanNow, (payload) =>
      fixed.push(...FixedPlanNow.parse(payload).junctions),
    );
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await postgres?.[Symbol.asyncDispose]();
  });

  const assignment = async () =>
    SignalAssignment.parse(
      await bus.request(SIGNAL_SUBJECTS.assignment, {
        workerId: newIdentifier(),
        sentAt: instantOf(Date.now()),
      }),
    );
  const { id: _, ...definition } = testJunction();
  const added = async (change: object = {}): Promise<string> => {
    const answer = await supervisor.post('/api/junctions', {
      ...{ siteId, note: 'Added for a test.' },
      definition: { ...definition, ...change },
    });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json().id;
  };
  const connected = async (): Promise<string> => {
    const id = await added();
    const answer = await administrator.request('PUT', `/api/junctions/${id}/output`, {
      ...{ kind: 'simulated', ntcip: true, arrivalsPerHour: 300 },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return id;
  };
  const approved = async (junctions: string[], days = 10): Promise<string> => {
    const asked = await reviewer.post('/api/signal-approvals', {
      ...{ junctions, controller: 'max-pressure', reason: REASON, days },
    });
    expect(asked.statusCode, asked.body).toBe(201);
    const { id } = asked.json();
    const answer = await supervisor.post(`/api/signal-approvals/${id}/decision`, {
      ...{ decision: 'approved', note: 'Looked at.' },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return id;
  };
  const setMode = (id: string, mode: string) =>
    supervisor.post(`/api/junctions/${id}/mode`, { mode, reason: REASON });
  const controlled = async () => {
    const id = await connected();
    const approval = await approved([id]);
    const answer = await setMode(id, 'control');
    expect(answer.statusCode, answer.body).toBe(200);
    return { id, approval };
  };
  const permitsOf = async (id: string) => {
    const { permits, permitKeys } = await assignment();
    const keys = await PermitKeySet.fromJwks(permitKeys);
    const claims = await Promise.all(permits.map(({ token }) => verifyPermit(token, keys)));
    return claims.filter(({ junctions }) => junctions?.includes(id));
  };
  const ledgerOf = async (subject: string) => {
    const rows = await postgres.db
      .selectFrom('ledger_entry')
      .select('kind')
      .where('subject', '=', subject)
      .execute();
    return rows.map(({ kind }) => kind);
  };

  it('keeps a junction in versions, and one that contradicts itself on its fixed plan', async () => {
    const id = await added();
    const change = { seen: 1, note: 'Longer.', definition: { ...definition, name: 'Renamed' } };
    expect((await supervisor.request('PUT', `/api/junctions/${id}`, change)).json()).toMatchObject({
      ...{ version: 2, name: 'Renamed', contradictions: [], mode: 'observe' },
    });
    const stale = await supervisor.request('PUT', `/api/junctions/${id}`, change);
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'JUNCTION_CHANGED']);
    const versions = (await reviewer.get(`/api/junctions/${id}/versions`)).json();
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);

    const broken = await added({
      stages: [...definition.stages, { id: 'x', name: 'Both', green: ['ns', 'we'], yielding: [] }],
    });
    const { contradictions } = (await reviewer.get(`/api/junctions/${broken}`)).json();
    expect(contradictions).toHaveLength(1);
    await approved([broken]);
    const refused = await setMode(broken, 'control');
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'JUNCTION_CONTRADICTION']);
    expect(refused.json().detail).toContain(contradictions[0]);
  });

  it('hides addresses and keys of controllers from people and ledger, and asks for a phase for each group', async () => {
    const id = await added();
    const output = {
      ...{ kind: 'ntcip', host: 'cabinet.example', port: 161 },
      phases: {
        ns: { phase: 2 },
        left: { phase: 1 },
        we: { phase: 4 },
        walk: { phase: 2, pedestrian: true },
      },
      credentials: { version: 'v1', community: 'the-secret-community' },
    };
    const { walk: __, ...some } = output.phases;
    const missing = await administrator.request('PUT', `/api/junctions/${id}/output`, {
      ...output,
      phases: some,
    });
    expect([missing.statusCode, missing.json().code]).toEqual([422, 'PHASES_INCOMPLETE']);
    const answer = await administrator.request('PUT', `/api/junctions/${id}/output`, output);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.body).not.toContain('secret');
    expect(answer.json()).toMatchObject({ output: 'ntcip', outputSettings: { version: 'v1' } });
    const assigned = (await assignment()).junctions.find(({ junctionId }) => junctionId === id);
    expect(assigned?.output).toMatchObject({ credentials: { community: 'the-secret-community' } });
    const rows = await postgres.db
      .selectFrom('ledger_entry')
      .select('entry')
      .where('subject', '=', `junction:${id}`)
      .execute();
    expect(JSON.stringify(rows)).not.toMatch(/secret|cabinet/);
  });

  it('lets a junction be controlled by two people alone, the second of a higher role, for 30 days at most', async () => {
    const id = await connected();
    const without = await setMode(id, 'control');
    expect([without.statusCode, without.json().code]).toEqual([409, 'CONTROL_NOT_APPROVED']);
    const ask = (client: TestClient, days = 10) =>
      client.post('/api/signal-approvals', {
        ...{ junctions: [id], controller: 'max-pressure', reason: REASON, days },
      });
    expect((await ask(reviewer, 31)).statusCode).toBe(400);
    expect((await ask(operator)).statusCode).toBe(403);
    const own = (await ask(supervisor)).json();
    const decide = (client: TestClient, approval: string) =>
      client.post(`/api/signal-approvals/${approval}/decision`, { decision: 'approved', note: 'Looked at.' });
    const alone = await decide(supervisor, own.id);
    expect([alone.statusCode, alone.json().code]).toEqual([403, 'FOUR_EYES']);
    const peer = await decide(await signInAs(server, 'supervisor'), own.id);
    expect([peer.statusCode, peer.json().code]).toEqual([403, 'HIGHER_ROLE_NEEDED']);
    expect((await decide(officer, own.id)).json()).toMatchObject({ state: 'in-force' });
    expect((await setMode(id, 'control')).json()).toMatchObject({ mode: 'control' });
    const [claims] = await permitsOf(id);
    expect(claims).toMatchObject({ junctions: [id], cameras: [], purposes: ['signal-control'] });
    expect(claims!.exp - claims!.iat).toBeLessThanOrEqual(24 * 3600);
    expect(await ledgerOf(`junction:${id}`)).toContain('signal.mode-changed');
    expect(await ledgerOf(`signal-approval:${own.id}`)).toEqual(
      expect.arrayContaining(['signal-approval.asked', 'signal-approval.approved']),
    );
    // What was approved is this version with this controller: neither changes under it.
    const change = { seen: 1, note: 'Longer.', definition };
    expect((await supervisor.request('PUT', `/api/junctions/${id}`, change)).json().code).toBe(
      'JUNCTION_CONTROLLED',
    );
    const other = await supervisor.request('PATCH', `/api/junctions/${id}`, { controller: 'actuated' });
    expect(other.json().code).toBe('JUNCTION_CONTROLLED');
  });

  it('returns a junction to its fixed plan by one button, which takes its permit and no other', async () => {
    const [one, other] = [await controlled(), await controlled()];
    const [permit] = await permitsOf(one.id);
    const answer = await operator.post(`/api/junctions/${one.id}/fixed-plan`, {
      reason: 'A crash on the junction.',
    });
    expect(answer.json()).toMatchObject({ mode: 'advise' });
    await expect.poll(() => fixed).toContain(one.id);
    expect(revoked).toContain(permit!.jti);
    expect(await permitsOf(one.id)).toEqual([]);
    expect(await permitsOf(other.id)).toHaveLength(1);
    expect(await ledgerOf(`junction:${one.id}`)).toContain('signal.fixed-plan');
    const again = await operator.post(`/api/junctions/${one.id}/fixed-plan`, { reason: 'Once more.' });
    expect(again.statusCode).toBe(200);
  });

  it('takes control back when the approval is revoked', async () => {
    const { id, approval } = await controlled();
    const [permit] = await permitsOf(id);
    const ended = await officer.post(`/api/signal-approvals/${approval}/revocation`, { reason: 'No more.' });
    expect(ended.json()).toMatchObject({ state: 'ended', end: 'revoked' });
    await expect.poll(() => revoked).toContain(permit!.jti);
    expect((await reviewer.get(`/api/junctions/${id}`)).json()).toMatchObject({
      mode: 'advise',
      approvedUntil: null,
    });
  });

  it('takes every permit to control back when the AI system is suspended', async () => {
    const { id } = await controlled();
    const [permit] = await permitsOf(id);
    const answer = await officer.post(`/api/systems/${trafficManagement.id}/suspend`, {
      reason: 'Something is wrong with it.',
    });
    expect(answer.statusCode, answer.body).toBeLessThan(300);
    await expect.poll(() => revoked).toContain(permit!.jti);
    await server.services.signals.upkeep.run();
    expect(await permitsOf(id)).toEqual([]);
    const resume = (client: TestClient) =>
      client.post(`/api/systems/${trafficManagement.id}/resume`, { reason: 'It was looked at and is well.' });
    await resume(officer);
    await resume(supervisor);
    await server.services.signals.upkeep.run();
    expect(await permitsOf(id)).toHaveLength(1);
  });

  it('stores decisions with their reasons and events once, however often they come', async () => {
    const id = await connected();
    const at = instantOf(Date.now());
    const state = {
      ...{ stage: 'a', next: null, since: 3, lights: ['green', 'yield', 'red', 'red'] as const },
      ...{ source: 'controller' as const, fallback: null, forced: null },
    };
    const decision = {
      ...{ junction: id, at, mode: 'control' as const, controller: 'max-pressure' as const, proposed: 'a' },
      reasons: [{ code: 'highest-pressure', values: { pressure: 4 } }],
      ...{ state: { ...state, lights: [...state.lights] }, decisionMs: 1, dataAge: 0.2 },
    };
    const event = {
      ...{ id: newIdentifier(), junctionId: id, at, kind: 'fell-back' as const, code: 'stale-data' },
      ...{ text: 'No camera has seen west for some seconds.', by: 'Amaan' },
    };
    const reports: SignalReport[] = [
      { type: 'decision', junctionId: id, decision },
      { type: 'event', event },
    ];
    for (const round of [1, 2])
      await bus.publish(
        SIGNAL_SUBJECTS.reports,
        reports.map((payload, index) => ({ id: `report-${round}-${index}`, payload })),
      );
    expect((await reviewer.get(`/api/junctions/${id}/decisions`)).json()).toEqual([decision]);
    const events = (await reviewer.get(`/api/junctions/${id}/events`)).json();
    expect(events.filter(({ code }: { code: string }) => code === 'stale-data')).toHaveLength(1);
    expect((await ledgerOf(`junction:${id}`)).filter((kind) => kind === 'signal.fell-back')).toHaveLength(1);
  });

  it('begins, follows and ends an emergency wave, and tells its key once', async () => {
    const { id } = await controlled();
    const input = {
      ...{ service: 'ambulance', vehicle: 'Rescue 12', reason: 'To the hospital.', minutes: 5 },
      route: [{ junctionId: id, stage: 'c', expectedSeconds: 40 }],
    };
    const unknown = await operator.post('/api/emergency-waves', {
      ...input,
      route: [{ ...input.route[0], stage: 'z' }],
    });
    expect([unknown.statusCode, unknown.json().code]).toEqual([422, 'STAGE_UNKNOWN']);
    expect((await reviewer.post('/api/emergency-waves', input)).statusCode).toBe(403);
    const started = await operator.post('/api/emergency-waves', input);
    expect(started.statusCode, started.body).toBe(201);
    const { wave, key } = started.json();
    expect((await assignment()).waves).toMatchObject([
      { id: wave.id, stops: [{ junctionId: id, stage: 'c' }] },
    ]);
    const report = { position: [74.3, 31.5], speedKmh: 50, at: instantOf(Date.now()) };
    const radio = (body: object) => reviewer.post(`/api/emergency-waves/${wave.id}/radio`, body);
    expect((await radio({ ...report, key: 'another-key-of-some-length' })).statusCode).toBe(404);
    expect((await radio({ ...report, key })).statusCode).toBe(204);
    const late = { ...report, at: instantOf(Date.now() - 600_000), key };
    expect((await radio(late)).json().code).toBe('REPORT_TIME_WRONG');
    expect((await assignment()).waves[0]!.lastReport).toMatchObject({ speedKmh: 50 });
    const seen = await reviewer.get(`/api/emergency-waves/${wave.id}`);
    expect(seen.body).not.toContain(key);
    const ended = await operator.post(`/api/emergency-waves/${wave.id}/end`);
    expect(ended.json()).toMatchObject({ state: 'ended', end: 'cancelled' });
    expect((await assignment()).waves).toEqual([]);
    expect((await radio({ ...report, key })).json().code).toBe('WAVE_ENDED');
    expect(await ledgerOf(`emergency-wave:${wave.id}`)).toEqual(
      expect.arrayContaining(['emergency-wave.started', 'emergency-wave.cancelled']),
    );
  });

  it('says that nothing was measured, and that nobody reads networks', async () => {
    const id = await added();
    const at = (minutes: number) => instantOf(Date.now() - minutes * 60_000);
    const asked = await reviewer.post('/api/what-ifs', {
      ...{ junctionId: id, from: at(60), to: at(30), controllers: ['fixed', 'max-pressure'], seeds: 2 },
    });
    expect([asked.statusCode, asked.json().code]).toEqual([409, 'NOTHING_MEASURED']);
    const upload = await supervisor.request(
      'POST',
      `/api/signal-networks?siteId=${siteId}&name=Corridor`,
      Buffer.from('<net/>') as unknown as object,
      { 'content-type': 'application/xml' },
    );
    expect([upload.statusCode, upload.json().code]).toEqual([503, 'SIGNALS_NOT_RUNNING']);
  });

  it('gives a replay to one process at a time, begins it anew when that falls silent, and ends it once', async () => {
    const id = await connected();
    const at = (minutes: number) => instantOf(Date.now() - minutes * 60_000);
    const asked = await reviewer.post('/api/what-ifs', {
      ...{ junctionId: id, from: at(60), to: at(30), controllers: ['fixed', 'max-pressure'], seeds: 2 },
    });
    expect(asked.statusCode, asked.body).toBe(201);
    const { id: whatIfId } = asked.json();
    const work = async () =>
      WhatIfWork.parse(await bus.request(SIGNAL_SUBJECTS.whatIf, { processId: newIdentifier() }));
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
      bus.publish(SIGNAL_SUBJECTS.reports, [{ id: newIdentifier(), payload: report }]);
    await say({ type: 'what-if-progress', whatIfId, attempt: 1, progress: 0.5 });
    const shown = async () => (await reviewer.get(`/api/what-ifs/${whatIfId}`)).json();
    expect(await shown()).toMatchObject({
      state: 'running',
      progress: 0.5,
      demand: { coverage: expect.any(Number) },
    });
    // The process was killed: what it says late does not count.
    await postgres.db
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
    expect((await reviewer.post(`/api/what-ifs/${whatIfId}/cancel`)).json().code).toBe('WHAT_IF_ENDED');
  });

  // The last one: it leaves the deployment with a clock that was ahead.
  it('takes control back when the approval is over, by itself', async () => {
    const second = await connected();
    await approved([second], 0.5);
    await setMode(second, 'control');
    expect(await permitsOf(second)).toHaveLength(1);
    server.clock.aheadMs = 13 * 3_600_000;
    try {
      await server.services.signals.upkeep.run();
      const over = (await server.services.signals.junctions.list({ sites: 'all' } as never)).find(
        (junction) => junction.id === second,
      );
      expect(over).toMatchObject({ mode: 'advise', approvedUntil: null });
    } finally {
      server.clock.aheadMs = 0;
    }
  });
});
