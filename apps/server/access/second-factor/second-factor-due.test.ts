import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuthenticatorApp } from '../../testing/authenticator-app.ts';
import { createPerson } from '../../testing/person.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';

describe('a deployment that wants a second factor from privileged roles', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase(), { requireSecondFactor: true });
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  test('lets an administrator do nothing but set one up', async () => {
    const { client } = await createPerson(server, 'administrator');
    expect((await client.get('/api/me')).json()).toMatchObject({
      secondFactorDue: true,
      actions: expect.not.arrayContaining(['user.create', 'camera.create']),
    });
    const refused = await client.get('/api/users');
    expect(refused.json()).toMatchObject({ status: 403, code: 'SECOND_FACTOR_DUE' });

    const app = new AuthenticatorApp((await client.post('/api/me/totp')).json().secret);
    await client.post('/api/me/totp/confirm', { code: app.code(Date.now()) });
    expect((await client.get('/api/users')).statusCode).toBe(200);
    expect((await client.get('/api/me')).json()).toMatchObject({ secondFactorDue: false });
  });

  test('wants none from an operator', async () => {
    const { client } = await createPerson(server, 'operator');
    expect((await client.get('/api/me')).json()).toMatchObject({ secondFactorDue: false });
    expect((await client.get('/api/cameras')).statusCode).toBe(200);
  });
});
