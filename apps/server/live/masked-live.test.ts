import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { newIdentifier } from '@amaan/contracts/identifier';
import { LIVE_CLOSE_CODES } from '@amaan/contracts/redaction/live-close-codes';
import { FEED_HEADER } from '@amaan/contracts/redaction/redactor-messages';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { announceRedactor, announceWorker, LiveSource } from '../testing/live-source.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';

const WORKER_TOKEN = 'secret-of-the-worker';
const TOKEN = 'secret-of-the-redactor';
const cameraId = newIdentifier();
const darkCamera = newIdentifier();
const unknownCamera = newIdentifier();

describe('the masked live view through the server', () => {
  let server: TestServer;
  let operator: TestClient;
  let redactor: LiveSource;
  let url: URL;

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    operator = await signInAs(server, 'operator');
    const isOfWorker = ({ headers }: IncomingMessage) =>
      Buffer.from(String(headers[FEED_HEADER]), 'base64url').toString().includes(WORKER_TOKEN);
    redactor = await LiveSource.start(TOKEN, cameraId, isOfWorker);
    url = new URL(await server.app.listen({ host: '127.0.0.1', port: 0 }));
    // Nobody may ask the worker itself.
    announceWorker(server, { url: 'http://127.0.0.1:9', token: WORKER_TOKEN }, [cameraId, darkCamera]);
    announceRedactor(server, redactor);
    await vi.waitFor(() => expect(server.services.workers.statusOf(cameraId)).not.toBeNull());
  });
  afterAll(async () => {
    await redactor?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  const watch = (camera: string, headers: Record<string, string> = {}) =>
    new WebSocket(`ws://${url.host}/api/cameras/${camera}/live`, {
      headers: { cookie: operator.cookie, origin: url.origin, ...headers },
    });

  test('passes the newest picture on', async () => {
    const picture = await operator.get(`/api/cameras/${cameraId}/picture`);
    expect(picture.headers['content-type']).toBe('image/jpeg');
    expect(picture.body).toBe(`picture by ${TOKEN}`);
    for (const camera of [darkCamera, unknownCamera]) {
      const none = await operator.get(`/api/cameras/${camera}/picture`);
      expect(none.json()).toMatchObject({ status: 404, code: 'PICTURE_NOT_AVAILABLE' });
    }
  });

  test('passes every message on as it is, and the end', async () => {
    const connected = once(redactor.sockets, 'connection');
    const viewer = watch(cameraId);
    const messages: [string, boolean][] = [];
    viewer.on('message', (data: Buffer, binary: boolean) => messages.push([data.toString('hex'), binary]));
    const [source] = (await connected) as [WebSocket];
    const fragment = randomBytes(100_000);
    source.send('{"type":"start"}');
    source.send(fragment);
    await vi.waitFor(() => expect(messages).toHaveLength(3));
    expect(messages).toEqual([
      [Buffer.from('{"type":"view","masked":true}').toString('hex'), false],
      [Buffer.from('{"type":"start"}').toString('hex'), false],
      [fragment.toString('hex'), true],
    ]);
    const ended = once(viewer, 'close');
    source.close(1000, 'the camera was removed');
    const [code, reason] = (await ended) as [number, Buffer];
    expect([code, reason.toString()]).toEqual([1000, 'the camera was removed']);
  });

  test('lets the redactor’s connection go when the viewer leaves', async () => {
    const connected = once(redactor.sockets, 'connection');
    const viewer = watch(cameraId);
    const [source] = (await connected) as [WebSocket];
    const gone = once(source, 'close');
    viewer.close();
    await gone;
  });

  test('ends with the session that opened it', async () => {
    const leaver = await signInAs(server, 'operator');
    const connected = once(redactor.sockets, 'connection');
    const viewer = watch(cameraId, { cookie: leaver.cookie });
    const [source] = (await connected) as [WebSocket];
    const gone = once(source, 'close');
    const ended = once(viewer, 'close');
    expect((await leaver.post('/api/auth/sign-out')).statusCode).toBe(204);
    const [code, reason] = (await ended) as [number, Buffer];
    expect([code, reason.toString()]).toEqual([4401, 'The session has ended.']);
    await gone;
  });

  test('disconnects a viewer that does not read, instead of keeping what it missed', async () => {
    const connected = once(redactor.sockets, 'connection');
    const viewer = watch(cameraId);
    await once(viewer, 'open');
    viewer.pause();
    const [source] = (await connected) as [WebSocket];
    const gone = once(source, 'close');
    const fragment = Buffer.alloc(256 * 1024);
    const pump = setInterval(() => source.send(fragment), 1);
    await gone;
    clearInterval(pump);
    viewer.terminate();
  });

  test('says so when no worker runs the camera', async () => {
    const viewer = watch(unknownCamera);
    const [code] = (await once(viewer, 'close')) as [number];
    expect(code).toBe(1013);
  });

  test.each([
    ['is not permitted', LIVE_CLOSE_CODES.MASKING_NOT_PERMITTED],
    ['is more than this machine can', LIVE_CLOSE_CODES.MASKING_FULL],
  ])('says so when masking %s', async (why, closeCode) => {
    const connected = once(redactor.sockets, 'connection');
    const viewer = watch(cameraId);
    const [source] = (await connected) as [WebSocket];
    const ended = once(viewer, 'close');
    source.close(closeCode, why);
    const [code, reason] = (await ended) as [number, Buffer];
    expect([code, reason.toString()]).toEqual([closeCode, why]);
  });

  test('shows nothing when the redactor dies, and says that it is not there', async () => {
    const connected = once(redactor.sockets, 'connection');
    const viewer = watch(cameraId);
    const [source] = (await connected) as [WebSocket];
    const ended = once(viewer, 'close');
    source.terminate();
    expect((await ended)[0]).toBe(LIVE_CLOSE_CODES.MASKING_NOT_AVAILABLE);
  });

  test.each([
    ['without a session', { cookie: '' }, 401],
    ['from another site', { origin: 'https://evil.example' }, 403],
  ])('is refused %s', async (_name, headers, status) => {
    const viewer = watch(cameraId, headers);
    viewer.on('error', () => {});
    const [, response] = (await once(viewer, 'unexpected-response')) as [unknown, IncomingMessage];
    expect(response.statusCode).toBe(status);
    viewer.terminate();
  });
});
