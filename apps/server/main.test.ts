import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bus } from '@amaan/bus/bus';
import { Hub } from '@amaan/bus/hub';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { type AssignmentRequest, SUBJECTS } from '@amaan/contracts/worker-messages';
import { startTestPostgres, type TestPostgres } from '@amaan/store/test-postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ServerMessage } from './parent-messages.ts';

interface Child {
  readonly process: ChildProcess;
  readonly messages: ServerMessage[];
  readonly output: string[];
  readonly bus: Bus;
  readonly exited: Promise<unknown>;
}

describe('the server process', () => {
  let postgres: TestPostgres;
  let dataDir: string;
  const stack = new AsyncDisposableStack();
  let running: Child | undefined;

  beforeAll(async () => {
    postgres = stack.use(await startTestPostgres());
    dataDir = await mkdtemp(join(tmpdir(), 'amaan-main-'));
    stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  });
  afterEach(async () => {
    running?.process.kill('SIGKILL');
    await running?.exited;
  });
  afterAll(() => stack.disposeAsync());

  async function start(hub: Hub): Promise<Child> {
    const child = fork(join(import.meta.dirname, 'main.ts'), [], {
      env: {
        ...process.env,
        AMAAN_DATABASE_URL: postgres.postgres.url,
        AMAAN_DATA: dataDir,
        AMAAN_PORT: '0',
      },
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const messages: ServerMessage[] = [];
    const output: string[] = [];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => output.push(text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => output.push(text));
    const ready = new Promise<void>((resolve, reject) => {
      child.on('message', (message) => {
        const parsed = ServerMessage.safeParse(message);
        if (!parsed.success) return;
        messages.push(parsed.data);
        if (parsed.data.type === 'ready') resolve();
      });
      child.once('exit', () => reject(new Error(`The server ended: ${output.join('')}`)));
    });
    hub.attach(child);
    running = { process: child, messages, output, bus: hub.connect(), exited: once(child, 'exit') };
    await ready;
    return running;
  }

  test('hands its parent a way in, serves, answers workers and stops when asked', async () => {
    await using hub = new Hub();
    const server = await start(hub);
    const [first, ready] = server.messages;
    expect(first).toMatchObject({ type: 'first-administrator', username: 'admin' });
    if (first?.type !== 'first-administrator' || ready?.type !== 'ready') throw new Error('out of order');

    const signedIn = await fetch(new URL('/api/auth/sign-in/username', ready.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ready.url },
      body: JSON.stringify({ username: first.username, password: first.password }),
    });
    expect(await signedIn.json()).toMatchObject({ role: 'administrator', mustChangePassword: true });
    const request: AssignmentRequest = { workerId: newIdentifier(), sentAt: instantOf(Date.now()) };
    expect(await server.bus.request(SUBJECTS.assignment, request)).toMatchObject({
      cameras: [],
      permitKeys: [{ crv: 'Ed25519' }],
    });
    expect(server.output.join('')).not.toContain(first.password);

    server.process.kill('SIGTERM');
    expect(await server.exited).toEqual([0, null]);
  });

  test('starts again after it was killed, with the keys it had', async () => {
    await using hub = new Hub();
    const request: AssignmentRequest = { workerId: newIdentifier(), sentAt: instantOf(Date.now()) };
    const before = await start(hub);
    const first = await before.bus.request(SUBJECTS.assignment, request);
    before.process.kill('SIGKILL');
    await before.exited;
    const after = await start(hub);
    const second = await after.bus.request(SUBJECTS.assignment, request);
    expect(second).toMatchObject({ permitKeys: (first as { permitKeys: unknown }).permitKeys });
  });

  test('ends when its parent’s bus is gone', async () => {
    const hub = new Hub();
    const server = await start(hub);
    await hub[Symbol.asyncDispose]();
    expect(await server.exited).toEqual([0, null]);
  });

  test('names the variable that does not fit and not what it holds', async () => {
    const child = fork(join(import.meta.dirname, 'main.ts'), [], {
      env: {
        ...process.env,
        AMAAN_DATABASE_URL: 'postgresql://u:secret@h/d',
        AMAAN_PORT: 'x',
        AMAAN_DATA: '/',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let text = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(text).toContain('AMAAN_PORT');
    expect(text).not.toContain('secret');
  });
});
