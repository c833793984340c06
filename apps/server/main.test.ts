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
import { verifierOf } from '@amaan/ledger/signed-note';
import { CheckpointFile } from '@amaan/store/checkpoint-file';
import { ensureDeployment } from '@amaan/store/sites';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { verifyStoredLedger } from '@amaan/store/verify-stored-ledger';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDeploymentKeys } from './keys/deployment-keys.ts';
import { ServerMessage } from './parent-messages.ts';

interface Child {
  readonly process: ChildProcess;
  readonly messages: ServerMessage[];
  readonly output: string[];
  readonly bus: Bus;
  readonly exited: Promise<unknown>;
}

describe('the server process', () => {
  let postgres: TestDatabase;
  let dataDir: string;
  const stack = new AsyncDisposableStack();
  let running: Child | undefined;

  beforeAll(async () => {
    postgres = stack.use(await openTestDatabase());
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
        AMAAN_DATABASE_URL: postgres.url,
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

  test('loses nothing that it acknowledged and doubles nothing when it is killed in the middle', async () => {
    await using hub = new Hub();
    const worker = hub.connect();
    const denials = Array.from({ length: 3_000 }, (_, n) => ({
      id: newIdentifier(),
      system: 'smart-vision',
      cameraId: null,
      at: instantOf(Date.now()),
      permitId: null,
      modelDigest: null,
      code: 'PERMIT_EXPIRED',
      reason: `Killed in the middle, ${n}.`,
    }));
    const acknowledged = new Set<string>();
    let server = await start(hub);
    const published = Promise.all(
      chunksOf(denials, 20).map(async (chunk) => {
        await worker.publish(
          SUBJECTS.reports,
          chunk.map((denial) => ({ id: denial.id, payload: { type: 'denial', denial } })),
        );
        for (const { id } of chunk) acknowledged.add(id);
      }),
    );
    for (const share of [0.2, 0.5]) {
      await vi.waitFor(() => expect(acknowledged.size).toBeGreaterThan(denials.length * share), {
        timeout: 30_000,
        interval: 1,
      });
      server.process.kill('SIGKILL');
      await server.exited;
      const stored = await storedDenials();
      for (const id of acknowledged) expect(stored).toContain(id);
      server = await start(hub);
    }
    await published;
    expect(await storedDenials()).toEqual(denials.map(({ id }) => id).sort());
    const recorded = await postgres.db
      .selectFrom('ledger_entry')
      .select('subject')
      .where('kind', '=', 'inference.denied')
      .execute();
    expect(new Set(recorded.map(({ subject }) => subject)).size).toBe(denials.length);
    expect(recorded).toHaveLength(denials.length);

    server.process.kill('SIGTERM');
    await server.exited;
    const checkpoints = await new CheckpointFile(join(dataDir, 'ledger/checkpoints.txt')).read();
    const { id: origin } = await ensureDeployment(postgres.db, 'Amaan');
    const { ledger } = await openDeploymentKeys(dataDir, origin);
    const verifier = verifierOf({ name: origin, privateKey: ledger });
    const verdict = await verifyStoredLedger(postgres.db, verifier, checkpoints);
    expect(verdict).toMatchObject({ faults: [], size: verdict.signedSize });
  });

  async function storedDenials(): Promise<string[]> {
    const rows = await postgres.db.selectFrom('denial').select('id').orderBy('id').execute();
    return rows.map(({ id }) => id);
  }

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

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) =>
    items.slice(n * size, (n + 1) * size),
  );
}
