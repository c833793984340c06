import type { LedgerCheck, LedgerHead } from '@amaan/contracts/api/ledger-view';
import { parseVerifierKey } from '@amaan/ledger/signed-note';
import { CheckpointFile } from '@amaan/store/checkpoint-file';
import { appendToLedger } from '@amaan/store/ledger-store';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { verifyStoredLedger } from '@amaan/store/verify-stored-ledger';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { ledgerEntry } from './ledger-entry.ts';
import { verifyInThread } from './verify-in-thread.ts';

const DAY_MS = 24 * 60 * 60_000;

let postgres: TestDatabase;
let server: TestServer;
let admin: TestClient;
beforeAll(async () => {
  postgres = await openTestDatabase();
  server = await startTestServer(postgres.db);
  admin = await signInAs(server, 'administrator');
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await postgres?.[Symbol.asyncDispose]();
});

const write = (n: number) =>
  postgres.db.transaction().execute((tx) =>
    appendToLedger(
      tx,
      Array.from({ length: n }, (_, i) =>
        ledgerEntry({
          kind: 'test.written',
          at: Date.now(),
          actor: 'user:1',
          subject: `test:${i}`,
          data: {},
        }),
      ),
    ),
  );
const newest = async () => (await admin.get('/api/ledger')).json() as LedgerHead;
const incidents = async () =>
  (await server.services.records.list({ kinds: ['incident'] })).map(({ body, status }) => ({
    key: body.key,
    status,
  }));

const GUARDED = ['ledger_entry', 'ledger_node', 'ledger_checkpoint'];

/** Changes the ledger as somebody who owns the database can, with the guards switched off. */
async function tamper(statements: string): Promise<void> {
  const all = [
    ...GUARDED.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`),
    ...statements.split(';'),
    ...GUARDED.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`),
  ];
  await postgres.db.transaction().execute(async (tx) => {
    for (const statement of all) await sql.raw(statement).execute(tx);
  });
}

describe('the ledger’s self-check', () => {
  test('verifies everything, then what has come since, and says so in the ledger', async () => {
    await write(20);
    await server.services.checkpoints.sign();
    const first = await server.services.selfCheck.run();
    expect(first).toMatchObject({ kind: 'full', from: 0, faults: [] });
    await write(5);
    const second = await server.services.selfCheck.run();
    expect(second).toMatchObject({ kind: 'incremental', faults: [] });
    expect(second.from).toBeGreaterThan(0);
    expect(second.from).toBeLessThanOrEqual(first.size);
    expect(second.size).toBeGreaterThan(first.size);
    const { entries } = (await admin.get('/api/ledger/entries?limit=1')).json();
    expect(entries[0].entry).toMatchObject({
      kind: 'ledger.verified',
      data: { check: 'incremental', size: second.size, root: second.root, faults: [] },
    });
    expect((await newest()).check).toMatchObject({ at: second.at, faults: [] });
    expect((await admin.get('/api/status')).json().ledger).toMatchObject({
      intact: true,
      checkedAt: second.at,
    });
  });

  test('verifies everything again after a day', async () => {
    server.clock.aheadMs = DAY_MS;
    expect(await server.services.selfCheck.run()).toMatchObject({ kind: 'full' });
  });

  test('runs on a thread of its own, which comes to the same verdict', async () => {
    const { checkpoints } = server.services;
    const order = {
      databaseUrl: postgres.url,
      vkey: checkpoints.vkey,
      checkpointFile: checkpoints.path,
      from: 0,
    };
    const verdict = await verifyInThread(order, new AbortController().signal);
    expect(verdict).toMatchObject({ faults: [], size: (await newest()).size });
    const stopped = new AbortController();
    const stopping = verifyInThread(order, stopped.signal);
    stopped.abort();
    await expect(stopping).rejects.toThrow('before it was done');
  });
});

test('an administrator changes no entry of the ledger through any route', async () => {
  const before = (await admin.get('/api/ledger/entries?limit=200')).json().entries;
  const writing = server.app.guardedRoutes.filter(
    ({ method, url }) => url.startsWith('/api/ledger') && method !== 'GET' && method !== 'HEAD',
  );
  expect(writing).toEqual([]);
  for (const method of ['PUT', 'PATCH', 'POST', 'DELETE'] as const) {
    for (const url of ['/api/ledger', '/api/ledger/entries', '/api/ledger/entries/0', '/api/ledger/checks']) {
      expect((await admin.request(method, url, {})).statusCode, `${method} ${url}`).toBe(404);
    }
  }
  // Nor by a name that is taken for SQL: what people type is data.
  await admin.post('/api/cameras', {
    name: "x'); DELETE FROM ledger_entry; --",
    url: 'rtsp://10.0.0.9/s1',
  });
  const after = (await admin.get('/api/ledger/entries?limit=200')).json().entries;
  expect(after.slice(-before.length)).toEqual(before);
  await expect(sql`DELETE FROM ledger_entry WHERE index = 0`.execute(postgres.db)).rejects.toThrow(
    'append-only',
  );
});

describe('who changes the database past the platform', () => {
  const tables = {
    ledger_entry: 'index, entry, leaf_hash',
    ledger_node: 'level, index, hash',
    ledger_checkpoint: 'size, note',
    ledger_state: 'only_row, size, frontier',
  };
  beforeAll(async () => {
    await server.services.checkpoints.sign();
    for (const table of Object.keys(tables))
      await sql`CREATE TABLE ${sql.table(`good_${table}`)} AS TABLE ${sql.table(table)}`.execute(postgres.db);
  });
  afterEach(async () => {
    for (const [table, columns] of Object.entries(tables))
      await tamper(
        `TRUNCATE ${table}; INSERT INTO ${table} (${columns}) SELECT ${columns} FROM good_${table}`,
      );
  });

  test.each([
    [
      'rewrites an entry',
      `UPDATE ledger_entry SET entry = replace(entry, '"actor":"', '"actor":"not-') WHERE index = 12`,
    ],
    ['deletes an entry', 'DELETE FROM ledger_entry WHERE index = 9'],
    [
      'cuts the end off with the checkpoints over it',
      `DELETE FROM ledger_entry WHERE index >= 16; DELETE FROM ledger_checkpoint WHERE size > 16;
       DELETE FROM ledger_node WHERE (index + 1) * power(2, level) > 16;
       UPDATE ledger_state SET size = 16, frontier =
         (SELECT jsonb_build_array(encode(hash, 'hex')) FROM ledger_node WHERE level = 4 AND index = 0)`,
    ],
  ])('%s, and is found by the self-check and by `ledger verify`', async (_, statement) => {
    await tamper(statement);
    const { checkpoints } = server.services;
    const outside = await new CheckpointFile(checkpoints.path).read();
    const verdict = await verifyStoredLedger(postgres.db, parseVerifierKey(checkpoints.vkey), outside);
    expect(verdict.faults.length).toBeGreaterThan(0);

    const check = await server.services.selfCheck.run(true);
    expect(check.faults).toEqual(
      verdict.faults.slice(0, 20).map(({ code, entries, message }) => ({ code, entries, message })),
    );
    expect((await admin.get('/api/status')).json().ledger.intact).toBe(false);
    const checks: LedgerCheck[] = (await admin.get('/api/ledger/checks?limit=1')).json();
    expect(checks[0]?.faults).toEqual(check.faults);
    expect(await incidents()).toContainEqual({ key: 'ledger fault', status: 'open' });
  });
});
