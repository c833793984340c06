import { newIdentifier } from '@amaan/contracts/identifier';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lineCrossed } from '../testing/observations.ts';
import { createPerson } from '../testing/person.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera } from '../testing/watched-camera.ts';

const YEAR_MS = 366 * 24 * 60 * 60_000;

let db: Database;
let server: TestServer;
let officer: TestClient;
beforeAll(async () => {
  db = await createTestDatabase();
  server = await startTestServer(db);
  officer = await signInAs(server, 'governance-officer');
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await db.destroy();
});

const words = {
  title: 'A mast is loose',
  owner: null,
  severity: 'high',
  what: 'The mast moves in the wind.',
};

describe('an incident', () => {
  test('is opened from a concern, and each leads to the other', async () => {
    const raised = await officer.post('/api/concerns', {
      ...{ category: 'security', what: 'The mast at the gate moves.', anonymous: true },
    });
    expect(raised.statusCode, raised.body).toBe(201);
    const [concern] = (await officer.get('/api/concerns')).json();
    const opened = await officer.post(`/api/concerns/${concern.id}/incidents`, words);
    expect(opened.statusCode, opened.body).toBe(201);
    const incident = opened.json();
    expect(incident.body).toMatchObject({ source: 'concern', records: [concern.id], severity: 'high' });
    const related = async (path: string) =>
      (await officer.get(path)).json().related.map(({ id }: { id: string }) => id);
    expect(await related(`/api/concerns/${concern.id}`)).toEqual([incident.id]);
    expect(await related(`/api/incidents/${incident.id}`)).toEqual([concern.id]);
    const revised = await officer.request('PUT', `/api/incidents/${incident.id}`, {
      ...{ seen: 1, title: words.title, owner: null, reviewAt: null },
      body: {
        ...{ severity: 'low', what: 'It is tight again.', cameraGroupId: null },
        detectedAt: incident.body.detectedAt,
      },
    });
    expect(revised.json().body).toMatchObject({ source: 'concern', records: [concern.id], severity: 'low' });
    const unknown = await officer.post(`/api/concerns/${incident.id}/incidents`, words);
    expect(unknown.json().code).toBe('CONCERN_NOT_FOUND');
  });

  test('is opened from an alert with its system and group, and not from one that is not there', async () => {
    const watched = await addWatchedCamera(server, await signInAs(server, 'administrator'));
    await server.workerBus.publish(SUBJECTS.reports, [
      { id: newIdentifier(), payload: { type: 'observation', observation: lineCrossed(watched.origin) } },
    ]);
    const { id } = await db.selectFrom('alert').select('id').executeTakeFirstOrThrow();
    const opened = await officer.post(`/api/alerts/${id}/incidents`, words);
    expect(opened.statusCode, opened.body).toBe(201);
    expect(opened.json()).toMatchObject({
      system: 'smart-vision',
      body: { source: 'alert', cameraGroupId: watched.camera.groupId, facts: { alertId: id } },
    });
    expect((await officer.post(`/api/alerts/${newIdentifier()}/incidents`, words)).statusCode).toBe(404);
  });
});

test('the programme of a year is read over HTTP', async () => {
  const auditor = await signInAs(server, 'auditor');
  const planned = await auditor.post('/api/audits', {
    ...{ system: null, title: 'Smart Vision', owner: null, reviewAt: null },
    body: {
      ...{ scope: 'Its reviews', systems: ['smart-vision'], controls: ['iso-42001:A.6.2.6'] },
      plannedAt: '2030-01-01T00:00:00.000Z',
    },
  });
  expect(planned.statusCode, planned.body).toBe(201);
  const programme = (await auditor.get('/api/audits/programme?year=2030')).json();
  expect(programme.audits).toMatchObject([{ id: planned.json().id, overdue: false }]);
  expect(programme.systems).toContainEqual({ id: 'smart-vision', planned: 1, reported: 0 });
});

test('who signs in with a training that ran out is told so and sees no alerts until it is recorded', async () => {
  const { username, password } = await createPerson(server, 'operator');
  const record = async (passedAt: string) => {
    for (const course of courses) {
      const done = await officer.post('/api/training', { person: username, course, passedAt });
      expect(done.statusCode, done.body).toBe(201);
    }
  };
  const { people } = (await officer.get('/api/training')).json();
  const courses: string[] = people
    .find(({ person }: { person: string }) => person === username)
    .gaps.map(({ course }: { course: string }) => course);
  expect(courses.length).toBeGreaterThan(0);
  await record(new Date(Date.now() - 3 * YEAR_MS).toISOString());
  const client = new TestClient(server.app);
  const signedIn = await client.post('/api/auth/sign-in/username', { username, password });
  expect(signedIn.statusCode, signedIn.body).toBe(200);
  const me = (await client.get('/api/me')).json();
  expect(me.trainingGaps).toHaveLength(courses.length);
  expect(me.actions).not.toContain('alert.read');
  const refused = await client.get('/api/alerts?state=new&limit=10');
  expect(refused.statusCode).toBe(403);
  expect(refused.json().detail).toMatch(/training/i);
  await record(new Date().toISOString());
  expect((await client.get('/api/alerts?state=new&limit=10')).statusCode).toBe(200);
});
