import type { Database } from '@amaan/store/open-database';
import { ensureDefaultSite } from '@amaan/store/sites';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPerson } from '../testing/person.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { TestClient } from '../testing/test-client.ts';

let db: Database;
let server: TestServer;
let administrator: TestClient;
beforeAll(async () => {
  db = await createTestDatabase();
  server = await startTestServer(db);
  administrator = await signInAs(server, 'administrator');
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await db.destroy();
});

const entriesOf = async (subject: string) => {
  const rows = await db.selectFrom('ledger_entry').select('entry').orderBy('index').execute();
  return rows.map(({ entry }) => JSON.parse(entry)).filter((entry) => entry.subject === subject);
};

describe('sites', () => {
  test('are added with a group for their cameras, and renamed, each with its ledger entry', async () => {
    const added = await administrator.post('/api/sites', { name: ' Multan ' });
    expect(added.statusCode, added.body).toBe(201);
    const { id } = added.json();
    expect(added.json()).toEqual({ id, name: 'Multan' });
    const groups = (await administrator.get('/api/camera-groups')).json();
    expect(groups.filter(({ siteId }: { siteId: string }) => siteId === id)).toHaveLength(1);
    const renamed = await administrator.request('PATCH', `/api/sites/${id}`, { name: 'Multan city' });
    expect(renamed.json()).toEqual({ id, name: 'Multan city' });
    expect((await administrator.get('/api/sites')).json()).toContainEqual({ id, name: 'Multan city' });
    expect((await entriesOf(`site:${id}`)).map(({ kind, data }) => [kind, data])).toEqual([
      ['site.created', { name: 'Multan' }],
      ['site.renamed', { name: 'Multan city', before: 'Multan' }],
    ]);
  });

  test('have one name each, whatever its letters, and a refused change leaves no entry', async () => {
    const { id } = (await administrator.post('/api/sites', { name: 'Lahore' })).json();
    const again = await administrator.post('/api/sites', { name: 'LAHORE' });
    expect([again.statusCode, again.json().code]).toEqual([409, 'SITE_EXISTS']);
    const taken = await administrator.request('PATCH', `/api/sites/${id}`, { name: 'control room' });
    expect(taken.json().code).toBe('SITE_EXISTS');
    expect(await entriesOf(`site:${id}`)).toHaveLength(1);
    const nowhere = '01900000-0000-7000-8000-000000000000';
    const unknown = await administrator.request('PATCH', `/api/sites/${nowhere}`, { name: 'Quetta' });
    expect(unknown.json().code).toBe('SITE_NOT_FOUND');
    const officer = await signInAs(server, 'governance-officer');
    expect((await officer.post('/api/sites', { name: 'Quetta' })).statusCode).toBe(403);
  });

  test('a renamed first site stays the default one after a restart', async () => {
    const first = await ensureDefaultSite(db, 'Control room');
    await administrator.request('PATCH', `/api/sites/${first.id}`, { name: 'Headquarters' });
    expect(await ensureDefaultSite(db, 'Control room')).toEqual({ id: first.id, name: 'Headquarters' });
  });
});

test('an administrator sees where a person is signed in and ends one of the sessions', async () => {
  const { id, username, password, client } = await createPerson(server, 'operator');
  const other = new TestClient(server.app);
  await other.post('/api/auth/sign-in/username', { username, password });
  const own = (await other.get('/api/me/sessions')).json();
  const { id: session } = own.find(({ current }: { current: boolean }) => current);
  const listed = (await administrator.get(`/api/users/${id}/sessions`)).json();
  expect(listed.map((one: { id: string }) => one.id).sort()).toEqual(
    own.map((one: { id: string }) => one.id).sort(),
  );
  expect(listed.some(({ current }: { current: boolean }) => current)).toBe(false);
  const ended = await administrator.request('DELETE', `/api/users/${id}/sessions/${session}`);
  expect(ended.statusCode, ended.body).toBe(204);
  expect((await other.get('/api/me')).statusCode).toBe(401);
  expect((await client.get('/api/me')).statusCode).toBe(200);
  expect((await entriesOf(`user:${id}`)).at(-1)).toMatchObject({
    kind: 'session.ended',
    data: { session, reason: 'revoked' },
  });
  const again = await administrator.request('DELETE', `/api/users/${id}/sessions/${session}`);
  expect(again.json().code).toBe('SESSION_NOT_FOUND');
  expect((await client.get(`/api/users/${id}/sessions`)).statusCode).toBe(403);
});
