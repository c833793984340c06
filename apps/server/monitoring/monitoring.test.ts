import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { MonitoringRule } from '@amaan/contracts/monitoring';
import type { Observation } from '@amaan/contracts/observation';
import { type Heartbeat, SUBJECTS } from '@amaan/contracts/worker-messages';
import { totalOf } from '@amaan/governance-monitoring/bins';
import { RAISE_AFTER } from '@amaan/governance-monitoring/judge-rule';
import { latestMonitoringRun, listInputHours, listMonitoredHours } from '@amaan/store/monitoring';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { lineCrossed } from '../testing/observations.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera, askAssignment, type WatchedCamera } from '../testing/watched-camera.ts';

const EVER = { from: '2020-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
const MINUTE = 60_000;

describe('monitoring', () => {
  let postgres: TestDatabase;
  let server: TestServer;
  let watched: WatchedCamera;
  let operator: TestClient;
  let officer: TestClient;

  beforeAll(async () => {
    postgres = await openTestDatabase();
    server = await startTestServer(postgres.db);
    watched = await addWatchedCamera(
      server,
      await signInAs(server, 'administrator'),
      await signInAs(server, 'supervisor'),
    );
    operator = await signInAs(server, 'operator');
    officer = await signInAs(server, 'governance-officer');
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await postgres?.[Symbol.asyncDispose]();
  });

  const send = (...observations: Observation[]) =>
    server.workerBus.publish(
      SUBJECTS.reports,
      observations.map((observation) => ({
        id: newIdentifier(),
        payload: { type: 'observation', observation },
      })),
    );
  const evaluate = () => server.services.monitoring.service.evaluate();
  const volume = async () =>
    (await listMonitoredHours(server.db, EVER)).reduce((sum, hour) => sum + hour.volume, 0);
  const entries = async (kind: string) =>
    (await server.db.selectFrom('ledger_entry').select('index').where('kind', '=', kind).execute()).length;
  const incidents = () => server.services.records.list({ kinds: ['incident'], open: true });
  const ruleOf = async (metric: string): Promise<MonitoringRule> =>
    (await officer.get('/api/monitoring/rules'))
      .json()
      .find((rule: MonitoringRule) => rule.metric === metric);

  test('counts each observation once, however often it comes and whenever the server folds', async () => {
    const observations = Array.from({ length: 6 }, () => lineCrossed(watched.origin));
    await send(...observations.slice(0, 4), observations[0]!);
    await evaluate();
    expect(await volume()).toBe(4);
    await Promise.all([send(...observations), send(...observations.toReversed())]);
    await evaluate();
    await evaluate();
    expect(await volume()).toBe(6);
    const [hour] = await listMonitoredHours(server.db, EVER);
    expect(hour).toMatchObject({ system: 'smart-vision', simulated: false, objects: { car: 6 } });
    expect([hour!.latency, hour!.confidence].map(totalOf)).toEqual([6, 6]);
  });

  test('takes how pictures are from heartbeats', async () => {
    const at = instantOf(Date.now());
    server.workerBus.announce(SUBJECTS.heartbeat, {
      workerId: newIdentifier(),
      at,
      liveUrl: '',
      liveToken: '',
      cameras: [],
      models: {},
      images: [
        { cameraId: watched.camera.id, at, brightness: 100, sharpness: 250, width: 1920, height: 1080 },
        { cameraId: newIdentifier(), at, brightness: 100, sharpness: 250, width: 1920, height: 1080 },
      ],
    } satisfies Heartbeat);
    await vi.waitFor(async () => {
      await evaluate();
      expect(await listInputHours(server.db, EVER)).toMatchObject([
        { samples: 1, resolution: { '1920x1080': 1 }, brightness: { 12: 1 } },
      ]);
    });
  });

  test('leaves a row for every evaluation and one ledger entry an hour', async () => {
    const before = await entries('monitoring.evaluated');
    expect(before).toBeGreaterThan(0);
    const run = await evaluate();
    expect(await latestMonitoringRun(server.db)).toEqual(run);
    expect(run.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await entries('monitoring.evaluated')).toBe(before);
  });

  test('says nothing of too little', async () => {
    await evaluate();
    const overview = (await officer.get('/api/monitoring')).json();
    expect(overview.pairs).toHaveLength(1);
    expect(overview.pairs[0]).toMatchObject({ system: 'smart-vision', volume: 6, state: 'not-enough-data' });
    for (const { figure } of overview.pairs[0].figures) expect(figure.state).toBe('not-enough-data');
  });

  test('a rule that suspends opens one incident and stops the system on the group', async () => {
    const rule = await ruleOf('error-rate');
    const changed = await officer.request('PUT', `/api/monitoring/rules/${rule.id}`, {
      seen: rule.version,
      rule: { ...inputOf(rule), minimumCount: 10, threshold: 0.5 },
      reason: 'So that a test needs few alerts.',
    });
    expect(changed.statusCode, changed.body).toBe(200);
    await send(...Array.from({ length: 20 }, () => lineCrossed(watched.origin)));
    const { alerts } = (await operator.get('/api/alerts?state=new&limit=100')).json();
    for (const { id } of alerts) {
      const reviewed = await operator.post(`/api/alerts/${id}/review`, {
        decision: 'rejected',
        reason: 'nothing-there',
      });
      expect(reviewed.statusCode, reviewed.body).toBe(200);
    }
    const open = (await incidents()).length;
    for (let times = 0; times < RAISE_AFTER - 1; times++) await evaluate();
    expect(await incidents()).toHaveLength(open);
    expect((await askAssignment(server)).revokedPermits).toHaveLength(0);
    const run = await evaluate();
    expect(run.firing).toBeGreaterThan(0);
    await evaluate();
    const [incident, ...others] = (await incidents()).filter(({ body }) => body.source === 'monitoring');
    expect(others).toHaveLength(0);
    expect(incident?.body).toMatchObject({
      severity: 'critical',
      facts: { metric: 'error-rate', figure: { state: 'known', value: 1 } },
    });
    const [suspension] = await server.services.suspensions.inForce();
    expect(suspension).toMatchObject({
      system: 'smart-vision',
      source: 'monitoring',
      incidentId: incident?.id,
      cameraGroup: { id: incident?.body.cameraGroupId },
    });
    const late = lineCrossed({ ...watched.origin, capturedAt: instantOf(Date.now() + 10_000) });
    await send(late);
    expect(
      await server.db.selectFrom('observation').select('id').where('id', '=', late.id).execute(),
    ).toHaveLength(0);
    expect(await entries('monitoring.rule-fired')).toBe(1);
  });

  test('a gap is an incident, and only one', async () => {
    await evaluate();
    const { watch } = server.services.monitoring;
    expect(await watch.check()).toBeNull();
    await server.services.monitoring.service[Symbol.asyncDispose]();
    server.clock.aheadMs += 6 * MINUTE;
    const gap = await watch.check();
    expect(gap).toMatchObject({ kind: 'incident', body: { source: 'monitoring-gap', severity: 'high' } });
    expect((await watch.check())?.id).toBe(gap?.id);
    expect((await officer.get('/api/monitoring')).json().gap).toBe(true);
    await evaluate();
    expect(await watch.check()).toBeNull();
  });

  test('survives a restart: nothing is counted anew and the rules stay as they stand', async () => {
    const before = await volume();
    const states = await server.db.selectFrom('monitoring_state').selectAll().execute();
    const rules = await server.services.monitoring.rules.list();
    await using again = await startTestServer(postgres.db);
    again.clock.aheadMs = server.clock.aheadMs;
    await again.services.monitoring.service.evaluate();
    expect(await volume()).toBe(before);
    expect(await again.services.monitoring.rules.list()).toEqual(rules);
    const after = await server.db.selectFrom('monitoring_state').selectAll().execute();
    expect(after.filter(({ state }) => state === 'firing').map(({ since }) => since)).toEqual(
      states.filter(({ state }) => state === 'firing').map(({ since }) => since),
    );
  });

  test('a rule is disabled on record, with a reason, and only as it was last seen', async () => {
    const rule = await ruleOf('latency-p95');
    const change = (seen: number, reason: string) =>
      officer.request('PUT', `/api/monitoring/rules/${rule.id}`, {
        seen,
        rule: { ...inputOf(rule), enabled: false },
        reason,
      });
    expect((await change(rule.version, 'short')).statusCode).toBe(400);
    const done = await change(rule.version, 'The network is being rebuilt until Friday.');
    expect(done.json()).toMatchObject({ enabled: false, version: rule.version + 1 });
    expect((await change(rule.version, 'The network is being rebuilt until Friday.')).json().code).toBe(
      'MONITORING_RULE_CHANGED',
    );
    expect((await officer.get('/api/monitoring')).json().disabledRules).toBe(1);
    expect(await entries('monitoring.rule-disabled')).toBe(1);
    expect((await officer.get(`/api/monitoring/rules/${rule.id}/versions`)).json()).toHaveLength(2);
    await expect(
      server.db.deleteFrom('monitoring_rule').where('rule_id', '=', rule.id).execute(),
    ).rejects.toThrow();
  });

  test('a rule that is made to watch less is an incident, which somebody else must put away', async () => {
    const weakened = async () =>
      (await incidents()).filter(({ body }) => String(body.key).startsWith('monitoring-rule-weakened'));
    const already = (await weakened()).map(({ id }) => id);
    const rule = await ruleOf('override-rate');
    const change = async (version: number, changed: object) => {
      const response = await officer.request('PUT', `/api/monitoring/rules/${rule.id}`, {
        seen: version,
        rule: { ...inputOf(rule), ...changed },
        reason: 'The reviewers reject what is only unimportant.',
      });
      expect(response.statusCode, response.body).toBe(200);
    };
    await change(rule.version, { threshold: rule.threshold / 2 });
    expect(await weakened()).toHaveLength(already.length);
    await change(rule.version + 1, { threshold: 0.95, minimumCount: 5_000 });
    const [incident, ...others] = (await weakened()).filter(({ id }) => !already.includes(id));
    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      changedBy: { actor: 'system:server' },
      body: { source: 'monitoring', severity: 'medium', facts: { weakenings: ['limit', 'minimum-count'] } },
    });
    const dismiss = (client: TestClient) =>
      client.post(`/api/incidents/${incident!.id}/steps`, { to: 'dismissed', reason: 'It was right so.' });
    expect((await dismiss(officer)).json()).toMatchObject({
      code: 'STEP_REFUSED',
      detail: expect.stringContaining('somebody else must judge it'),
    });
    expect((await dismiss(await signInAs(server, 'governance-officer'))).statusCode).toBe(200);
  });

  test('disabling the last rule is a critical incident that names what nothing watches any more', async () => {
    const rules: MonitoringRule[] = (await officer.get('/api/monitoring/rules')).json();
    for (const rule of rules.filter(({ enabled }) => enabled)) {
      const response = await officer.request('PUT', `/api/monitoring/rules/${rule.id}`, {
        seen: rule.version,
        rule: { ...inputOf(rule), enabled: false },
        reason: 'Nobody is to watch any more.',
      });
      expect(response.statusCode, response.body).toBe(200);
    }
    const critical = (await incidents()).filter(({ title }) => title.startsWith('Nothing watches'));
    expect(critical).toHaveLength(1);
    expect(critical[0]?.body).toMatchObject({
      severity: 'critical',
      facts: { unwatched: expect.arrayContaining(['smart-vision', 'face-recognition']) },
    });
    expect((await officer.get('/api/status')).json().noticed).toMatchObject({ severity: 'critical' });
  });

  test('an audit set gives error rates by lawful groups, says which lines were not kept, and is in the ledger', async () => {
    const alerts = await server.db
      .selectFrom('alert')
      .select(['id', 'observation_id'])
      .orderBy('id')
      .limit(21)
      .execute();
    const rows = alerts
      .slice(0, 20)
      .map(({ id, observation_id }, at) =>
        [at % 2 ? id : observation_id, at < 5 ? 'wrong' : 'right', at < 12 ? 'day' : 'night', 'Gate'].join(),
      );
    const bad = [
      `${newIdentifier()},right,day,Gate`,
      `${alerts[20]!.id},right,day,Another gate`,
      `${alerts[0]!.id},right,day,Gate`,
    ];
    const upload = (csv: string, client = officer) =>
      client.post('/api/monitoring/ground-truth', {
        ...{ name: 'November at the gate', csv },
        source: 'Two auditors looked at every picture.',
      });
    const response = await upload(['id,truth,light,camera', ...rows, ...bad].join('\n'));
    expect(response.statusCode, response.body).toBe(201);
    const set = response.json();
    expect(set).toMatchObject({ kept: 20, refusedCount: 3 });
    expect(set.refused.map(({ line }: { line: number }) => line)).toEqual([22, 23, 24]);
    expect(set.refused[1].reason).toBe('Its camera is “Gate”, not “Another gate”.');
    const rate = (grouping: string, label: string) =>
      set.rates.find(
        (one: { grouping: string; label: string }) => one.grouping === grouping && one.label === label,
      ).rate;
    expect(rate('all', '')).toMatchObject({ state: 'known', value: 0.25, count: 20 });
    expect(rate('light', 'day')).toMatchObject({ state: 'known', value: 5 / 12, count: 12 });
    expect(rate('light', 'night')).toEqual({ state: 'not-enough-data', count: 8, needed: 10 });
    expect(rate('camera', 'Gate')).toMatchObject({ value: 0.25 });
    expect((await officer.get('/api/monitoring/ground-truth')).json()).toEqual([set]);
    expect(await entries('monitoring.ground-truth-recorded')).toBe(1);

    const personal = await upload(`id,truth,sex\n${alerts[0]!.id},right,m`);
    expect(personal.statusCode).toBe(422);
    expect(personal.json().code).toBe('GROUPING_NOT_LAWFUL');
    expect((await upload(`id,truth\n${newIdentifier()},right`)).json()).toMatchObject({
      code: 'GROUND_TRUTH_EMPTY',
      detail: expect.stringContaining('Line 2'),
    });
    expect((await upload(rows.join('\n'), operator)).statusCode).toBe(403);
    expect(await entries('monitoring.ground-truth-recorded')).toBe(1);
  });

  test('a person pins the reference, and detail compares with it', async () => {
    const [hour] = await listMonitoredHours(server.db, EVER);
    const pair = { system: hour!.system, groupId: hour!.groupId, simulated: false };
    const pin = (from: string, to: string) =>
      officer.post('/api/monitoring/references', { ...pair, from, to, reason: 'A quiet and normal day.' });
    expect((await pin('2024-01-01T00:00:00.000Z', '2024-01-02T00:00:00.000Z')).json().code).toBe(
      'REFERENCE_EMPTY',
    );
    const end = instantOf(Date.parse(hour!.hour) + 60 * MINUTE);
    expect((await pin(hour!.hour, end)).statusCode).toBe(200);
    const query = new URLSearchParams({ ...pair, simulated: 'false' });
    const detail = (await officer.get(`/api/monitoring/detail?${query}`)).json();
    expect(detail.reference).toMatchObject({ from: hour!.hour, to: end });
    expect(detail.overrideRate).toMatchObject({ state: 'not-enough-data' });
    expect(detail.hours.at(-1)).toMatchObject({ volume: 26, rejected: 26 });
    expect(detail.errors.find((error: { dimension: string }) => error.dimension === 'camera')).toMatchObject({
      part: 'Gate',
      rate: { state: 'known', value: 1, count: 26 },
    });
    const { figures } = detail.hours.at(-1);
    expect(figures.overrideRate).toMatchObject({ state: 'known', value: 1, high: 1, count: 26 });
    expect(figures.overrideRate.low).toBeCloseTo(0.871, 3);
    expect(figures.reviewTimeMedian).toMatchObject({ state: 'known', count: 26 });
    expect(figures.calibrationError).toEqual({ state: 'not-enough-data', count: 26, needed: 30 });
    expect(figures.brightnessMedian).toEqual({ state: 'not-enough-data', count: 1, needed: 30 });
    expect(detail.drifts.map(({ metric }: { metric: string }) => metric)).toContain('object-mix-drift');
  });
});

function inputOf({
  name,
  metric,
  system,
  threshold,
  minimumCount,
  windowHours,
  consequence,
  severity,
  enabled,
}: MonitoringRule) {
  return { name, metric, system, threshold, minimumCount, windowHours, consequence, severity, enabled };
}
