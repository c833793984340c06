import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPassword, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { TestClient } from '../testing/test-client.ts';

describe('proving again who one is', () => {
  let server: TestServer;
  let username: string;
  const password = newPassword();
  const newUser = () => ({ name: 'Somebody', username: `u${Math.random().toString(36).slice(2, 10)}` });

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    const created = await server.services.users.prepareFirstAdministrator();
    ({ username } = created!.user);
    const client = new TestClient(server.app);
    await client.post('/api/auth/sign-in/username', { username, password: created!.oneTimePassword });
    await client.post('/api/me/password', {
      currentPassword: created!.oneTimePassword,
      newPassword: password,
    });
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  async function signIn(): Promise<TestClient> {
    const client = new TestClient(server.app);
    const answer = await client.post('/api/auth/sign-in/username', { username, password });
    expect(answer.json()).toMatchObject({ secondFactor: false, steppedUpAt: null });
    return client;
  }

  test('a password alone opens no sensitive action, but says which ones there are', async () => {
    const client = await signIn();
    expect((await client.get('/api/me')).json().actions).toContain('user.create');
    const refused = await client.post('/api/users', newUser());
    expect(refused.json()).toMatchObject({ status: 403, code: 'STEP_UP_REQUIRED' });
  });

  test('opens them to this session and to no other', async () => {
    const [client, other] = [await signIn(), await signIn()];
    const wrong = await client.post('/api/me/step-up', { password: 'wrong' });
    expect(wrong.json()).toMatchObject({ status: 403, code: 'PROOF_WRONG' });
    expect((await client.post('/api/users', newUser())).statusCode).toBe(403);
    const proven = await client.post('/api/me/step-up', { password });
    expect(proven.json()).toMatchObject({ steppedUpAt: expect.any(String) });
    expect((await client.post('/api/users', newUser())).statusCode).toBe(201);
    expect((await other.post('/api/users', newUser())).json()).toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });

  test('lasts ten minutes', async () => {
    const client = await signIn();
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    await server.db
      .updateTable('session')
      .set({ steppedUpAt: minutesAgo(9) })
      .execute();
    expect((await client.post('/api/users', newUser())).statusCode).toBe(201);
    await server.db
      .updateTable('session')
      .set({ steppedUpAt: minutesAgo(11) })
      .execute();
    expect((await client.post('/api/users', newUser())).json()).toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });

  test('is in the ledger, right or wrong, without what was typed', async () => {
    const rows = await server.db.selectFrom('ledger_entry').select('entry').execute();
    const entries = rows.map(({ entry }) => JSON.parse(entry));
    expect(entries).toContainEqual(
      expect.objectContaining({
        kind: 'session.stepped-up',
        data: { session: expect.any(String), method: 'password' },
      }),
    );
    expect(entries).toContainEqual(
      expect.objectContaining({
        kind: 'session.refused',
        actor: 'system:server',
        data: { proof: 'step-up' },
      }),
    );
    expect(JSON.stringify(entries)).not.toContain(password);
  });
});
