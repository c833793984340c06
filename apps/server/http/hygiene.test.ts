import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '@amaan/contracts/problem';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { TestClient } from '../testing/test-client.ts';

describe('the HTTP side', () => {
  let server: TestServer;
  let admin: TestClient;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amaan-console-'));
    await mkdir(join(folder, 'dist/assets'), { recursive: true });
    await writeFile(join(folder, 'dist/index.html'), '<!doctype html><title>Amaan</title>');
    await writeFile(join(folder, 'dist/assets/app-1234.js'), 'export {};');
    await writeFile(join(folder, 'secret.txt'), 'not for the web');
    server = await startTestServer(await createTestDatabase(), {
      consoleDir: join(folder, 'dist'),
      monitorToken: 'a-token-of-a-collector',
    });
    admin = await signInAs(server, 'administrator');
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  const expectProblem = (
    response: { statusCode: number; body: string; headers: Record<string, unknown> },
    status: number,
    code: string,
  ) => {
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(Problem.parse(JSON.parse(response.body))).toMatchObject({ status, code });
    expect(response.statusCode).toBe(status);
  };

  test('answers every error with problem details', async () => {
    const json = { 'content-type': 'application/json' };
    expectProblem(await admin.get('/api/nothing'), 404, 'ROUTE_NOT_FOUND');
    expectProblem(await admin.request('PUT', '/api/cameras'), 404, 'ROUTE_NOT_FOUND');
    const operator = await signInAs(server, 'operator');
    expectProblem(await operator.get('/api/alerts?limit=1000'), 400, 'REQUEST_INVALID');
    expectProblem(await operator.get('/api/alerts?cursor=x'), 400, 'CURSOR_INVALID');
    expectProblem(await admin.get('/api/cameras/not-an-identifier'), 400, 'REQUEST_INVALID');
    expectProblem(await admin.get('/api/%zz'), 400, 'REQUEST_INVALID');
    expectProblem(await admin.post('/api/cameras', { name: 'x' }), 400, 'REQUEST_INVALID');
    expectProblem(
      await admin.post('/api/cameras', { name: 'x', url: 'file:///etc/passwd' }),
      422,
      'CAMERA_URL_UNSUPPORTED',
    );
    const inject = (payload: string, headers: Record<string, string>) =>
      server.app.inject({
        method: 'POST',
        url: '/api/cameras',
        payload,
        headers: { cookie: admin.cookie, ...headers },
      });
    expectProblem(await inject('{', json), 400, 'BODY_INVALID');
    expectProblem(await inject('<x/>', { 'content-type': 'text/xml' }), 415, 'MEDIA_TYPE_UNSUPPORTED');
    const oversized = JSON.stringify({ name: 'x'.repeat(100_000), url: '/x' });
    expectProblem(await inject(oversized, json), 413, 'BODY_TOO_LARGE');
    expectProblem(await inject('{"__proto__":{"role":"administrator"}}', json), 400, 'BODY_INVALID');
  });

  test('says nothing of the cause of an unexpected error, and logs it', async () => {
    await server.db.schema.alterTable('site').renameTo('hidden_site').execute();
    const response = await admin.get('/api/sites');
    await server.db.schema.alterTable('hidden_site').renameTo('site').execute();
    expectProblem(response, 500, 'INTERNAL_ERROR');
    expect(response.body).not.toContain('relation');
    expect(server.log.join('\n')).toContain('relation');
  });

  test('refuses what another site makes a browser send', async () => {
    const evil = { origin: 'https://evil.example' };
    expectProblem(await admin.post('/api/auth/sign-out', undefined, evil), 403, 'ORIGIN_FORBIDDEN');
    const opaque = { origin: 'null' };
    expectProblem(await admin.post('/api/auth/sign-out', undefined, opaque), 403, 'ORIGIN_FORBIDDEN');
    const credentials = { username: 'admin', password: 'x' };
    expectProblem(
      await new TestClient(server.app).post('/api/auth/sign-in/username', credentials, evil),
      403,
      'ORIGIN_FORBIDDEN',
    );
    const form = await server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-out',
      headers: { cookie: admin.cookie, 'sec-fetch-site': 'cross-site' },
    });
    expectProblem(form, 403, 'ORIGIN_FORBIDDEN');
    expect((await admin.get('/api/me', evil)).statusCode, 'reading changes nothing').toBe(200);
    const upgrade = { ...evil, upgrade: 'websocket', connection: 'upgrade' };
    expectProblem(await admin.get('/api/me', upgrade), 403, 'ORIGIN_FORBIDDEN');
  });

  test('slows down an address that guesses passwords, whatever names it tries', async () => {
    const guess = (n: number) =>
      server.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/username',
        payload: { username: `name.${n}`, password: 'wrong' },
        remoteAddress: '192.0.2.7',
      });
    for (let n = 0; n < 30; n++) expectProblem(await guess(n), 401, 'CREDENTIALS_WRONG');
    const refused = await guess(30);
    expectProblem(refused, 429, 'TOO_MANY_REQUESTS');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('serves the console with a strict policy, and its own page for its routes', async () => {
    for (const path of ['/', '/alerts', '/cameras/0195/live']) {
      const page = await server.app.inject(path);
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('<title>Amaan</title>');
      expect(page.headers).toMatchObject({
        'content-type': expect.stringContaining('text/html'),
        'content-security-policy': expect.stringContaining("script-src 'self'; style-src"),
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      });
    }
    const script = await server.app.inject('/assets/app-1234.js');
    expect(script.headers['cache-control']).toContain('immutable');
    expectProblem(await server.app.inject('/assets/gone.js'), 404, 'ROUTE_NOT_FOUND');
  });

  test('never leaves the folder of the console', async () => {
    const url = new URL(await server.app.listen({ host: '127.0.0.1', port: 0 }));
    for (const path of [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/..%5csecret.txt',
      '//secret.txt',
      '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
      '/secret.txt%00.js',
    ]) {
      // By hand: `fetch` would tidy the path before it is sent.
      const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
        const sent = request({ host: url.hostname, port: url.port, path }, (response) => {
          let body = '';
          response.on('data', (chunk) => {
            body += chunk;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
        });
        sent.on('error', reject).end();
      });
      expect(answer.body, path).not.toContain('not for the web');
      expect(answer.status, path).toBeGreaterThanOrEqual(400);
    }
  });

  test('gives metrics to a collector with its token and to nobody else', async () => {
    const metrics = (authorization?: string) =>
      server.app.inject({ url: '/metrics', headers: authorization === undefined ? {} : { authorization } });
    expectProblem(await metrics(), 401, 'SIGN_IN_REQUIRED');
    expectProblem(await metrics('Bearer wrong'), 401, 'SIGN_IN_REQUIRED');
    const answer = await metrics('Bearer a-token-of-a-collector');
    expect(answer.body).toContain('amaan_ingest_reports_total');
    const other = { url: '/api/cameras', headers: { authorization: 'Bearer a-token-of-a-collector' } };
    expectProblem(await server.app.inject(other), 403, 'ACTION_FORBIDDEN');
  });

  test('is healthy while its database answers', async () => {
    expect((await server.app.inject('/healthz')).json()).toEqual({ status: 'ok' });
  });
});

test('cookies are for https only where browsers use https, and only its origin is trusted', async () => {
  const db = await createTestDatabase();
  await using server = await startTestServer(db, { publicOrigin: 'https://amaan.example.pk' });
  const { user, oneTimePassword } = (await server.services.users.prepareFirstAdministrator())!;
  const signIn = (origin: string) =>
    server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: user.username, password: oneTimePassword },
      headers: { origin, host: 'behind-the-proxy:8080' },
    });
  expect((await signIn('http://behind-the-proxy:8080')).statusCode).toBe(403);
  const signedIn = await signIn('https://amaan.example.pk');
  expect(signedIn.headers['strict-transport-security']).toBeDefined();
  for (const cookie of [signedIn.headers['set-cookie']].flat()) {
    expect(cookie).toMatch(/^__Secure-amaan\./);
    expect(cookie).toContain('; Secure');
  }
});
