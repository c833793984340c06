import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Position } from '@amaan/contracts/geometry';
import { approvedStanding } from '@amaan/governance/testing/approved-standing';
import { insertObservations } from '@amaan/store/observations';
import { insertSightings } from '@amaan/store/plates/sightings';
import { ensureSite } from '@amaan/store/sites';
import { createTestDatabase } from '@amaan/store/test-database';
import { recordStanding } from '@amaan/store/testing/record-standing';
import { vehicleTrace } from '@amaan/vehicle-trace/system';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { plateRead, report } from '../testing/plate-camera.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera, type WatchedCamera } from '../testing/watched-camera.ts';

let server: TestServer;
let supervisor: TestClient;
let gate: WatchedCamera;
let bridge: WatchedCamera;
let island: WatchedCamera;
const GATE: Position = [74.3, 31.5];
const BRIDGE: Position = [74.33, 31.5];
const ISLAND: Position = [74.3, 31.51];

beforeAll(async () => {
  const db = await createTestDatabase();
  server = await startTestServer(db);
  await recordStanding(db, approvedStanding(vehicleTrace, [], new Date()));
  const administrator = await signInAs(server, 'administrator');
  supervisor = await signInAs(server, 'supervisor');
  const placed = async (position: Position) => {
    const watched = await addWatchedCamera(server, administrator, supervisor);
    const [longitude, latitude] = position;
    await db.updateTable('camera').set({ longitude, latitude }).where('id', '=', watched.camera.id).execute();
    return watched;
  };
  gate = await placed(GATE);
  bridge = await placed(BRIDGE);
  island = await placed(ISLAND);
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await server?.db.destroy();
});

test('a read is pushed to those who may watch plates at its site, and to nobody else', async () => {
  const url = await server.app.listen({ host: '127.0.0.1', port: 0 });
  const elsewhere = await ensureSite(server.db, 'Multan');
  const stops: AbortController[] = [];
  const listen = async ({ cookie }: TestClient) => {
    const stop = new AbortController();
    stops.push(stop);
    const response = await fetch(`${url}/api/updates`, { headers: { cookie }, signal: stop.signal });
    expect(response.status).toBe(200);
    const heard = { text: '' };
    void (async () => {
      for await (const chunk of response.body!) heard.text += Buffer.from(chunk).toString();
    })().catch(() => undefined);
    return heard;
  };
  const here = { sites: [gate.camera.siteId] };
  const [operator, boss] = [await listen(await signInAs(server, 'operator', here)), await listen(supervisor)];
  const others = await Promise.all([
    signInAs(server, 'operator', { sites: [elsewhere.id] }).then(listen),
    signInAs(server, 'governance-officer').then(listen),
    signInAs(server, 'administrator').then(listen),
  ]);
  await report(server, plateRead(gate, 'LIV123'));
  for (const heard of [operator, boss]) {
    await vi.waitFor(() => expect(heard.text).toContain('LIV123'));
    expect(heard.text).toContain('plate-read');
  }
  // Something that all of them are told afterwards: what came before it has arrived.
  const reason = 'A drill of the control room';
  await supervisor.post('/api/systems/vehicle-trace/suspend', { reason });
  for (const heard of others) {
    await vi.waitFor(() => expect(heard.text).toContain('systems-changed'));
    expect(heard.text).not.toContain('LIV123');
    expect(heard.text).not.toContain('plate-read');
  }
  for (const stop of stops) stop.abort();
});

test('the next cameras are those that the roads lead to, the soonest first, and by the crow without roads', async () => {
  const observation = plateRead(gate, 'NXT123');
  await insertObservations(server.db, [observation]);
  await insertSightings(server.db, [observation]);
  const file = join(server.dataDir, 'roads.geojson');
  const road = (coordinates: Position[]) => ({
    type: 'Feature',
    properties: { name: 'Canal Road', kind: 'main', simulated: true },
    geometry: { type: 'LineString', coordinates },
  });
  // The island lies nearer, but the road to it goes round by the bridge.
  const features = [road([GATE, BRIDGE]), road([BRIDGE, [74.33, 31.53], [74.3, 31.53], ISLAND])];
  await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features }));
  const operator = await signInAs(server, 'operator');
  const id = '0190a000-0000-7000-8000-00000000abcd';
  await server.db
    .insertInto('alert')
    .values({
      ...{ id, observation_id: observation.id, captured_at: observation.capturedAt, cause: null },
      ...{ site_id: gate.camera.siteId, camera_id: gate.camera.id, rule_id: gate.rule.id },
      ...{ rule_version: gate.rule.version, rule_name: 'Gate line', priority: 'high', state: 'new' },
      ...{ simulated: false, raised_at: observation.capturedAt },
    })
    .execute();
  const next = async () => (await operator.get(`/api/alerts/${id}/reachable-cameras`)).json();
  const byRoad = await next();
  expect(byRoad).toMatchObject([
    { cameraId: bridge.camera.id, onRoads: true },
    { cameraId: island.camera.id, onRoads: true },
  ]);
  const [soon, late] = byRoad.map(({ metres }: { metres: number }) => metres);
  expect(soon).toBeGreaterThan(2_800);
  expect(soon).toBeLessThan(2_900);
  expect(late).toBeGreaterThan(2 * soon);
  expect(Date.parse(byRoad[0].earliestAt)).toBeGreaterThan(Date.parse(observation.capturedAt));

  await writeFile(file, 'half a fi');
  const byCrow = await next();
  expect(byCrow).toMatchObject([
    { cameraId: island.camera.id, onRoads: false },
    { cameraId: bridge.camera.id, onRoads: false },
  ]);
  await rm(file);
  expect(await next()).toEqual(byCrow);
});
