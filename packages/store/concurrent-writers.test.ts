import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { ledgerLeaf } from '@amaan/ledger/ledger-leaf';
import { appendLeaves, EMPTY_TREE } from '@amaan/ledger/tree-storage';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertAlerts } from './alerts.ts';
import { digestHex } from './digest-column.ts';
import { appendToLedger, getLedgerEntry, listLedgerEntries, readLedgerHead } from './ledger-store.ts';
import { insertObservations } from './observations.ts';
import { insertReview } from './reviews.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';
import { type SampleDeployment, sampleDeployment } from './testing/sample-deployment.ts';

const WRITERS = 8;
const DAY_MS = 24 * 60 * 60 * 1000;

let server: TestDatabase;
let sample: SampleDeployment;
beforeAll(async () => {
  server = await openTestDatabase();
  sample = await sampleDeployment(server.db);
});
afterAll(() => server[Symbol.asyncDispose]());

const entry = (writer: number, n: number): LedgerEntry => ({
  kind: 'test.written',
  at: '2026-03-01T08:15:30.250Z',
  actor: `worker:${writer}`,
  subject: `test:${writer}-${n}`,
  data: { n },
});

/** The ledger as a reader of its rows alone would compute it; also checks that no index is missing. */
async function recomputeHead() {
  const entries = (await listLedgerEntries(server.db, { limit: 1_000_000 })).toReversed();
  expect(entries.map(({ index }) => index)).toEqual(entries.map((_, i) => i));
  const leaves = entries.map(({ entry: stored }) => ledgerLeaf(stored).leafHash);
  expect(entries.map(({ leafHash }) => leafHash)).toEqual(leaves.map(digestHex));
  const { root, size } = appendLeaves(EMPTY_TREE, leaves);
  return { size, root: digestHex(root) };
}

test('writers at once, some of which change their mind, leave one unbroken ledger', async () => {
  const { db } = server;
  const before = await readLedgerHead(db);
  const committed: [number, string][] = [];
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let n = 0; n < 25; n++) {
        const entries = Array.from({ length: 1 + (n % 3) }, (_, i) => entry(writer, 10 * n + i));
        const indexes: number[] = [];
        const done = db.transaction().execute(async (trx) => {
          indexes.push(...(await appendToLedger(trx, entries)));
          if ((n + writer) % 4 === 0) throw new Error('changed my mind');
        });
        if ((n + writer) % 4 === 0) await expect(done).rejects.toThrow('changed my mind');
        else {
          await done;
          indexes.forEach((index, i) => {
            committed.push([index, entries[i]!.subject]);
          });
        }
      }
    }),
  );
  const head = await readLedgerHead(db);
  expect(head.size).toBe(before.size + committed.length);
  expect(await recomputeHead()).toEqual(head);
  for (const [index, subject] of committed) {
    expect((await getLedgerEntry(db, index))?.entry.subject).toBe(subject);
  }
});

test('a writer whose connection is killed leaves nothing, and those who waited go on', async () => {
  const { db } = server;
  const before = await readLedgerHead(db);
  const { promise: holdsLock, resolve: tookLock } = Promise.withResolvers<number>();
  const { promise: killed, resolve: wasKilled } = Promise.withResolvers<void>();
  const victim = db.transaction().execute(async (trx) => {
    await appendToLedger(trx, [entry(0, 1000)]);
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(trx);
    tookLock(rows[0]!.pid);
    await killed;
    await sql`SELECT 1`.execute(trx);
  });
  const pid = await holdsLock;
  const waiting = db.transaction().execute((trx) => appendToLedger(trx, [entry(1, 1000)]));
  await sql`SELECT pg_terminate_backend(${pid})`.execute(db);
  expect(await waiting).toEqual([before.size]);
  wasKilled();
  await expect(victim).rejects.toThrow();
  const head = await readLedgerHead(db);
  expect(head.size).toBe(before.size + 1);
  expect(await recomputeHead()).toEqual(head);
});

test('the same batches at once, on days without partitions, are stored once and raise their alerts once', async () => {
  const { db } = server;
  const observations = Array.from({ length: 200 }, (_, n) =>
    sample.observe(Date.now() - (n % 5) * 100 * DAY_MS),
  );
  const raised: string[] = [];
  let stored = 0;
  await Promise.all(
    Array.from({ length: WRITERS }, (_, writer) =>
      db.transaction().execute(async (trx) => {
        // Each in another order, as redeliveries to several servers would have them.
        const batch = [...observations.slice(writer * 20), ...observations.slice(0, writer * 20)];
        const fresh = await insertObservations(trx, batch);
        stored += fresh.size;
        const alerts = batch
          .filter(({ id }) => fresh.has(id))
          .map((observation) => ({ observation, rule: sample.rule, raisedAt: observation.capturedAt }));
        raised.push(...(await insertAlerts(trx, alerts)).keys());
        await appendToLedger(trx, [entry(writer, 2000)]);
      }),
    ),
  );
  expect(stored).toBe(observations.length);
  expect(new Set(raised)).toEqual(new Set(observations.map(({ id }) => id)));
  expect(raised).toHaveLength(observations.length);
  const { rows } = await sql<{ count: number }>`SELECT count(*) FROM observation`.execute(db);
  expect(rows[0]?.count).toBe(observations.length);
});

test('of people who review one alert at once, one succeeds', async () => {
  const { db } = server;
  const observation = sample.observe();
  await insertObservations(db, [observation]);
  const alerts = await insertAlerts(db, [
    { observation, rule: sample.rule, raisedAt: observation.capturedAt },
  ]);
  const alertId = alerts.get(observation.id)!;
  const results = await Promise.allSettled(
    Array.from({ length: WRITERS }, (_, n) =>
      db.transaction().execute(async (trx) => {
        const at = new Date().toISOString();
        const input = { decision: 'confirmed', note: '' } as const;
        await insertReview(trx, { alertId, input, by: `u${n}`, byName: `Person ${n}`, at });
        await appendToLedger(trx, [entry(n, 3000)]);
      }),
    ),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const result of results) {
    if (result.status === 'rejected') expect(result.reason.code).toBe('ALERT_ALREADY_REVIEWED');
  }
  expect(await recomputeHead()).toEqual(await readLedgerHead(db));
});
