import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { insertEvidenceItems } from '@amaan/store/evidence-items';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lineCrossed } from '../testing/observations.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera } from '../testing/watched-camera.ts';

/** What a citizen could be found by: none of it may reach those who run and those who audit the system. */
const PICTURE = 'bytes-of-a-face';
const NOTE = 'Known to the shopkeeper by name.';

describe.each([
  ['administrator', 'Administrators run the system and see no citizen data.'],
  ['auditor', 'Auditors read everything about the system and nothing about citizens.'],
] as const)('an %s', (role, reason) => {
  let server: TestServer;
  let client: TestClient;
  let urls: string[];

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    const supervisor = await signInAs(server, 'supervisor');
    const watched = await addWatchedCamera(server, await signInAs(server, 'administrator'), supervisor);
    client = await signInAs(server, role);
    const observation = lineCrossed(watched.origin);
    const payload = { type: 'observation' as const, observation };
    await server.workerBus.publish(SUBJECTS.reports, [{ id: observation.id, payload }]);
    const [alert] = (await supervisor.get('/api/alerts')).json().alerts;
    const digest = await server.objects.put(Buffer.from(PICTURE));
    const { id: observationId, capturedAt } = observation;
    await insertEvidenceItems(server.db, [
      { observationId, capturedAt, kind: 'picture', digest, mediaType: 'image/jpeg', bytes: PICTURE.length },
    ]);
    await supervisor.post(`/api/alerts/${alert.id}/review`, { decision: 'confirmed', note: NOTE });
    const file = await supervisor.post('/api/cases', { title: 'A case', siteId: watched.camera.siteId });
    urls = [
      '/api/alerts',
      `/api/alerts/${alert.id}`,
      `/api/evidence/${observationId}/picture`,
      `/api/cameras/${watched.camera.id}/picture`,
      `/api/cameras/${watched.camera.id}/live`,
      '/api/cases',
      `/api/cases/${file.json().id}`,
    ];
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  test('is refused everything that shows citizens, and reads why', async () => {
    for (const url of urls) {
      const refused = await client.get(url);
      expect(refused.statusCode, url).toBe(403);
      expect(refused.json(), url).toMatchObject({ code: 'ACTION_FORBIDDEN', detail: reason });
    }
  });

  test('finds neither a picture nor the words about a person in anything that they may read', async () => {
    const readable = server.app.guardedRoutes
      .filter(({ method, url }) => method === 'GET' && !/[:*]|updates|export|openapi/.test(url))
      .map(({ url }) => url);
    expect(readable.length).toBeGreaterThan(10);
    let allowed = 0;
    for (const url of readable) {
      const { statusCode, body } = await client.get(url);
      if (statusCode === 200) allowed += 1;
      expect(body, url).not.toContain(PICTURE);
      expect(body, url).not.toContain(NOTE);
    }
    expect(allowed, 'they do read the system').toBeGreaterThan(8);
  });
});
