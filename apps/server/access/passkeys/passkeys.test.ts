import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPerson, type TestPerson } from '../../testing/person.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { TestClient } from '../../testing/test-client.ts';

const HERE = { host: 'localhost:8080', origin: 'http://localhost:8080' };

/** What a browser would send, signed by nobody. */
const forged = (challenge: string) => {
  const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    id: 'AAAA',
    rawId: 'AAAA',
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: text({ type: 'webauthn.get', challenge, origin: HERE.origin }),
      authenticatorData: 'AAAA',
      signature: 'AAAA',
    },
  };
};

/** What a real authenticator does with them is tested in apps/console/e2e/proving-identity.test.ts. */
describe('passkeys over HTTP', () => {
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

  const stranger = () => new TestClient(server.app);
  const challenge = async () =>
    (await stranger().post('/api/auth/sign-in/passkey/options', undefined, HERE)).json().challenge as string;
  const signIn = (body: object) => stranger().post('/api/auth/sign-in/passkey', body, HERE);

  test('are not offered under a name that anybody may claim', async () => {
    const refused = await stranger().post('/api/auth/sign-in/passkey/options');
    expect(refused.json()).toMatchObject({ status: 409, code: 'PASSKEYS_UNAVAILABLE' });
    const state = (await person.client.get('/api/me/second-factor')).json();
    expect(state).toMatchObject({ passkeyObstacle: 'name-not-set' });
  });

  test('want the person verified, and tell nothing of who has one', async () => {
    const options = await stranger().post('/api/auth/sign-in/passkey/options', undefined, HERE);
    expect(options.json()).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(options.json().allowCredentials ?? []).toEqual([]);
    const making = await person.client.post('/api/me/passkeys/options', undefined, HERE);
    expect(making.json()).toMatchObject({
      rp: { id: 'localhost' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  });

  test('that nobody registered open nothing, and the refusal is recorded', async () => {
    expect((await signIn(forged(await challenge()))).json()).toMatchObject({
      status: 401,
      code: 'PASSKEY_REFUSED',
    });
    const entries = await server.db.selectFrom('ledger_entry').select('entry').execute();
    expect(entries.map(({ entry }) => JSON.parse(entry))).toContainEqual(
      expect.objectContaining({
        kind: 'session.refused',
        subject: 'user:unknown',
        data: { proof: 'passkey' },
      }),
    );
  });

  test('answer a challenge once, within five minutes, and none that was made for something else', async () => {
    const once = await challenge();
    await signIn(forged(once));
    expect((await signIn(forged(once))).json()).toMatchObject({ code: 'CHALLENGE_EXPIRED' });

    const late = await challenge();
    server.clock.aheadMs += 5 * 60_000;
    expect((await signIn(forged(late))).json()).toMatchObject({ code: 'CHALLENGE_EXPIRED' });

    const stepUp = await person.client.post('/api/me/step-up/passkey', undefined, HERE);
    const moved = await signIn(forged(stepUp.json().challenge));
    expect(moved.json()).toMatchObject({ code: 'CHALLENGE_EXPIRED' });
    expect((await signIn(forged('never-issued'))).json()).toMatchObject({ code: 'CHALLENGE_EXPIRED' });
  });

  test('are refused in words when they are no client data at all', async () => {
    const nonsense = forged('x');
    nonsense.response.clientDataJSON = 'AAAA';
    expect((await signIn(nonsense)).json()).toMatchObject({ status: 422, code: 'PASSKEY_INVALID' });
  });
});
