import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPerson, ledgerOf, type TestPerson } from '../../testing/person.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { TestClient } from '../../testing/test-client.ts';
import { describeUserAgent } from './describe-user-agent.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0';

describe('sessions', () => {
  let server: TestServer;
  let person: TestPerson;
  let url: string;

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    person = await createPerson(server, 'operator');
    url = await server.app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  const signIn = async ({ username, password } = person) => {
    const client = new TestClient(server.app);
    const agent = { 'user-agent': FIREFOX };
    const answer = await client.post('/api/auth/sign-in/username', { username, password }, agent);
    expect(answer.statusCode, answer.body).toBe(200);
    const sessions = (await client.get('/api/me/sessions')).json();
    const { id } = sessions.find(({ current }: { current: boolean }) => current);
    return { client, id: id as string, sessions };
  };

  /** The updates that a console listens to, and their end. */
  const listen = async ({ cookie }: TestClient) => {
    const response = await fetch(`${url}/api/updates`, { headers: { cookie } });
    expect(response.status).toBe(200);
    const reader = response.body!.getReader();
    await reader.read();
    const readOn = async () => {
      while (!(await reader.read()).done);
    };
    return { ended: readOn() };
  };

  test('are listed to their owner, in words and without secrets', async () => {
    const { sessions, id } = await signIn();
    expect(sessions).toHaveLength(2);
    expect(sessions[0]).toEqual({
      id,
      createdAt: expect.any(String),
      lastSeenAt: expect.any(String),
      method: 'password',
      browser: 'Firefox',
      system: 'Linux',
      current: true,
    });
    expect(sessions[1]).toMatchObject({ current: false });
  });

  test('note when they were used, to the minute', async () => {
    const { client, id } = await signIn();
    const lastSeen = async () =>
      (
        await server.db
          .selectFrom('session')
          .select('lastSeenAt')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).lastSeenAt;
    const before = await lastSeen();
    await client.get('/api/me');
    expect(await lastSeen()).toBe(before);
    server.clock.aheadMs += 61_000;
    await client.get('/api/me');
    expect(Date.parse(await lastSeen())).toBeGreaterThan(Date.parse(before) + 60_000);
  });

  test('end at once when their owner ends one of them, and so does what hangs on it', async () => {
    const [mine, stolen] = [await signIn(), await signIn()];
    const updates = await listen(stolen.client);
    expect((await mine.client.request('DELETE', `/api/me/sessions/${stolen.id}`)).statusCode).toBe(204);
    expect((await stolen.client.get('/api/me')).statusCode).toBe(401);
    await updates.ended;
    expect((await mine.client.get('/api/me')).statusCode).toBe(200);
    const again = await mine.client.request('DELETE', `/api/me/sessions/${stolen.id}`);
    expect(again.json()).toMatchObject({ status: 404, code: 'SESSION_NOT_FOUND' });
  });

  test('are nobody else’s to end', async () => {
    const other = await createPerson(server, 'operator');
    const mine = await signIn();
    const refused = await other.client.request('DELETE', `/api/me/sessions/${mine.id}`);
    expect(refused.json()).toMatchObject({ status: 404 });
    expect((await mine.client.get('/api/me')).statusCode).toBe(200);
  });

  test('end everywhere else when their owner says so', async () => {
    const [mine, other] = [await signIn(), await signIn()];
    const ended = await mine.client.request('DELETE', '/api/me/sessions');
    expect(ended.json().ended).toBeGreaterThanOrEqual(1);
    expect((await other.client.get('/api/me')).statusCode).toBe(401);
    expect((await mine.client.get('/api/me/sessions')).json()).toHaveLength(1);
    expect((await ledgerOf(server, person.id)).at(-1)).toMatchObject({
      kind: 'session.ended',
      data: { reason: 'revoked' },
    });
  });

  test('end when an administrator signs a person out everywhere', async () => {
    const victim = await createPerson(server, 'operator');
    const administrator = await createPerson(server, 'administrator');
    const updates = await listen(victim.client);
    const path = `/api/users/${victim.id}/sessions`;
    expect((await administrator.client.request('DELETE', path)).json()).toEqual({ ended: 1 });
    await updates.ended;
    expect((await victim.client.get('/api/me')).statusCode).toBe(401);
  });

  test('of a shut account are over with the next request, and their connections with the next check', async () => {
    const { client, id } = await createPerson(server, 'operator');
    const updates = await listen(client);
    await server.db
      .updateTable('user')
      .set({ disabledAt: new Date().toISOString() })
      .where('id', '=', id)
      .execute();
    expect((await client.get('/api/me')).statusCode).toBe(401);
    await server.services.connections.check();
    await updates.ended;
  });
});

describe('a user agent in words', () => {
  test.each([
    [FIREFOX, 'Firefox', 'Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
      'Edge',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15',
      'Safari',
      'macOS',
    ],
    ['something else', null, null],
    ['', null, null],
  ])('%s', (userAgent, browser, system) => {
    expect(describeUserAgent(userAgent)).toEqual({ browser, system });
  });
});
