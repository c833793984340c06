import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { SIGNAL_SUBJECTS, SignalAssignment } from '@amaan/contracts/traffic/signal-messages';
import type { SignalPhases } from '@amaan/contracts/violations/signal-timeline';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EnforceGate } from '../demo/enforce-gate.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { TEST_DEFINITION } from '../testing/signal-office.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { addTrafficCamera, approveTraffic, type TrafficCamera, twoLanes } from '../testing/traffic-camera.ts';
import { askAssignment } from '../testing/watched-camera.ts';

describe('what is enforced on a camera', () => {
  let database: TestDatabase;
  let server: TestServer;
  let [administrator, supervisor, reviewer]: TestClient[] = [];
  let road: TrafficCamera;
  let junctionId: string;

  const address = (end = '') => `/api/cameras/${road.camera.id}/enforcement${end}`;
  const rule = (change: object = {}) => ({
    ...{ id: 'red', kind: 'red-light', name: 'Red light', laneIds: ['near-1'] },
    entry: [
      [0.2, 0.8],
      [0.5, 0.8],
    ],
    exits: [
      [
        [0.2, 0.5],
        [0.5, 0.5],
      ],
    ],
    signal: { from: 'controller', junctionId, group: 'ns' },
    ...change,
  });
  const plan = (rules: object[] = [rule()], version = road.view.version) => ({
    ...{ name: 'Mall Road', view: { id: road.view.id, version }, rules },
  });
  const save = (what: object, seen: number, by = supervisor!) =>
    by.request('PUT', address(), { plan: what, seen, note: 'Drawn at noon.' });
  const assigned = async () =>
    (await askAssignment(server)).cameras.find(({ id }) => id === road.camera.id)!.enforcement;
  const enforcedJunctions = async () => {
    const asked = { workerId: newIdentifier(), sentAt: instantOf(Date.now()) };
    const answer = SignalAssignment.parse(await server.workerBus.request(SIGNAL_SUBJECTS.assignment, asked));
    return answer.junctions.filter(({ isEnforced }) => isEnforced).map((one) => one.junctionId);
  };

  beforeAll(async () => {
    database = await openTestDatabase();
    server = await startTestServer(database.db);
    await approveTraffic(server);
    [administrator, supervisor, reviewer] = await Promise.all([
      signInAs(server, 'administrator'),
      signInAs(server, 'supervisor'),
      signInAs(server, 'traffic-reviewer'),
    ]);
    road = await addTrafficCamera(server, administrator, supervisor);
    const made = await supervisor.post('/api/junctions', {
      ...{ siteId: road.camera.siteId, definition: TEST_DEFINITION, note: 'Made for a test.' },
    });
    junctionId = made.json().id;
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  test('is refused where it names what is not there, and nothing is saved', async () => {
    const signal = { from: 'controller', junctionId, group: 'nobody' };
    const lamp = [0.1, 0.1, 0.02, 0.02];
    const wrong: [string, object][] = [
      ['RULE_LANE_UNKNOWN', rule({ laneIds: ['nowhere'] })],
      ['RULE_GROUP_UNKNOWN', rule({ signal })],
      ['RULE_JUNCTION_UNKNOWN', rule({ signal: { ...signal, junctionId: newIdentifier() } })],
      ['RULE_LAMPS_OVERLAP', rule({ signal: { from: 'picture', lamps: { red: lamp, green: lamp } } })],
      [
        'RULE_LINES_CROSS',
        rule({
          exits: [
            [
              [0.3, 0.9],
              [0.3, 0.5],
            ],
          ],
        }),
      ],
      ['RULE_NOT_CALIBRATED', { id: 'v', kind: 'speed', name: 'Speed', laneIds: ['near-1'], limitKmh: 50 }],
    ];
    for (const [code, one] of wrong) {
      const { problems } = (await supervisor!.post(address('/preview'), plan([one]))).json();
      expect(problems).toContainEqual(expect.objectContaining({ severity: 'error', code }));
      expect((await save(plan([one]), 0)).json()).toMatchObject({ status: 422, code });
    }
    expect((await save(plan([rule()], 7), 0)).json()).toMatchObject({ code: 'PLAN_LANES_CHANGED' });
    expect((await reviewer!.get(address())).json()).toMatchObject({ plan: null, stopped: null, history: [] });
    expect(await assigned()).toBeNull();
  });

  test('is drafted from the lanes for a person to correct', async () => {
    const { plan: drafted, problems } = (await supervisor!.post(address('/draft'), {})).json();
    // No lane of it feeds a signal, and nothing is calibrated.
    expect(drafted.rules.map(({ kind }: { kind: string }) => kind)).toEqual(['wrong-way']);
    expect(problems.map(({ code }: { code: string }) => code)).toEqual(['PLAN_NO_PLATES']);
  });

  test('is saved in versions by supervisors, reaches worker and signals, and tells who changed it', async () => {
    expect((await save(plan(), 0, reviewer)).statusCode).toBe(403);
    expect((await save(plan(), 0)).json()).toMatchObject({ version: 1, cameraId: road.camera.id });
    expect((await save(plan(), 0)).json()).toMatchObject({ status: 409, code: 'ENFORCEMENT_PLAN_CHANGED' });
    const saved = (await save(plan([rule({ graceMs: 800 })]), 1)).json();
    expect(await assigned()).toEqual(saved);
    expect(await enforcedJunctions()).toEqual([junctionId]);
    const shown = (await reviewer!.get(address())).json();
    expect(shown).toMatchObject({
      plan: { version: 2 },
      history: [{ version: 2, byName: 'The supervisor', kinds: ['red-light'] }, { version: 1 }],
      signals: [{ junctionId, group: 'ns', light: 'unknown', clock: null }],
      clock: null,
    });
    // Nobody has decided that violations may be looked for, so there is no permit.
    expect(shown.stopped).toEqual(expect.any(String));
    expect(shown.problems.map(({ code }: { code: string }) => code)).toEqual([
      'PLAN_NO_PLATES',
      'RULE_SIGNAL_SILENT',
    ]);
    const { rows } = await server.db
      .selectFrom('ledger_entry')
      .select('entry')
      .where('kind', '=', 'enforcement-plan.saved')
      .execute()
      .then((all) => ({ rows: all.map(({ entry }) => JSON.parse(entry)) }));
    expect(rows.map(({ data }) => data.version)).toEqual([1, 2]);
    expect((await reviewer!.get('/api/enforcement')).json()).toMatchObject([
      { cameraId: road.camera.id, version: 2, kinds: ['red-light'] },
    ]);
  });

  test('shows what the signal shows, with its proven clock, until it falls silent', async () => {
    const phases: SignalPhases = {
      ...{ junctionId, source: 'controller', at: instantOf(Date.now()) },
      lights: [{ group: 'ns', light: 'red', since: instantOf(Date.now() - 5_000), errorMs: 50 }],
      clock: { offsetMs: 20, errorMs: 60, measuredAt: instantOf(Date.now()) },
    };
    server.workerBus.announce(SIGNAL_SUBJECTS.phases, phases);
    const signals = async () => (await reviewer!.get(address())).json().signals;
    await expect.poll(signals).toMatchObject([{ light: 'red', clock: { offsetMs: 20 } }]);
    server.clock.aheadMs += 3_000;
    expect(await signals()).toMatchObject([{ light: 'unknown', clock: null }]);
  });

  test('counts what workers did not report for want of evidence', async () => {
    const now = Date.now();
    const minute = instantOf(now - (now % 60_000));
    const gaps = {
      ...{ id: newIdentifier(), cameraId: road.camera.id, siteId: road.camera.siteId },
      counts: [{ minute, kind: 'red-light', reason: 'signal-unknown', count: 3 }],
    };
    const payload = { type: 'evidence-gaps', gaps };
    await server.workerBus.publish(SUBJECTS.reports, [{ id: gaps.id, payload }]);
    await server.workerBus.publish(SUBJECTS.reports, [{ id: gaps.id, payload }]);
    const query = `from=${minute}&to=${instantOf(now + 60_000)}&cameraId=${road.camera.id}`;
    expect((await reviewer!.get(`/api/enforcement/gaps?${query}`)).json()).toEqual([
      { cameraId: road.camera.id, kind: 'red-light', reason: 'signal-unknown', count: 3 },
    ]);
  });

  test('stops when the lanes are changed, until somebody has looked at it anew', async () => {
    const view = { view: twoLanes({ name: 'Mall Road, widened' }), seen: road.view.version, note: 'Wider.' };
    await supervisor!.request('PUT', `/api/cameras/${road.camera.id}/traffic`, view);
    expect(await assigned()).toBeNull();
    expect(await enforcedJunctions()).toEqual([]);
    expect((await reviewer!.get(address())).json().stopped).toMatch(/lanes .* changed/i);
    expect((await save(plan([rule()], road.view.version + 1), 2)).statusCode).toBe(200);
    expect(await assigned()).toMatchObject({ version: 3 });
    expect((await supervisor!.request('DELETE', `${address()}?seen=3`)).statusCode).toBe(204);
    expect(await assigned()).toBeNull();
  });

  test('sections for average speed are kept in versions and cannot go while a plan names them', async () => {
    const section = { name: 'Ring Road', distanceM: 2_400, distanceErrorM: 5, limitKmh: 80 };
    const made = (await supervisor!.post('/api/speed-sections', { section })).json();
    expect(made).toMatchObject({ version: 1, section: { toleranceKmh: 5 }, ends: [] });
    const { id } = made.section;
    const change = { section: { ...section, limitKmh: 90 }, seen: 1 };
    const changed = await supervisor!.request('PUT', `/api/speed-sections/${id}`, change);
    expect(changed.json()).toMatchObject({ version: 2, section: { id, limitKmh: 90 } });
    expect((await supervisor!.request('PUT', `/api/speed-sections/${id}`, change)).statusCode).toBe(409);
    const end = {
      ...{
        id: 'ring',
        kind: 'average-speed',
        name: 'Ring Road',
        laneIds: ['near-1'],
        sectionId: id,
        end: 'entry',
      },
      line: rule().entry,
    };
    const version = (await reviewer!.get(address())).json().view.version;
    const saved = await save(plan([end], version), 0);
    expect(saved.statusCode).toBe(200);
    expect((await reviewer!.get('/api/speed-sections')).json()[0].ends).toMatchObject([{ end: 'entry' }]);
    const removed = await supervisor!.request('DELETE', `/api/speed-sections/${id}?seen=2`);
    expect(removed.json()).toMatchObject({ code: 'SPEED_SECTION_IN_USE' });
    await supervisor!.request('DELETE', `${address()}?seen=${saved.json().version}`);
    expect((await supervisor!.request('DELETE', `/api/speed-sections/${id}?seen=2`)).statusCode).toBe(204);
    expect((await reviewer!.get('/api/speed-sections')).json()).toEqual([]);
  });

  test('the demonstration enforces its gate by its simulated signal, once', async () => {
    const logger = pino({ level: 'silent' });
    await using demonstration = new EnforceGate({ db: server.db, services: server.services, logger });
    await demonstration.run();
    const gate = await addTrafficCamera(server, administrator!, supervisor!, {
      name: 'Gate 2 (simulated scene)',
    });
    const definition = { ...TEST_DEFINITION, name: 'Demo junction Mall' };
    const made = await supervisor!.post('/api/junctions', {
      ...{ siteId: road.camera.siteId, definition, note: 'Made for a test.' },
    });
    await demonstration.run();
    await demonstration.run();
    const { plan: saved, history } = (
      await reviewer!.get(`/api/cameras/${gate.camera.id}/enforcement`)
    ).json();
    expect(history).toHaveLength(1);
    expect(saved.rules).toMatchObject([
      {
        ...{ kind: 'red-light', laneIds: ['near-1'] },
        signal: { from: 'controller', junctionId: made.json().id },
      },
    ]);
    await using again = new EnforceGate({ db: server.db, services: server.services, logger });
    await supervisor!.request('DELETE', `/api/cameras/${gate.camera.id}/enforcement?seen=1`);
    await again.run();
    expect((await reviewer!.get(`/api/cameras/${gate.camera.id}/enforcement`)).json().plan).toBeNull();
  });
});
