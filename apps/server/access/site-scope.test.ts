import type { Camera } from '@amaan/contracts/camera';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { type Heartbeat, SUBJECTS } from '@amaan/contracts/worker-messages';
import { insertEvidenceItems } from '@amaan/store/evidence-items';
import { ensureSite } from '@amaan/store/sites';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { lineCrossed } from '../testing/observations.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera, type WatchedCamera } from '../testing/watched-camera.ts';

describe('what belongs to another site does not exist', () => {
  let server: TestServer;
  let everywhere: TestClient;
  /** Of another site than the camera, its alert and its evidence. */
  let elsewhere: TestClient;
  let here: TestClient;
  let watched: WatchedCamera;
  let ours: Camera;
  let alertId: Identifier;
  let observationId: Identifier;
  let otherSite: Identifier;

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    otherSite = (await ensureSite(server.db, 'Multan')).id;
    const admin = await signInAs(server, 'administrator');
    everywhere = await signInAs(server, 'supervisor');
    watched = await addWatchedCamera(server, admin, everywhere);
    elsewhere = await signInAs(server, 'supervisor', { sites: [otherSite] });
    here = await signInAs(server, 'operator', { sites: [watched.camera.siteId] });
    ours = (
      await admin.post('/api/cameras', { name: 'Bazaar', url: 'rtsp://10.0.0.6/s', siteId: otherSite })
    ).json();
    const observation = lineCrossed(watched.origin);
    observationId = observation.id;
    const payload = { type: 'observation' as const, observation };
    await server.workerBus.publish(SUBJECTS.reports, [{ id: observation.id, payload }]);
    alertId = (await everywhere.get('/api/alerts')).json().alerts[0].id;
    const digest = await server.objects.put(Buffer.from('picture'));
    const { capturedAt } = observation;
    await insertEvidenceItems(server.db, [
      { observationId, capturedAt, kind: 'picture', digest, mediaType: 'image/jpeg', bytes: 7 },
    ]);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  const drawing = {
    kind: 'line',
    name: 'Line',
    line: [
      [0, 0],
      [1, 1],
    ],
  };

  test('lists show one’s own sites only', async () => {
    const idsOf = async (client: TestClient, url: string) =>
      ((await client.get(url)).json() as { id: string }[]).map(({ id }) => id);
    expect(await idsOf(elsewhere, '/api/cameras')).toEqual([ours.id]);
    expect(await idsOf(here, '/api/cameras')).toEqual([watched.camera.id]);
    expect(await idsOf(everywhere, '/api/cameras')).toHaveLength(2);
    expect(await idsOf(elsewhere, '/api/sites')).toEqual([otherSite]);
    const groups: { siteId: string }[] = (await elsewhere.get('/api/camera-groups')).json();
    expect(new Set(groups.map(({ siteId }) => siteId))).toEqual(new Set([otherSite]));
    expect((await elsewhere.get('/api/alerts')).json()).toMatchObject({ alerts: [], counts: { new: 0 } });
    expect((await here.get('/api/alerts')).json()).toMatchObject({ counts: { new: 1 } });
    expect((await elsewhere.get('/api/status')).json()).toMatchObject({
      cameras: { total: 1 },
      alerts: { new: 0 },
    });
  });

  test.each<[string, 'GET' | 'POST', () => string, object?]>([
    ['camera', 'GET', () => `/api/cameras/${watched.camera.id}`],
    ['picture', 'GET', () => `/api/cameras/${watched.camera.id}/picture`],
    ['live view', 'GET', () => `/api/cameras/${watched.camera.id}/live`],
    ['rule', 'POST', () => `/api/cameras/${watched.camera.id}/rules`, drawing],
    ['alert', 'GET', () => `/api/alerts/${alertId}`],
    ['review', 'POST', () => `/api/alerts/${alertId}/review`, { decision: 'confirmed' }],
    ['explanation', 'GET', () => `/api/explain/alert/${alertId}`],
    ['evidence', 'GET', () => `/api/evidence/${observationId}/picture`],
  ])('%s: 404 there, not here', async (what, method, url, body) => {
    const refused = await elsewhere.request(method, url(), body);
    expect(refused.statusCode, refused.body).toBe(404);
    const unknown = url()
      .replace(watched.camera.id, newIdentifier())
      .replace(alertId, newIdentifier())
      .replace(observationId, newIdentifier());
    const stranger = await elsewhere.request(method, unknown, body);
    expect(refused.json(), 'as if it did not exist').toEqual(stranger.json());
    if (what === 'picture' || what === 'live view') return;
    expect((await here.request(method, url(), body)).statusCode).toBeLessThan(300);
  });

  test('live updates tell of one’s own sites only', async () => {
    const url = await server.app.listen({ host: '127.0.0.1', port: 0 });
    const listen = async ({ cookie }: TestClient) => {
      const stop = new AbortController();
      const response = await fetch(`${url}/api/updates`, { headers: { cookie }, signal: stop.signal });
      const heard = { text: '' };
      const reading = (async () => {
        for await (const chunk of response.body!) heard.text += Buffer.from(chunk).toString();
      })().catch(() => {});
      return { heard, stop: () => stop.abort(), reading };
    };
    const [stranger, colleague] = [await listen(elsewhere), await listen(here)];
    const status = {
      ...{ state: 'live' as const, since: instantOf(Date.now()), error: null, framesPerSecond: 5 },
      ...{ framesDropped: 0, width: 2, height: 2, lastFrameAt: null, inferenceDenied: null },
    };
    const heartbeat: Heartbeat = {
      workerId: newIdentifier(),
      at: instantOf(Date.now()),
      liveUrl: 'http://127.0.0.1:9',
      liveToken: 'token',
      cameras: [
        { ...status, cameraId: watched.camera.id },
        { ...status, cameraId: ours.id },
      ],
      models: {},
    };
    server.workerBus.announce(SUBJECTS.heartbeat, heartbeat);
    const observation = lineCrossed(watched.origin);
    const payload = { type: 'observation' as const, observation };
    await server.workerBus.publish(SUBJECTS.reports, [{ id: observation.id, payload }]);
    await vi.waitFor(() => expect(colleague.heard.text).toContain('alert-raised'));
    await vi.waitFor(() => expect(stranger.heard.text).toContain(ours.id));
    expect(stranger.heard.text).not.toContain(watched.camera.id);
    expect(colleague.heard.text).not.toContain(ours.id);
    expect((await elsewhere.get('/api/status')).json().cameras).toMatchObject({ total: 1, live: 1 });
    for (const { stop, reading } of [stranger, colleague]) {
      stop();
      await reading;
    }
  });
});
