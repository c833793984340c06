import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ensureDefaultGroup,
  insertCameraGroup,
  listCameraGroups,
  moveCamerasToGroup,
  renameCameraGroup,
} from './camera-groups.ts';
import { insertCamera, listCameras, updateCamera } from './cameras.ts';
import type { Database } from './open-database.ts';
import {
  listPermitsInForce,
  listPermittedCameras,
  listRevokedCameras,
  readCameraRevocations,
  revokeCameras,
} from './permits.ts';
import { ensureSite } from './sites.ts';
import {
  confirmResumption,
  findSuspensionInForce,
  insertSuspension,
  listSuspensions,
  lockSystem,
  type NewSuspension,
  readSuspensionsInForce,
  requestResumption,
  standingOf,
} from './suspensions.ts';
import { createTestDatabase } from './test-database.ts';
import { type SampleDeployment, sampleDeployment, sampleSystem } from './testing/sample-deployment.ts';

let db: Database;
let sample: SampleDeployment;
beforeEach(async () => {
  db = await createTestDatabase();
  sample = await sampleDeployment(db);
});
afterEach(() => db.destroy());

const at = instantOf(Date.now());
const person = (name: string) => ({ actor: `user:${name}`, name, person: name, role: 'supervisor' });
const order = (change: Partial<NewSuspension> = {}): NewSuspension => ({
  system: sampleSystem.id,
  cameraGroupId: null,
  reason: 'drift',
  source: 'monitoring',
  by: person('Ayesha'),
  incidentId: null,
  at,
  ...change,
});
const addGroup = (name: string) => insertCameraGroup(db, { siteId: sample.site.id, name, at });
const addCamera = (groupId?: string) =>
  insertCamera(
    db,
    { name: 'Road', url: 'rtsp://10.0.0.6/s1', siteId: sample.site.id, groupId, analysisRate: 5 },
    sample.secrets,
  );

test('every camera is in one group of its site, from the first on', async () => {
  const [group] = await listCameraGroups(db);
  expect(group).toMatchObject({ siteName: 'Lahore', name: 'All cameras', isDefault: true, cameras: 1 });
  expect((await listCameras(db))[0]?.groupId).toBe(group?.id);
  const gates = await addGroup('Gates');
  await addCamera(gates);
  expect((await listCameraGroups(db)).map(({ name, cameras }) => [name, cameras])).toEqual([
    ['All cameras', 1],
    ['Gates', 1],
  ]);
  const multan = await ensureSite(db, 'Multan');
  const elsewhere = await ensureDefaultGroup(db, multan.id);
  await expect(addCamera(elsewhere)).rejects.toMatchObject({ code: 'CAMERA_GROUP_NOT_FOUND' });
  await expect(
    updateCamera(db, sample.cameraId, { groupId: elsewhere }, sample.secrets),
  ).rejects.toMatchObject({ code: 'CAMERA_GROUP_NOT_FOUND' });
  await expect(moveCamerasToGroup(db, elsewhere, [sample.cameraId])).rejects.toMatchObject({
    code: 'CAMERA_NOT_IN_SITE',
  });
});

test('a camera that moves to another site goes to the group of cameras there', async () => {
  const multan = await ensureSite(db, 'Multan');
  await updateCamera(db, sample.cameraId, { siteId: multan.id }, sample.secrets);
  expect((await listCameras(db))[0]).toMatchObject({
    siteId: multan.id,
    groupId: await ensureDefaultGroup(db, multan.id),
  });
});

test('groups of a site have different names', async () => {
  const gates = await addGroup('Gates');
  await expect(addGroup('Gates')).rejects.toMatchObject({ code: 'CAMERA_GROUP_EXISTS' });
  const roads = await addGroup('Roads');
  await expect(renameCameraGroup(db, roads, 'Gates')).rejects.toMatchObject({ code: 'CAMERA_GROUP_EXISTS' });
  await renameCameraGroup(db, gates, 'Gates');
  await expect(renameCameraGroup(db, newIdentifier(), 'X')).rejects.toMatchObject({
    code: 'CAMERA_GROUP_NOT_FOUND',
  });
});

test('a suspension is kept as it was first given, until it ends', async () => {
  const id = await insertSuspension(db, order());
  expect(await insertSuspension(db, order({ reason: 'other' }))).toBeNull();
  expect(await listSuspensions(db, { system: sampleSystem.id })).toMatchObject([
    { id, reason: 'drift', source: 'monitoring', by: person('Ayesha'), cameraGroup: null, endedAt: null },
  ]);
  const inForce = standingOf(await readSuspensionsInForce(db), sampleSystem.id);
  expect(inForce).toEqual({
    suspension: { at, by: 'Ayesha', reason: 'drift' },
    groupSuspensions: [],
  });
  const resumption = await requestResumption(db, id!, { by: person('Bilal'), reason: 'mended', at });
  await confirmResumption(
    db,
    { id: resumption, suspensionId: id! },
    { by: person('Chand'), reason: 'seen', at },
  );
  expect(await findSuspensionInForce(db, sampleSystem.id, null)).toBeNull();
  expect((await listSuspensions(db))[0]).toMatchObject({
    endedAt: at,
    resumptions: [{ requested: { reason: 'mended' }, confirmed: { reason: 'seen' } }],
  });
  expect(await insertSuspension(db, order())).not.toBeNull();
});

test('the database itself refuses that one person asks and confirms', async () => {
  const id = await insertSuspension(db, order());
  const resumption = await requestResumption(db, id!, { by: person('Bilal'), reason: 'mended', at });
  const twin = { ...person('  BILAL'), actor: 'user:second-account' };
  await expect(
    confirmResumption(db, { id: resumption, suspensionId: id! }, { by: twin, reason: 'me', at }),
  ).rejects.toThrow('check constraint');
});

test('suspended on a group, other groups go on', async () => {
  const gates = await addGroup('Gates');
  await moveCamerasToGroup(db, gates, [sample.cameraId]);
  const road = await addCamera();
  expect(await listPermittedCameras(db, sampleSystem.id)).toEqual([sample.cameraId, road].sort());

  const suspensionId = await insertSuspension(db, order({ cameraGroupId: gates }));
  const revocation = { system: sampleSystem.id, suspensionId: suspensionId!, cameraGroupId: gates, at };
  const revoked = [{ permitId: sample.permit.jti, cameras: [sample.cameraId] }];
  expect(await revokeCameras(db, revocation)).toEqual(revoked);
  expect(await listRevokedCameras(db, at)).toEqual(revoked);
  expect(await listPermittedCameras(db, sampleSystem.id)).toEqual([road]);
  expect(await listPermittedCameras(db, 'other')).toHaveLength(2);
  expect(await listPermitsInForce(db, at), 'the permit itself holds').toHaveLength(1);
  expect(await readCameraRevocations(db, [sample.permit.jti], [sample.cameraId, road])).toEqual(
    new Map([[`${sample.permit.jti} ${sample.cameraId}`, at]]),
  );
  expect(standingOf(await readSuspensionsInForce(db), sampleSystem.id)).toMatchObject({
    suspension: null,
    groupSuspensions: [{ cameraGroupId: gates, reason: 'drift' }],
  });
  expect(await insertSuspension(db, order({ cameraGroupId: gates }))).toBeNull();
  expect(await insertSuspension(db, order()), 'the whole system besides').not.toBeNull();
});

test('nothing is revoked where the permit covers no camera of the group', async () => {
  const empty = await addGroup('Empty');
  const suspensionId = await insertSuspension(db, order({ cameraGroupId: empty }));
  const revocation = { system: sampleSystem.id, suspensionId: suspensionId!, cameraGroupId: empty, at };
  expect(await revokeCameras(db, revocation)).toEqual([]);
});

test('what is not registered cannot be suspended', async () => {
  await expect(lockSystem(db, 'unknown')).rejects.toMatchObject({ code: 'SYSTEM_NOT_FOUND' });
});
