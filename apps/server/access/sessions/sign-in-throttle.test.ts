import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPerson, type TestPerson } from '../../testing/person.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';

describe('guessing at one account', () => {
  let server: TestServer;
  let person: TestPerson;

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    person = await createPerson(server, 'operator');
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  let address = 1;
  /** Each attempt comes from another address. */
  const attempt = (username: string, password: string) => {
    address += 1;
    return server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username, password },
      remoteAddress: `198.51.100.${address}`,
    });
  };
  const waitSeconds = (seconds: number) => {
    server.clock.aheadMs += seconds * 1000;
  };

  test.each(['known', 'unknown'])('of a name that is %s waits longer after each failure', async (which) => {
    const username = which === 'known' ? person.username : 'nobody.at.all';
    for (let n = 0; n < 6; n++)
      expect((await attempt(username, 'wrong')).json()).toMatchObject({ code: 'CREDENTIALS_WRONG' });
    for (const seconds of [1, 2, 4, 8]) {
      const early = await attempt(username, 'wrong');
      expect(early.json(), `${seconds} s`).toMatchObject({ status: 429, code: 'ACCOUNT_SLOWED_DOWN' });
      waitSeconds(seconds);
      expect((await attempt(username, 'wrong')).json()).toMatchObject({ code: 'CREDENTIALS_WRONG' });
    }
    waitSeconds(60);
  });

  test('never waits longer than a quarter of an hour, and is forgotten with the right password', async () => {
    for (let n = 0; n < 20; n++) {
      await attempt(person.username, 'wrong');
      waitSeconds(15 * 60);
    }
    const { username, password } = person;
    expect((await attempt(username, password)).statusCode).toBe(200);
    for (let n = 0; n < 5; n++)
      expect((await attempt(username, 'wrong')).json()).toMatchObject({ code: 'CREDENTIALS_WRONG' });
    expect((await attempt(username, password)).statusCode).toBe(200);
  });

  test('many at once are no way round', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt('several.at.once', 'wrong')));
    const looked = answers.filter(({ statusCode }) => statusCode === 401);
    expect(looked).toHaveLength(6);
  });

  test('does not keep its owner out who has signed in, nor is the name typed kept anywhere', async () => {
    for (let n = 0; n < 7; n++) await attempt('a.secret.name', 'wrong');
    expect((await person.client.get('/api/me')).statusCode).toBe(200);
    const rows = await server.db.selectFrom('ledger_entry').select('entry').execute();
    const text = rows.map(({ entry }) => entry).join('\n');
    expect(text).toContain('user:unknown');
    expect(text + server.log.join('\n')).not.toContain('a.secret.name');
    expect(text).not.toContain('198.51.100');
  });

  test('a wrong password in a step-up counts as well', async () => {
    const { client } = await createPerson(server, 'operator');
    const codes: string[] = [];
    for (let n = 0; n < 7; n++)
      codes.push((await client.post('/api/me/step-up', { password: 'x' })).json().code);
    expect(codes).toEqual([...Array(6).fill('PROOF_WRONG'), 'ACCOUNT_SLOWED_DOWN']);
  });
});
