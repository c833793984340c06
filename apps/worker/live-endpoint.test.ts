import { once } from 'node:events';
import { connect } from 'node:net';
import type { LiveFeed, LiveViewer } from '@amaan/analytics/live/live-feed';
import type { LoopbackEndpoint } from '@amaan/analytics/live/loopback-endpoint';
import { capturedLogger } from '@amaan/analytics/testing/captured-logger';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { LiveMessage } from '@amaan/contracts/worker-messages';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { listenForViewers } from './live-endpoint.ts';

/** A camera whose every viewer gets the start of a stream. */
class TestFeed implements LiveFeed {
  readonly viewers = new Set<LiveViewer>();
  jpeg: Uint8Array | Error | null = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);

  async picture(): Promise<Uint8Array | null> {
    if (this.jpeg instanceof Error) throw this.jpeg;
    return this.jpeg;
  }

  watch(viewer: LiveViewer): () => void {
    this.viewers.add(viewer);
    viewer.tell({ type: 'start', mimeType: 'video/mp4; codecs="avc1.42c01e"' });
    viewer.show(Uint8Array.of(1));
    return () => this.viewers.delete(viewer);
  }

  show(bytes: Uint8Array): void {
    for (const viewer of this.viewers) viewer.show(bytes);
  }

  tell(message: LiveMessage): void {
    for (const viewer of this.viewers) viewer.tell(message);
  }
}

const camera = newIdentifier();
let feed: TestFeed;
let endpoint: LoopbackEndpoint;
beforeEach(async () => {
  feed = new TestFeed();
  const feedOf = (id: Identifier) => (id === camera ? feed : null);
  endpoint = await listenForViewers(feedOf, capturedLogger().logger);
});
afterEach(() => endpoint[Symbol.asyncDispose]());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

function get(path: string, headers: Record<string, string> = bearer(endpoint.token)): Promise<Response> {
  return fetch(`${endpoint.url}${path}`, { headers });
}

function watch(path: string, headers: Record<string, string> = bearer(endpoint.token)): WebSocket {
  return new WebSocket(`${endpoint.url.replace('http', 'ws')}${path}`, { headers });
}

/** The status with which the endpoint refuses a WebSocket. */
async function refusalOf(socket: WebSocket): Promise<number | undefined> {
  const [, response] = await once(socket, 'unexpected-response');
  socket.on('error', () => {}).terminate();
  return response.statusCode;
}

test('listens on loopback only', () => {
  expect(new URL(endpoint.url).hostname).toBe('127.0.0.1');
});

describe.each([
  ['no token', () => ({})],
  ['a wrong token', () => bearer('x'.repeat(endpoint.token.length))],
  ['a token that is too short', () => bearer(endpoint.token.slice(1))],
  ['the token without its scheme', () => ({ authorization: endpoint.token })],
])('with %s', (_, headers) => {
  test('nothing is given, and nobody learns which cameras there are', async () => {
    for (const id of [camera, newIdentifier()]) {
      expect((await get(`/cameras/${id}/picture`, headers())).status).toBe(403);
      expect(await refusalOf(watch(`/cameras/${id}/live`, headers()))).toBe(403);
    }
    expect(feed.viewers.size).toBe(0);
  });
});

test.each([
  `/cameras/${newIdentifier()}/picture`,
  `/cameras/${camera}/live`,
  `/cameras/${camera}`,
  `/cameras/${camera}/picture/`,
  `/cameras/${camera}/picture?x=1`,
  '/cameras//picture',
  '/cameras/%00/picture',
  '/cameras/..%2f..%2fetc/picture',
  '/',
])('has nothing at %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('gives the newest picture', async () => {
  const response = await get(`/cameras/${camera}/picture`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(feed.jpeg);
});

test('says when there is no picture, and when making it failed', async () => {
  feed.jpeg = null;
  expect((await get(`/cameras/${camera}/picture`)).status).toBe(404);
  feed.jpeg = new Error('ffmpeg is gone');
  expect((await get(`/cameras/${camera}/picture`)).status).toBe(500);
});

test('shows a viewer the start, the initialisation segment and then the fragments, and says the end', async () => {
  const socket = watch(`/cameras/${camera}/live`);
  const messages: unknown[] = [];
  socket.on('message', (data: Buffer, isBinary) => {
    messages.push(isBinary ? [...data] : JSON.parse(data.toString()));
  });
  await once(socket, 'open');
  feed.show(Uint8Array.of(2, 3));
  feed.tell({ type: 'end', reason: 'over' });
  const [code] = await once(socket, 'close');
  expect(code).toBe(1000);
  expect(messages).toEqual([
    { type: 'start', mimeType: 'video/mp4; codecs="avc1.42c01e"' },
    [1],
    [2, 3],
    { type: 'end', reason: 'over' },
  ]);
  await expect.poll(() => feed.viewers.size).toBe(0);
});

test('refuses a WebSocket for a camera or a thing that is not there', async () => {
  expect(await refusalOf(watch(`/cameras/${newIdentifier()}/live`))).toBe(404);
  expect(await refusalOf(watch(`/cameras/${camera}/picture`))).toBe(404);
});

test('lets go of a viewer that does not keep up, and keeps the others', async () => {
  const [slow, quick] = [watch(`/cameras/${camera}/live`), watch(`/cameras/${camera}/live`)];
  let received = 0;
  quick.on('message', (data: Buffer) => {
    received += data.length;
  });
  await Promise.all([once(slow, 'open'), once(quick, 'open')]);
  slow.pause();
  const fragment = new Uint8Array(1024 * 1024);
  let sent = 0;
  for (; feed.viewers.size === 2 && sent < 128; sent++) {
    feed.show(fragment);
    await expect.poll(() => received).toBeGreaterThanOrEqual((sent + 1) * fragment.length);
  }
  expect(feed.viewers.size).toBe(1);
  expect(quick.readyState).toBe(WebSocket.OPEN);
  slow.terminate();
  quick.terminate();
});

test('bears whatever is sent to it', async () => {
  const { port, hostname } = new URL(endpoint.url);
  const upgrade = `GET /cameras/${camera}/live HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n`;
  for (const text of [
    '\r\n\r\n',
    'GET',
    'GET \0 HTTP/1.1\r\n\r\n',
    `${upgrade}\r\n`,
    `${upgrade}sec-websocket-key: ?\r\n\r\n`,
  ]) {
    const socket = connect(Number(port), hostname).on('error', () => {});
    await once(socket, 'connect');
    socket.write(text);
    socket.resetAndDestroy();
  }
  const halfOpen = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  halfOpen.write(`${upgrade}\r\n`);
  const [answer] = await once(halfOpen, 'data');
  expect(answer.toString()).toMatch(/^HTTP\/1.1 403 Forbidden/);
  // The refused one is let go although its other side never says goodbye.
  halfOpen.resume();
  await once(halfOpen, 'end');
  expect((await get(`/cameras/${camera}/picture`)).status).toBe(200);
  halfOpen.destroy();
});

test('when disposed of, it ends every view and its port is free', async () => {
  const socket = watch(`/cameras/${camera}/live`);
  await once(socket, 'open');
  const closed = once(socket, 'close');
  const other = await listenForViewers(() => null, capturedLogger().logger);
  const { url } = other;
  await other[Symbol.asyncDispose]();
  await expect(fetch(url)).rejects.toThrow();
  await endpoint[Symbol.asyncDispose]();
  await closed;
  expect(feed.viewers.size).toBe(0);
  endpoint = await listenForViewers(() => null, capturedLogger().logger);
});
