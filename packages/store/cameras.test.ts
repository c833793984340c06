import { newIdentifier } from '@amaan/contracts/identifier';
import type { Heartbeat } from '@amaan/contracts/worker-messages';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureDefaultGroup } from './camera-groups.ts';
import {
  getCamera,
  insertCamera,
  listAssignedCameras,
  listCameras,
  removeCamera,
  updateCamera,
} from './cameras.ts';
import type { Database } from './open-database.ts';
import { changeSceneRule, insertSceneRule, listSceneRules, retireSceneRule } from './scene-rules.ts';
import { ensureSimulatedCameras } from './simulated-cameras.ts';
import { createTestDatabase } from './test-database.ts';
import { type SampleDeployment, sampleDeployment } from './testing/sample-deployment.ts';
import { recordHeartbeat, workerOfCamera } from './workers.ts';

let db: Database;
let sample: SampleDeployment;
beforeEach(async () => {
  db = await createTestDatabase();
  sample = await sampleDeployment(db);
});
afterEach(() => db.destroy());

test('people see a camera without credentials, the worker with them, the database neither', async () => {
  const { cameraId, secrets, site, rule } = sample;
  expect(await getCamera(db, cameraId)).toEqual({
    id: cameraId,
    siteId: site.id,
    // Every camera has a group: that of its site until somebody moves it.
    groupId: await ensureDefaultGroup(db, site.id),
    name: 'Gate',
    displayUrl: 'rtsp://10.0.0.5/s1',
    position: null,
    analysisRate: 5,
    readsPlates: false,
    simulated: false,
    rules: [rule],
    status: null,
  });
  expect(await listAssignedCameras(db, secrets)).toEqual([
    {
      id: cameraId,
      siteId: site.id,
      name: 'Gate',
      url: 'rtsp://admin:secret@10.0.0.5/s1',
      analysisRate: 5,
      readsPlates: false,
      rules: [rule],
      traffic: null,
      enforcement: null,
    },
  ]);
  const row = await db.selectFrom('camera').selectAll().executeTakeFirstOrThrow();
  expect(Buffer.from(row.url_sealed).includes('secret')).toBe(false);
});

test('a simulated camera is listed and never assigned', async () => {
  const { secrets, site } = sample;
  const position: [number, number] = [74.3587, 31.5204];
  const camera = {
    name: 'Block 1',
    url: 'simulated:1',
    siteId: site.id,
    analysisRate: 1,
    position,
    simulated: true,
  };
  const id = await insertCamera(db, camera, secrets);
  expect(await listCameras(db, { simulated: true })).toMatchObject([{ id, position, simulated: true }]);
  expect((await listCameras(db)).map(({ name }) => name)).toEqual(['Block 1', 'Gate']);
  expect(await listAssignedCameras(db, secrets)).toHaveLength(1);
});

test('simulated cameras are registered once, and keep what people changed', async () => {
  const { secrets, site, rule } = sample;
  const { id: _, version: __, ...input } = rule;
  const block = (n: number) => ({
    name: `Block ${n}`,
    position: [74, 31] as [number, number],
    rules: [input],
  });
  const first = await ensureSimulatedCameras(db, [block(1)], site.id, secrets);
  expect(first).toMatchObject({
    added: 1,
    cameras: [{ name: 'Block 1', rules: [{ name: 'Exit', version: 1 }] }],
  });
  await retireSceneRule(db, first.cameras[0]!.rules[0]!);
  const second = await ensureSimulatedCameras(db, [block(2), block(1)], site.id, secrets);
  expect(second.added).toBe(1);
  expect(second.cameras.map(({ name, rules }) => [name, rules.length])).toEqual([
    ['Block 2', 1],
    ['Block 1', 0],
  ]);
  expect(second.cameras[1]?.id).toBe(first.cameras[0]?.id);
});

test('changes keep what they do not name', async () => {
  const { cameraId, secrets } = sample;
  await updateCamera(db, cameraId, { name: 'North gate', position: [74, 31] }, secrets);
  expect(await getCamera(db, cameraId)).toMatchObject({
    name: 'North gate',
    position: [74, 31],
    displayUrl: 'rtsp://10.0.0.5/s1',
  });
  await updateCamera(db, cameraId, { url: 'rtsp://u:p@10.0.0.6/s2', position: null }, secrets);
  expect(await getCamera(db, cameraId)).toMatchObject({ position: null, displayUrl: 'rtsp://10.0.0.6/s2' });
  expect(await listAssignedCameras(db, secrets)).toMatchObject([{ url: 'rtsp://u:p@10.0.0.6/s2' }]);
});

test('a removed camera is gone for everybody, and its credentials with it', async () => {
  const { cameraId, secrets } = sample;
  await removeCamera(db, cameraId);
  expect(await getCamera(db, cameraId)).toBeNull();
  expect(await listAssignedCameras(db, secrets)).toEqual([]);
  const row = await db.selectFrom('camera').selectAll().executeTakeFirstOrThrow();
  expect(row.url_sealed).toHaveLength(0);
  const notFound = { code: 'CAMERA_NOT_FOUND' };
  await expect(removeCamera(db, cameraId)).rejects.toMatchObject(notFound);
  await expect(updateCamera(db, cameraId, { name: 'x' }, secrets)).rejects.toMatchObject(notFound);
});

test('every version of a rule is kept, and one is in force', async () => {
  const { cameraId, rule } = sample;
  const { id: _, version: __, ...input } = rule;
  const second = await changeSceneRule(db, {
    id: rule.id,
    version: 1,
    input: { ...input, name: 'Out' },
    by: 'user:2',
  });
  expect(second).toMatchObject({ id: rule.id, version: 2, name: 'Out' });
  expect(await listSceneRules(db, cameraId)).toEqual([second]);
  const unknown = { id: newIdentifier(), version: 1 };
  const kept = await db.selectFrom('scene_rule').select(['version', 'body']).orderBy('version').execute();
  expect(kept.map(({ version, body }) => [version, body.name])).toEqual([
    [1, 'Exit'],
    [2, 'Out'],
  ]);

  const stale = changeSceneRule(db, { id: rule.id, version: 1, input, by: 'user:3' });
  await expect(stale).rejects.toMatchObject({ code: 'RULE_CHANGED' });
  await expect(retireSceneRule(db, unknown)).rejects.toMatchObject({ code: 'RULE_NOT_FOUND' });
  expect(await retireSceneRule(db, second)).toEqual({ cameraId });
  expect(await listSceneRules(db, cameraId)).toEqual([]);
  expect((await getCamera(db, cameraId))?.rules).toEqual([]);
});

test('rules of a camera come in the order they were drawn', async () => {
  const { cameraId, rule } = sample;
  const { id: _, version: __, ...input } = rule;
  const later = await insertSceneRule(db, { cameraId, input: { ...input, name: 'Later' }, by: 'user:1' });
  expect((await getCamera(db, cameraId))?.rules).toEqual([rule, later]);
});

test('what a worker last said is what is shown', async () => {
  const { cameraId } = sample;
  const status: Heartbeat['cameras'][number] = {
    cameraId,
    state: 'failed',
    since: '2026-03-01T08:15:30.250Z',
    error: { code: 'SOURCE_UNREACHABLE', message: 'The camera does not answer.' },
    framesPerSecond: 4.9,
    framesDropped: 3_000_000_000,
    width: 1280,
    height: 720,
    lastFrameAt: '2026-03-01T08:15:29.000Z',
    inferenceDenied: null,
  };
  const heartbeat: Heartbeat = {
    workerId: newIdentifier(),
    at: '2026-03-01T08:15:31.000Z',
    liveUrl: 'ws://127.0.0.1:1',
    liveToken: 'token',
    cameras: [status, { ...status, cameraId: newIdentifier() }],
    models: {},
  };
  await recordHeartbeat(db, heartbeat);
  expect((await getCamera(db, cameraId))?.status).toEqual(status);

  const live = { ...status, state: 'live' as const, error: null };
  await recordHeartbeat(db, { ...heartbeat, at: '2026-03-01T08:15:32.000Z', cameras: [live] });
  await recordHeartbeat(db, { ...heartbeat, at: '2026-03-01T08:15:31.500Z', cameras: [status] });
  expect((await getCamera(db, cameraId))?.status).toEqual(live);

  const worker = await workerOfCamera(db, cameraId);
  expect(worker).toMatchObject({ id: heartbeat.workerId, lastSeenAt: '2026-03-01T08:15:32.000Z' });
  expect(await workerOfCamera(db, newIdentifier())).toBeNull();
});
