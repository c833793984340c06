import { createTestDatabase } from '@amaan/store/test-database';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardRoutes } from '../access/guard-routes.ts';
import type { App } from '../http/app.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { TestClient } from '../testing/test-client.ts';

/** Reviewed by hand: every route, what it does, and which roles may do it (a: administrator, o: operator). */
const TABLE = `
POST   /api/auth/sign-in/username            public              -
POST   /api/auth/sign-out                    self.sign-out       a o
GET    /api/me                               self.read           a o
POST   /api/me/password                      self.change-password a o
GET    /api/users                            user.read           a
POST   /api/users                            user.create         a
GET    /api/status                           status.read         a o
GET    /api/sites                            site.read           a o
GET    /api/updates                          update.read         a o
GET    /api/cameras                          camera.read         a o
POST   /api/cameras                          camera.create       a
GET    /api/cameras/:id                      camera.read         a o
PATCH  /api/cameras/:id                      camera.change       a
DELETE /api/cameras/:id                      camera.remove       a
GET    /api/cameras/:id/picture              camera.watch        a o
GET    /api/cameras/:id/live                 camera.watch        a o
POST   /api/cameras/:id/rules                rule.create         a o
PUT    /api/cameras/:id/rules/:ruleId        rule.change         a o
DELETE /api/cameras/:id/rules/:ruleId        rule.remove         a o
GET    /api/roads                            camera.read         a o
GET    /api/alerts                           alert.read          a o
GET    /api/alerts/:id                       alert.read          a o
GET    /api/alerts/:id/chain                 alert.read          a o
POST   /api/alerts/:id/review                alert.review        a o
GET    /api/evidence/:observationId/:kind    evidence.read       a o
GET    /api/systems                          system.read         a o
POST   /api/systems/:id/suspend              system.suspend      a
POST   /api/systems/:id/resume               system.resume       a
GET    /api/ledger                           ledger.read         a o
GET    /api/ledger/entries                   ledger.read         a o
GET    /api/ledger/entries/:index/proof      ledger.read         a o
GET    /api/ledger/export                    ledger.export       a
GET    /metrics                              metrics.read        a
GET    /healthz                              public              -
GET    /api/openapi.json                     public              -
GET    /*                                    public              -
`;

interface Row {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly action: string;
  readonly roles: string;
}

const rows: Row[] = TABLE.trim()
  .split('\n')
  .map((line) => /^(\S+)\s+(\S+)\s+(\S+)\s+(.*)$/.exec(line)!)
  .map(([, method, url, action, roles]) => ({ method, url, action, roles }) as Row);

/** Ends in a refusal or an error before anything happens, once access was granted. */
const addressOf = ({ url }: Row) =>
  url
    .replace(':index', '999999')
    .replace('/*', '/')
    .replaceAll(/:\w+/g, '0195d5f0-0000-7000-8000-000000000000');

describe('every route', () => {
  let server: TestServer;
  const clients: Record<string, TestClient> = {};

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase(), { consoleDir: import.meta.dirname });
    clients.a = await signInAs(server, 'administrator');
    clients.o = await signInAs(server, 'operator');
    clients.nobody = new TestClient(server.app);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  test('is in the reviewed table, and nothing else is', () => {
    const routes = server.app.guardedRoutes
      // HEAD is GET without the body.
      .filter(({ method }) => method !== 'HEAD')
      .map(({ method, url, action }) => `${method} ${url} ${action}`);
    const listed = rows.map(({ method, url, action }) => `${method} ${url} ${action}`);
    expect(routes.sort()).toEqual(listed.sort());
  });

  test.each(rows.filter(({ action }) => action !== 'public' && action !== 'self.sign-out'))(
    '$method $url lets in $roles',
    async (row) => {
      if (row.url === '/api/updates') return expectStream(server, clients);
      for (const [name, client] of Object.entries(clients)) {
        const response = await client.request(row.method, addressOf(row));
        const refused = [401, 403].includes(response.statusCode);
        expect(refused, `${name}: ${response.statusCode} ${response.body.slice(0, 200)}`).toBe(
          !row.roles.split(' ').includes(name),
        );
        if (refused) expect(response.json().code).toMatch(/^(SIGN_IN_REQUIRED|ACTION_FORBIDDEN)$/);
      }
    },
  );

  test('without an action fails at registration', () => {
    const app = Fastify() as unknown as App;
    guardRoutes(app, {
      sessions: server.services.sessions,
      publicOrigin: null,
      programTokens: { monitor: null, commandLine: null },
    });
    expect(() => app.get('/api/forgotten', () => 'x')).toThrow('GET /api/forgotten does not declare');
  });
});

/** A stream does not end, so it cannot be injected into. */
async function expectStream(server: TestServer, clients: Record<string, TestClient>): Promise<void> {
  const url = await server.app.listen({ host: '127.0.0.1', port: 0 });
  for (const [name, { cookie }] of Object.entries(clients)) {
    const stop = new AbortController();
    const response = await fetch(`${url}/api/updates`, { headers: { cookie }, signal: stop.signal });
    expect(response.status).toBe(name === 'nobody' ? 401 : 200);
    stop.abort();
  }
}
