import type { CameraGroup } from '@amaan/contracts/api/camera-group';
import type { Role } from '@amaan/contracts/api/me';
import type { SystemView } from '@amaan/contracts/api/system-view';
import type { Suspension } from '@amaan/contracts/governance/suspension';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { PermitClaims } from '@amaan/contracts/permit';
import { Revocation, SUBJECTS } from '@amaan/contracts/worker-messages';
import { PermitKeySet } from '@amaan/governance/permits/permit-keys';
import { verifyPermit } from '@amaan/governance/permits/verify-permit';
import { listPermitsInForce } from '@amaan/store/permits';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lineCrossed } from '../testing/observations.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera, askAssignment, type WatchedCamera } from '../testing/watched-camera.ts';

const URL = '/api/systems/smart-vision';
const HOUR_MS = 60 * 60_000;

let server: TestServer;
let admin: TestClient;
let gate: WatchedCamera;
let road: WatchedCamera;
let gates: CameraGroup;
beforeEach(async () => {
  server = await startTestServer(await createTestDatabase());
  admin = await signInAs(server, 'administrator');
  gate = await addWatchedCamera(server, admin);
  road = await addWatchedCamera(server, admin);
  gates = (await admin.post('/api/camera-groups', { siteId: gate.camera.siteId, name: 'Gates' })).json();
  await admin.post(`/api/camera-groups/${gates.id}/cameras`, { cameraIds: [gate.camera.id] });
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await server.db.destroy();
});

/** Signs in somebody whose account belongs to a person of that name. */
async function personAs(role: Role, person: string): Promise<TestClient> {
  const client = await signInAs(server, role);
  const { id } = (await client.get('/api/me')).json();
  await server.db.updateTable('user').set({ person }).where('id', '=', id).execute();
  return client;
}

async function permitInForce(): Promise<PermitClaims | null> {
  const { permits, permitKeys } = await askAssignment(server);
  const permit = permits.find(({ system }) => system === 'smart-vision');
  return permit === undefined
    ? null
    : verifyPermit(permit.token, await PermitKeySet.fromJwks(permitKeys), new Date());
}

const kinds = async () =>
  (await server.db.selectFrom('ledger_entry').select('kind').orderBy('index').execute()).map(
    ({ kind }) => kind,
  );
const system = async (client = admin): Promise<SystemView> => {
  const systems: SystemView[] = (await client.get('/api/systems')).json();
  return systems.find(({ id }) => id === 'smart-vision')!;
};
const suspend = (change: object = {}) => admin.post(`${URL}/suspend`, { reason: 'Drift.', ...change });
const resume = (client: TestClient, change: object = {}) =>
  client.post(`${URL}/resume`, { reason: 'It was mended.', ...change });

/** The service itself, for days on which a session would have ended. */
const resumeAs = (person: string, cameraGroupId: string | null = null) =>
  server.services.suspensions.resume({
    system: 'smart-vision',
    cameraGroupId,
    reason: 'It was mended.',
    by: { actor: `user:${person}`, name: person, person, role: 'supervisor' },
  });

/** What became of an observation that a camera made a moment after a suspension. */
async function reportAs(camera: WatchedCamera, permitId: string): Promise<'stored' | 'refused'> {
  const capturedAt = instantOf(Date.now() + 5_000);
  const observation = lineCrossed({ ...camera.origin, permitId, capturedAt });
  await server.workerBus.publish(SUBJECTS.reports, [
    { id: observation.id, payload: { type: 'observation', observation } },
  ]);
  const stored = await server.db
    .selectFrom('observation')
    .select('id')
    .where('id', '=', observation.id)
    .executeTakeFirst();
  return stored === undefined ? 'refused' : 'stored';
}

describe('a suspension on one group of cameras', () => {
  test('stops these cameras and no other, for workers, for ingest and in the next permit', async () => {
    const heard: Revocation[] = [];
    server.workerBus.listen(SUBJECTS.revocation, (payload) => heard.push(Revocation.parse(payload)));
    const before = (await permitInForce())!;
    const suspended = await suspend({ cameraGroupId: gates.id });
    expect(suspended.json()).toMatchObject({
      suspension: null,
      groupSuspensions: [
        { reason: 'Drift.', source: 'person', cameraGroup: { name: 'Gates', siteName: 'Control room' } },
      ],
      permit: { revokedAt: null },
      permitRefusal: null,
    });
    await vi.waitFor(() =>
      expect(heard).toContainEqual(
        expect.objectContaining({ permitId: before.jti, cameras: [gate.camera.id] }),
      ),
    );
    const after = (await permitInForce())!;
    expect(after.jti).not.toBe(before.jti);
    expect(after.cameras).toEqual([road.camera.id]);
    expect((await askAssignment(server)).revokedCameras).toContainEqual({
      permitId: before.jti,
      cameras: [gate.camera.id],
    });
    expect(await reportAs(gate, before.jti), 'under the old permit').toBe('refused');
    expect(await reportAs(gate, after.jti), 'under the new permit').toBe('refused');
    expect(await reportAs(road, before.jti), 'another camera under the old permit').toBe('stored');
    expect(await kinds()).toEqual(expect.arrayContaining(['system.suspended', 'permit.cameras-revoked']));
    expect((await admin.get('/api/status')).json()).toMatchObject({
      suspendedSystems: [],
      partlySuspendedSystems: ['smart-vision'],
    });
  });

  test('cannot be slipped: no camera leaves or enters the group, and both would be one person’s doing', async () => {
    await suspend({ cameraGroupId: gates.id });
    const groups: CameraGroup[] = (await admin.get('/api/camera-groups')).json();
    const others = groups.find(({ isDefault }) => isDefault)!;
    const refused = { status: 409, code: 'CAMERA_GROUP_SUSPENDED' };
    for (const [camera, group] of [
      [gate, others],
      [road, gates],
    ] as const) {
      const move = { cameraIds: [camera.camera.id] };
      expect((await admin.post(`/api/camera-groups/${group.id}/cameras`, move)).json()).toMatchObject(
        refused,
      );
      const change = { groupId: group.id };
      expect((await admin.request('PATCH', `/api/cameras/${camera.camera.id}`, change)).json()).toMatchObject(
        refused,
      );
    }
    expect((await permitInForce())?.cameras).toEqual([road.camera.id]);
  });

  test('ends for the group alone', async () => {
    await suspend({ cameraGroupId: gates.id });
    const [first, second] = [await personAs('supervisor', 'A'), await personAs('governance-officer', 'B')];
    expect((await resume(first)).json()).toMatchObject({ code: 'SYSTEM_NOT_SUSPENDED' });
    await resume(first, { cameraGroupId: gates.id });
    expect((await permitInForce())?.cameras).toEqual([road.camera.id]);
    await resume(second, { cameraGroupId: gates.id });
    expect((await permitInForce())?.cameras).toEqual([gate.camera.id, road.camera.id]);
    const history: Suspension[] = (await admin.get(`${URL}/suspensions`)).json();
    expect(history).toMatchObject([
      { endedAt: expect.any(String), resumptions: [{ confirmed: { reason: 'It was mended.' } }] },
    ]);
  });

  test('of a group that is not there is refused', async () => {
    expect((await suspend({ cameraGroupId: newIdentifier() })).json()).toMatchObject({
      code: 'CAMERA_GROUP_NOT_FOUND',
    });
    expect(await kinds()).not.toContain('system.suspended');
  });
});

describe('the end of a suspension', () => {
  test('needs two people and a reason of each', async () => {
    await suspend();
    const [first, second] = [await personAs('supervisor', 'A'), await personAs('governance-officer', 'B')];
    expect((await resume(first, { reason: '' })).json()).toMatchObject({ code: 'REQUEST_INVALID' });
    const asked: SystemView = (await resume(first)).json();
    expect(asked.suspension?.resumptions).toMatchObject([
      { requested: { by: { name: 'The supervisor' }, reason: 'It was mended.' }, confirmed: null },
    ]);
    expect(await permitInForce()).toBeNull();

    const confirmed = await resume(second, { reason: 'I saw that it is.' });
    expect(confirmed.json()).toMatchObject({ suspension: null, permitRefusal: null });
    expect(await permitInForce()).not.toBeNull();
    expect((await kinds()).filter((kind) => kind.startsWith('system.resume'))).toEqual([
      'system.resume-requested',
      'system.resumed',
    ]);
    expect((await resume(first)).json()).toMatchObject({ code: 'SYSTEM_NOT_SUSPENDED' });
  });

  test('is refused to one person, also with a second account', async () => {
    await suspend();
    const [first, twin] = [
      await personAs('supervisor', 'A-17'),
      await personAs('governance-officer', ' a-17'),
    ];
    await resume(first);
    for (const client of [first, twin]) {
      const refused = await resume(client);
      expect(refused.json()).toMatchObject({ status: 403, code: 'FOUR_EYES' });
    }
    expect((await system()).suspension).not.toBeNull();
    expect(await permitInForce()).toBeNull();
  });

  test('lapses when nobody confirms it within a day', async () => {
    await suspend();
    await resumeAs('A');
    server.clock.aheadMs = 25 * HOUR_MS;
    expect(await resumeAs('B')).toMatchObject({
      endedAt: null,
      resumptions: [
        { requested: { by: { person: 'a' } }, confirmed: null },
        { requested: { by: { person: 'b' } }, confirmed: null },
      ],
    });
    expect(await resumeAs('A')).toMatchObject({ endedAt: expect.any(String) });
  });

  test('is refused while the system could not run anyway', async () => {
    await suspend();
    const [first, second] = [await personAs('supervisor', 'A'), await personAs('governance-officer', 'B')];
    await resume(first);
    await server.db
      .updateTable('impact_assessment')
      .set({ expires_at: instantOf(Date.now()) })
      .execute();
    const refused = await resume(second);
    expect(refused.json()).toMatchObject({ status: 409, code: 'RESUMPTION_GAPS' });
    expect(refused.json().detail).toContain('impact assessment');
    expect((await system()).suspension).not.toBeNull();
  });
});

test('a suspension by monitoring names its incident and stays until people end it, also after a restart', async () => {
  const by = { actor: 'system:server', name: 'Amaan', person: 'system:server', role: 'system' };
  const incident = await server.services.incidentReporter.report({
    system: 'smart-vision',
    title: 'Too many rejected alerts',
    incident: {
      source: 'monitoring',
      severity: 'high',
      what: 'Seven of ten alerts were rejected.',
      detectedAt: instantOf(Date.now()),
      cameraGroupId: gates.id,
      key: 'override smart-vision gates',
      facts: {},
    },
  });
  const suspension = await server.services.suspensions.suspend({
    system: 'smart-vision',
    cameraGroupId: gates.id,
    reason: 'Too many rejected alerts',
    source: 'monitoring',
    by,
    incidentId: incident.id,
  });
  expect(suspension).toMatchObject({ source: 'monitoring', incidentId: incident.id, by });
  await using restarted = await startTestServer(server.db);
  await restarted.services.permitUpkeep.followCameras();
  expect(await listPermitsInForce(server.db, instantOf(Date.now()))).toMatchObject([
    { claims: { cameras: [road.camera.id] } },
  ]);
  expect(await restarted.services.suspensions.inForce()).toMatchObject([{ id: suspension.id }]);
});

describe('when the clock is set back', () => {
  test('nothing is issued and nothing resumed, an incident is opened, and ended permits stay ended', async () => {
    server.clock.aheadMs = 30 * HOUR_MS;
    await server.services.permitUpkeep.followSystems();
    await suspend({ cameraGroupId: gates.id });
    await resumeAs('A', gates.id);

    server.clock.aheadMs = 20 * HOUR_MS;
    await expect(resumeAs('B', gates.id)).rejects.toMatchObject({ status: 409, code: 'CLOCK_SET_BACK' });
    const issued = async () => (await kinds()).filter((kind) => kind === 'permit.issued').length;
    const before = await issued();
    await admin.post('/api/cameras', { name: 'New', url: 'rtsp://10.0.0.7/s1' });
    expect(await issued()).toBe(before);
    expect((await system()).permitRefusal).toContain('clock');
    const incidents = await server.services.records.list({ kinds: ['incident'] });
    expect(incidents).toMatchObject([
      { status: 'open', body: { key: 'clock set-back', source: 'self-check' } },
    ]);
    // Suspending stays possible: it only ever stops something.
    expect((await suspend()).json().suspension).not.toBeNull();

    // Long before: the first permits would be valid again by the clock alone.
    server.clock.aheadMs = 0;
    expect((await askAssignment(server)).permits).toEqual([]);

    server.clock.aheadMs = 31 * HOUR_MS;
    expect(await resumeAs('B', gates.id)).toMatchObject({ endedAt: expect.any(String) });
  });

  test('it is known after a restart as well', async () => {
    server.clock.aheadMs = 2 * HOUR_MS;
    await server.services.clock.observe();
    await using restarted = await startTestServer(server.db);
    await expect(restarted.services.clock.assertClockForward()).rejects.toMatchObject({
      code: 'CLOCK_SET_BACK',
    });
    restarted.clock.aheadMs = 2 * HOUR_MS - 30_000;
    await expect(restarted.services.clock.assertClockForward(), 'within tolerance').resolves.toBeUndefined();
  });

  test('two people let it go on after a clock that ran ahead', async () => {
    server.clock.aheadMs = 30 * HOUR_MS;
    await server.services.permitUpkeep.followSystems();
    await server.services.clock.observe();
    server.clock.aheadMs = 0;
    await server.services.clock.millisecondsBehind();
    const [asker, twin, other] = [
      await personAs('supervisor', 'A-17'),
      await personAs('governance-officer', ' a-17'),
      await personAs('governance-officer', 'B-4'),
    ];
    const accept = (client: TestClient) =>
      client.post('/api/clock/accept', { reason: 'The time server was wrong, it is right now.' });

    expect((await accept(asker)).json()).toMatchObject({ request: { by: { person: 'A-17' } } });
    for (const client of [asker, twin])
      expect((await accept(client)).json()).toMatchObject({ status: 403, code: 'FOUR_EYES' });
    expect((await asker.get('/api/clock')).json().behindMs).toBeGreaterThan(29 * HOUR_MS);

    expect((await accept(other)).json()).toMatchObject({ behindMs: 0, request: null });
    expect((await accept(other)).json()).toMatchObject({ code: 'CLOCK_NOT_BEHIND' });
    expect(await permitInForce()).not.toBeNull();
    expect(await kinds()).toEqual(expect.arrayContaining(['clock.accept-requested', 'clock.accepted']));
    await using restarted = await startTestServer(server.db);
    await expect(restarted.services.clock.assertClockForward()).resolves.toBeUndefined();
  });

  test('what one person asked for lapses after an hour', async () => {
    server.clock.aheadMs = 30 * HOUR_MS;
    await server.services.clock.observe();
    const { clockAcceptance } = server.services;
    const by = (person: string) => ({ actor: `user:${person}`, name: person, person, role: 'supervisor' });
    server.clock.aheadMs = 0;
    await clockAcceptance.accept('It is right.', by('A'));
    server.clock.aheadMs = HOUR_MS;
    const again = await clockAcceptance.accept('It is right.', by('B'));
    expect(again).toMatchObject({ request: { by: { person: 'B' } } });
    expect(again.behindMs).toBeGreaterThan(0);
  });
});
