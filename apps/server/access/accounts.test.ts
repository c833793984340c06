import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPassword, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { TestClient } from '../testing/test-client.ts';

describe('accounts', () => {
  let server: TestServer;
  let oneTime: { username: string; password: string };
  const password = newPassword();

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    const created = await server.services.users.prepareFirstAdministrator();
    oneTime = { username: created!.user.username, password: created!.oneTimePassword };
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await server.db.destroy();
  });

  test('the first administrator’s password is another one until it was used', async () => {
    const again = await server.services.users.prepareFirstAdministrator();
    expect(again!.oneTimePassword).not.toBe(oneTime.password);
    const old = await new TestClient(server.app).post('/api/auth/sign-in/username', oneTime);
    expect(old.json()).toMatchObject({ status: 401, code: 'CREDENTIALS_WRONG' });
    oneTime = { username: again!.user.username, password: again!.oneTimePassword };
  });

  test('a one-time password lets in, and opens nothing but its change', async () => {
    const client = new TestClient(server.app);
    const signedIn = await client.post('/api/auth/sign-in/username', oneTime);
    expect(signedIn.statusCode, signedIn.body).toBe(200);
    expect(signedIn.json()).toMatchObject({
      username: 'admin',
      role: 'administrator',
      mustChangePassword: true,
      actions: ['self.read', 'self.change-password', 'self.sign-out'],
    });
    expect(signedIn.headers['set-cookie']).toMatch(/^amaan\.session_token=.*HttpOnly.*SameSite=Lax/);

    expect((await client.get('/api/cameras')).json()).toMatchObject({
      status: 403,
      code: 'PASSWORD_CHANGE_REQUIRED',
    });
    const wrong = { currentPassword: 'wrong', newPassword: password };
    expect((await client.post('/api/me/password', wrong)).json()).toMatchObject({ code: 'PASSWORD_WRONG' });
    const short = { currentPassword: oneTime.password, newPassword: 'short' };
    expect((await client.post('/api/me/password', short)).json()).toMatchObject({ code: 'REQUEST_INVALID' });
    const same = { currentPassword: oneTime.password, newPassword: oneTime.password };
    expect((await client.post('/api/me/password', same)).json()).toMatchObject({
      code: 'PASSWORD_UNCHANGED',
    });

    const stolen = new TestClient(server.app);
    await stolen.post('/api/auth/sign-in/username', oneTime);
    const changed = await client.post('/api/me/password', {
      currentPassword: oneTime.password,
      newPassword: password,
    });
    expect(changed.json()).toMatchObject({ mustChangePassword: false });
    expect((await client.get('/api/cameras')).json()).toEqual([]);
    expect(await server.services.users.prepareFirstAdministrator()).toBeNull();

    const sessions = await server.db.selectFrom('session').select('id').execute();
    expect(sessions, 'every other session has ended').toHaveLength(1);
  });

  test('a session that has ended in the database is over with the next request', async () => {
    const client = new TestClient(server.app);
    await client.post('/api/auth/sign-in/username', { username: 'admin', password });
    expect((await client.get('/api/me')).statusCode).toBe(200);
    await server.db.updateTable('session').set({ expiresAt: '2020-01-01T00:00:00.000Z' }).execute();
    expect((await client.get('/api/me')).json()).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' });
  });

  test('signing out ends the session', async () => {
    const client = new TestClient(server.app);
    await client.post('/api/auth/sign-in/username', { username: 'admin', password });
    const before = client.cookie;
    expect((await client.post('/api/auth/sign-out')).statusCode).toBe(204);
    expect((await client.get('/api/me')).statusCode).toBe(401);
    const token = before.split('; ').find((cookie) => cookie.startsWith('amaan.session_token'))!;
    expect((await new TestClient(server.app).get('/api/me', { cookie: token })).statusCode).toBe(401);
  });

  test('an administrator creates operators, whose passwords are shown once', async () => {
    const admin = new TestClient(server.app);
    await admin.post('/api/auth/sign-in/username', { username: 'admin', password });
    const input = { name: 'Ayesha', username: 'Ayesha.K' };
    expect((await admin.post('/api/users', input)).json()).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect((await admin.post('/api/me/step-up', { password })).statusCode).toBe(200);
    const created = await admin.post('/api/users', input);
    expect(created.statusCode, created.body).toBe(201);
    const { user, oneTimePassword } = created.json();
    expect(user).toMatchObject({ username: 'ayesha.k', role: 'operator', mustChangePassword: true });
    expect((await admin.post('/api/users', input)).json()).toMatchObject({ code: 'USERNAME_TAKEN' });

    const operator = new TestClient(server.app);
    await operator.post('/api/auth/sign-in/username', { username: 'ayesha.k', password: oneTimePassword });
    const changed = await operator.post('/api/me/password', {
      currentPassword: oneTimePassword,
      newPassword: newPassword(),
    });
    expect(changed.statusCode, changed.body).toBe(200);
    expect((await operator.get('/api/cameras')).statusCode).toBe(200);
    expect((await operator.get('/api/users')).json()).toMatchObject({
      status: 403,
      code: 'ACTION_FORBIDDEN',
    });
  });

  test('no password and no hash is ever logged or in the ledger', async () => {
    const entries = await server.db.selectFrom('ledger_entry').select('entry').execute();
    const text = [...server.log, ...entries.map(({ entry }) => entry)].join('\n');
    expect(text).toContain('user.password-changed');
    for (const secret of [password, oneTime.password, '$argon2']) expect(text).not.toContain(secret);
  });
});
