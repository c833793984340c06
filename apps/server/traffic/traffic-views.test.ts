import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { CalibrationAnchors } from '@amaan/contracts/traffic/calibration';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { ensureSite } from '@amaan/store/sites';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import {
  addTrafficCamera,
  approveTraffic,
  ON_ONE_LINE,
  RECTANGLE,
  type TrafficCamera,
  twoLanes,
} from '../testing/traffic-camera.ts';
import { askAssignment } from '../testing/watched-camera.ts';

describe('lanes and calibration of a camera', () => {
  let postgres: TestDatabase;
  let server: TestServer;
  let [administrator, supervisor, operator, analyst]: TestClient[] = [];
  let road: TrafficCamera;
  const address = () => `/api/cameras/${road.camera.id}/traffic`;
  const traffic = async () => (await operator!.get(address())).json();
  const save = (view: object, seen: number, by = supervisor!) =>
    by.request('PUT', address(), { view, seen, note: 'Moved the line.' });
  const assigned = async () =>
    (await askAssignment(server)).cameras.find(({ id }) => id === road.camera.id)!.traffic;
  const send = (payload: object) =>
    server.workerBus.publish(SUBJECTS.reports, [{ id: newIdentifier(), payload }]);
  const entries = async (kind: string) =>
    (
      await server.db
        .selectFrom('ledger_entry')
        .select('entry')
        .where('kind', '=', kind)
        .orderBy('index')
        .execute()
    ).map(({ entry }) => JSON.parse(entry));

  beforeAll(async () => {
    postgres = await openTestDatabase();
    server = await startTestServer(postgres.db);
    await approveTraffic(server);
    [administrator, supervisor, operator, analyst] = await Promise.all([
      signInAs(server, 'administrator'),
      signInAs(server, 'supervisor'),
      signInAs(server, 'operator'),
      signInAs(server, 'analyst'),
    ]);
    road = await addTrafficCamera(server, administrator, supervisor);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await postgres?.[Symbol.asyncDispose]();
  });

  test('are saved as versions that the ledger names, reach the worker, and tell who changed them', async () => {
    expect(road.view).toMatchObject({ version: 1, cameraId: road.camera.id, calibration: null });
    const saved = await save(twoLanes({ name: 'Mall Road, north' }), 1);
    expect(saved.json()).toMatchObject({ version: 2, id: road.view.id, name: 'Mall Road, north' });
    expect(await assigned()).toMatchObject({ moved: false, view: { version: 2, calibration: null } });
    expect(await traffic()).toMatchObject({
      view: { version: 2 },
      calibration: { state: 'none' },
      history: [
        { version: 2, byName: 'The supervisor', note: 'Moved the line.', lanes: 2, retiredAt: null },
        { version: 1, note: 'First drawing.', retiredAt: expect.any(String) },
      ],
      stopped: 'No worker has opened this camera yet.',
    });
    const [last] = (await entries('traffic-view.saved')).slice(-1);
    expect(last).toMatchObject({ subject: `traffic-view:${road.view.id}`, data: { version: 2, lanes: 2 } });
  });

  test('are changed by nobody who did not see what stands there, and by those alone who may', async () => {
    const { view } = await traffic();
    const stale = await save(twoLanes(), 1);
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'TRAFFIC_VIEW_CHANGED']);
    for (const client of [operator!, analyst!, administrator!])
      expect((await save(twoLanes(), view.version, client)).statusCode).toBe(403);
    const elsewhere = await ensureSite(server.db, 'Another city');
    const stranger = await signInAs(server, 'supervisor', { sites: [elsewhere.id] });
    const refused = await save(twoLanes(), view.version, stranger);
    expect([refused.statusCode, refused.json().code]).toEqual([404, 'CAMERA_NOT_FOUND']);
    expect((await stranger.get(address())).statusCode).toBe(404);
    expect((await traffic()).view.version).toBe(view.version);
  });

  test('show what a calibration is worth before it is saved', async () => {
    const before = await traffic();
    const preview = await supervisor!.post(`${address()}/preview`, {
      calibration: RECTANGLE,
      lanes: twoLanes().lanes,
    });
    expect(preview.statusCode, preview.body).toBe(200);
    const { homography, budget, warnings } = preview.json();
    expect(homography).toHaveLength(9);
    expect(budget.places.length).toBeGreaterThan(50);
    expect(budget.referenceKmh).toBe(60);
    expect(Array.isArray(warnings)).toBe(true);
    expect((await traffic()).view).toEqual(before.view);
  });

  test.each([
    ['CALIBRATION_COLLINEAR', () => ({ calibration: ON_ONE_LINE })],
    ['REQUEST_INVALID', () => ({ calibration: { ...RECTANGLE, alongM: 0 } })],
    ['REQUEST_INVALID', () => ({ lanes: [...twoLanes().lanes, twoLanes().lanes[0]] })],
    ['REQUEST_INVALID', () => ({ lanes: [] })],
  ])('refuse what cannot be: %s', async (code, change) => {
    const { view } = await traffic();
    const refused = await save({ ...twoLanes(), ...change() }, view.version);
    expect(refused.statusCode).toBeGreaterThanOrEqual(400);
    expect(refused.json().code).toBe(code);
    expect((await traffic()).view.version).toBe(view.version);
  });

  test('stop telling metres when the camera has moved, tell a person once, and go on when calibrated anew', async () => {
    const seen = (await traffic()).view.version;
    const { version, id: viewId } = (await save(twoLanes({ calibration: RECTANGLE }), seen)).json();
    const of = { cameraId: road.camera.id, viewId, version };
    expect((await traffic()).calibration).toMatchObject({ state: 'unwatched' });
    const anchors: CalibrationAnchors = {
      ...{ pictureWidth: 416, pictureHeight: 234 },
      anchors: [{ at: [0.1, 0.2], levels: Array(225).fill(128) }],
    };
    await send({ type: 'calibration-anchors', taken: { ...of, anchors } });
    expect((await traffic()).calibration.state).toBe('steady');
    expect((await assigned())?.view.calibration?.anchors).toEqual(anchors);

    const drift = { verdict: 'moved', movedPx: 21.4, shiftPx: [20, 7.6], found: 9, anchors: 12 };
    const report = { type: 'calibration-drift', drifted: { ...of, at: instantOf(Date.now()), drift } };
    await send(report);
    await send(report);
    expect(await assigned()).toMatchObject({ moved: true, view: { version } });
    expect((await traffic()).calibration).toMatchObject({ state: 'moved', drift: { movedPx: 21.4 } });
    const incidents = (await supervisor!.get('/api/incidents')).json();
    const own = JSON.stringify(incidents).match(/has moved since it was calibrated/g);
    expect(own).toHaveLength(1);
    // Lanes alone do not put a moved camera right, and another calibration does.
    await save(twoLanes({ calibration: { ...RECTANGLE, alongM: 31 } }), version);
    expect(await assigned()).toMatchObject({ moved: false, view: { version: version + 1 } });
    await send({ type: 'calibration-drift', drifted: { ...report.drifted, at: instantOf(Date.now()) } });
    expect(await assigned()).toMatchObject({ moved: false });
  });

  test('are taken off by who saw them; what was measured on them keeps naming them', async () => {
    const { view } = await traffic();
    const early = await supervisor!.request('DELETE', `${address()}?seen=${view.version - 1}`);
    expect(early.statusCode).toBe(409);
    const removed = await supervisor!.request('DELETE', `${address()}?seen=${view.version}`);
    expect(removed.statusCode).toBe(204);
    expect(await assigned()).toBeNull();
    expect(await traffic()).toMatchObject({ view: null, stopped: null });
    const again = await save(twoLanes(), 0);
    expect(again.json()).toMatchObject({ id: view.id, version: view.version + 1 });
  });
});
