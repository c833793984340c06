import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuthenticatorApp } from '../../testing/authenticator-app.ts';
import { createPerson, ledgerOf, type TestPerson } from '../../testing/person.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { TestClient } from '../../testing/test-client.ts';

const STEP_MS = 30_000;

describe('an authenticator app as the second factor', () => {
  let server: TestServer;
  let person: TestPerson;
  let app: AuthenticatorApp;
  let recoveryCodes: string[];

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    person = await createPerson(server, 'administrator');
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  const now = () => Date.now() + server.clock.aheadMs;
  const code = () => app.code(now());
  /** The next code is another one. */
  const nextStep = () => {
    server.clock.aheadMs += STEP_MS;
  };
  const signIn = async () => {
    const client = new TestClient(server.app);
    const { username, password } = person;
    return { client, answer: await client.post('/api/auth/sign-in/username', { username, password }) };
  };
  const secondStep = (client: TestClient, challenge: string, proof: object) =>
    client.post('/api/auth/sign-in/second-factor', { challenge, proof });

  test('counts only once a code has been shown for it', async () => {
    const { client } = person;
    const enrolment = (await client.post('/api/me/totp')).json();
    expect(enrolment.uri).toContain(`secret=${enrolment.secret}`);
    app = new AuthenticatorApp(enrolment.secret);
    expect((await client.get('/api/me')).json()).toMatchObject({ secondFactor: false });
    const { answer } = await signIn();
    expect(answer.statusCode).toBe(200);

    const wrong = await client.post('/api/me/totp/confirm', { code: app.code(0) });
    expect(wrong.json()).toMatchObject({ status: 422, code: 'CODE_WRONG' });
    const confirmed = await client.post('/api/me/totp/confirm', { code: code() });
    recoveryCodes = confirmed.json().codes;
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await client.get('/api/me')).json()).toMatchObject({ secondFactor: true });
    expect((await client.get('/api/me/second-factor')).json()).toMatchObject({
      totp: { since: expect.any(String) },
      recoveryCodesLeft: 10,
    });
    expect((await client.post('/api/me/totp')).json()).toMatchObject({ code: 'TOTP_ENABLED' });
  });

  test('is asked for after the password, and there is no session before it', async () => {
    nextStep();
    const { client, answer } = await signIn();
    expect(answer.statusCode).toBe(202);
    expect(answer.headers['set-cookie']).toBeUndefined();
    const { challenge, methods } = answer.json();
    expect(methods).toEqual(['totp', 'recovery-code']);
    expect((await client.get('/api/me')).statusCode).toBe(401);

    const wrong = await secondStep(client, challenge, { code: '000000' });
    expect(wrong.json()).toMatchObject({ status: 401, code: 'SECOND_FACTOR_WRONG' });
    const right = await secondStep(client, challenge, { code: `${code().slice(0, 3)} ${code().slice(3)}` });
    expect(right.json()).toMatchObject({ secondFactor: true, steppedUpAt: expect.any(String) });
    expect((await client.get('/api/me')).statusCode).toBe(200);

    const again = await secondStep(new TestClient(server.app), challenge, { code: code() });
    expect(again.json(), 'a challenge is answered once').toMatchObject({ code: 'CHALLENGE_EXPIRED' });
  });

  test('does not accept a code twice', async () => {
    const { client, answer } = await signIn();
    const used = await secondStep(client, answer.json().challenge, { code: code() });
    expect(used.json()).toMatchObject({ status: 401, code: 'SECOND_FACTOR_WRONG' });
  });

  test('waits five minutes and no longer', async () => {
    const { client, answer } = await signIn();
    server.clock.aheadMs += 5 * 60_000;
    const late = await secondStep(client, answer.json().challenge, { code: code() });
    expect(late.json()).toMatchObject({ status: 401, code: 'CHALLENGE_EXPIRED' });
  });

  test('is replaced by each recovery code once', async () => {
    const [recoveryCode] = recoveryCodes;
    for (const [typed, status] of [
      [recoveryCode!.toUpperCase().replaceAll('-', ' '), 200],
      [recoveryCode!, 401],
    ] as const) {
      const { client, answer } = await signIn();
      const entered = await secondStep(client, answer.json().challenge, { recoveryCode: typed });
      expect(entered.statusCode, entered.body).toBe(status);
    }
    const { recoveryCodesLeft } = (await person.client.get('/api/me/second-factor')).json();
    expect(recoveryCodesLeft).toBe(9);
  });

  test('is what a sensitive action asks for; the password is not enough any more', async () => {
    const { client } = person;
    await server.db.updateTable('session').set({ steppedUpAt: null }).execute();
    expect((await client.request('DELETE', '/api/me/totp')).json()).toMatchObject({
      code: 'STEP_UP_REQUIRED',
    });
    const password = await client.post('/api/me/step-up', { password: person.password });
    expect(password.json()).toMatchObject({ status: 422, code: 'SECOND_FACTOR_NEEDED' });
    nextStep();
    const proven = await client.post('/api/me/step-up', { code: code() });
    expect(proven.json()).toMatchObject({ steppedUpAt: expect.any(String) });
  });

  test('gets new recovery codes, and the old ones are worthless', async () => {
    await server.db.updateTable('session').set({ steppedUpAt: new Date().toISOString() }).execute();
    const renewed = (await person.client.post('/api/me/recovery-codes')).json().codes;
    expect(renewed).toHaveLength(10);
    const { client, answer } = await signIn();
    const entered = await secondStep(client, answer.json().challenge, { recoveryCode: recoveryCodes[5] });
    expect(entered.statusCode).toBe(401);
  });

  test('is stored where nobody can use it, and recorded without being told', async () => {
    const stored = await server.db.selectFrom('totp_secret').selectAll().executeTakeFirstOrThrow();
    const sealed = Buffer.from(stored.sealed);
    expect(sealed.includes(Buffer.from(app.secret))).toBe(false);
    expect(sealed.includes(Buffer.from(app.secret).toString('base64'))).toBe(false);
    const entries = await ledgerOf(server, person.id);
    expect(entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'second-factor.totp-begun',
        'second-factor.totp-enabled',
        'second-factor.recovery-codes-made',
        'second-factor.recovery-code-used',
        'session.opened',
        'session.refused',
        'session.stepped-up',
      ]),
    );
    const text = JSON.stringify(entries) + server.log.join();
    for (const word of [...recoveryCodes, person.password]) expect(text).not.toContain(word);
  });

  test('is taken off by an administrator when its owner has lost it, which ends their sessions', async () => {
    const administrator = await createPerson(server, 'administrator');
    const url = `/api/users/${person.id}/second-factor`;
    expect((await administrator.client.request('DELETE', url)).statusCode).toBe(204);
    expect((await person.client.get('/api/me')).statusCode).toBe(401);
    const { answer } = await signIn();
    expect(answer.json()).toMatchObject({ secondFactor: false });
    const nobody = await administrator.client.request('DELETE', '/api/users/nobody/second-factor');
    expect(nobody.json()).toMatchObject({ status: 404, code: 'USER_NOT_FOUND' });
  });
});
