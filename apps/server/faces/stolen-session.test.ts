import type { Role } from '@amaan/contracts/api/me';
import { newIdentifier } from '@amaan/contracts/identifier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide, type Principal } from '../access/decide.ts';
import { FaceOffice } from '../testing/face-office.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { TestClient } from '../testing/test-client.ts';

// Somebody has the cookie of a session whose role is too low: nothing about faces opens, and it is on record.

interface FaceRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly action: Parameters<typeof decide>[1];
}

describe('a stolen session', () => {
  let office: FaceOffice;
  let routes: FaceRoute[];
  beforeAll(async () => {
    office = await FaceOffice.open();
    routes = office.server.app.guardedRoutes
      .filter(({ url, method }) => /^\/api\/(watchlists|face-)/.test(url) && method !== 'HEAD')
      .map(({ method, url, action }) => ({
        ...{ method: method as FaceRoute['method'], action },
        url: url.replace(':picture', 'crop').replaceAll(/:\w+/g, newIdentifier()),
      }));
    expect(routes.length).toBeGreaterThan(25);
  });
  afterAll(() => office?.[Symbol.asyncDispose]());

  const principal = (role: Role): Principal => ({
    ...{ id: 'u', name: 'U', username: 'u', role, person: 'u', sites: 'all', secondFactor: true },
    ...{ mustChangePassword: false, steppedUpAt: new Date().toISOString() },
  });
  /** Routes that no purpose, proof or case opens for a role. */
  const forbidden = (role: Role) =>
    routes.filter(({ action }) => {
      const decision = decide(principal(role), action);
      return !decision.allowed && decision.code === 'ACTION_FORBIDDEN';
    });
  /** Another machine, with what was in the cookie store of the first. */
  const thief = (cookie: string) => ({
    send: ({ method, url }: FaceRoute) =>
      new TestClient(office.server.app, '10.9.9.9').request(
        method,
        url,
        ['POST', 'PUT'].includes(method) ? {} : undefined,
        { cookie },
      ),
  });
  async function onRecord(actor: string): Promise<string[]> {
    const rows = await office.server.db
      .selectFrom('ledger_entry')
      .select('entry')
      .where('kind', '=', 'access.refused')
      .orderBy('index')
      .execute();
    const entries = rows.map(({ entry }) => JSON.parse(entry));
    return entries.filter((entry) => entry.actor === actor).map(({ subject }) => subject);
  }
  const idOf = async (client: TestClient): Promise<string> => (await client.get('/api/me')).json().id;
  const actionsOf = (list: readonly FaceRoute[]) => [
    ...new Set(list.map(({ action }) => `action:${action}`)),
  ];

  test.each(['operator', 'analyst', 'traffic-reviewer', 'administrator'] as const)(
    'of %s opens no route about faces that the role has not, and each is on record once',
    async (role) => {
      const client = await signInAs(office.server, role);
      const actor = `user:${await idOf(client)}`;
      const { send } = thief(client.cookie);
      const closed = forbidden(role);
      expect(closed.length).toBeGreaterThan(20);
      for (const _ of [1, 2])
        for (const route of closed)
          expect((await send(route)).json(), `${route.method} ${route.url}`).toMatchObject({
            status: 403,
            code: 'ACTION_FORBIDDEN',
          });
      expect((await onRecord(actor)).toSorted()).toEqual(actionsOf(closed).toSorted());
    },
  );

  test('of a supervisor who is demoted opens nothing from then on, also while the session lives', async () => {
    const client = await signInAs(office.server, 'supervisor');
    const id = await idOf(client);
    const { send } = thief(client.cookie);
    const lists = routes.find(({ url, method }) => url === '/api/watchlists' && method === 'GET')!;
    expect((await send(lists)).statusCode).toBe(200);
    // As if the session had outlived the change of the role, which ends it otherwise.
    await office.server.db.updateTable('user').set({ role: 'operator' }).where('id', '=', id).execute();
    const closed = forbidden('operator');
    for (const route of closed) expect((await send(route)).statusCode, route.url).toBe(403);
    expect((await onRecord(`user:${id}`)).toSorted()).toEqual(actionsOf(closed).toSorted());
  });

  test('ends with the change of the role or the end of the account', async () => {
    for (const change of [{ role: 'operator' }, { disabled: true }]) {
      const client = await signInAs(office.server, 'supervisor');
      const { cookie } = client;
      const url = `/api/users/${await idOf(client)}`;
      const changed = await office.administrator.request('PATCH', url, change);
      expect(changed.statusCode, changed.body).toBe(200);
      for (const route of routes)
        expect((await thief(cookie).send(route)).statusCode, `${route.method} ${route.url}`).toBe(401);
    }
  });

  test('is no way to what is asked of everybody first, which is no offence and is not recorded', async () => {
    const client = await signInAs(office.server, 'investigator');
    const refused = await thief(client.cookie).send({
      ...{ method: 'GET', url: '/api/watchlists', action: 'watchlist.read' },
    });
    expect(refused.json()).toMatchObject({ code: 'PURPOSE_REQUIRED' });
    expect(await onRecord(`user:${await idOf(client)}`)).toEqual([]);
  });
});
