import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { type NoteSigner, verifierOf } from '@amaan/ledger/signed-note';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CheckpointFile } from './checkpoint-file.ts';
import { latestCheckpoint, listCheckpoints, writeCheckpoint } from './ledger-checkpoints.ts';
import { appendToLedger } from './ledger-store.ts';
import type { Database } from './open-database.ts';
import { createTestDatabase } from './test-database.ts';
import { verifyStoredLedger } from './verify-stored-ledger.ts';

const TABLES = ['ledger_state', 'ledger_entry', 'ledger_node', 'ledger_checkpoint'];
const SIZE = 21;
const CHECKPOINTS = [5, 13, 20];

const signer: NoteSigner = { name: 'amaan.test', privateKey: generateKeyPairSync('ed25519').privateKey };
const verifier = verifierOf(signer);

const sampleEntry = (n: number): LedgerEntry => ({
  kind: 'test.written',
  at: '2026-03-01T08:15:30.250Z',
  actor: 'user:1',
  subject: `test:${n}`,
  data: { n, text: 'امان' },
});

let db: Database;
let folder: string;
let file: CheckpointFile;

beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'amaan-checkpoints-'));
  file = new CheckpointFile(join(folder, 'ledger', 'checkpoints'));
  for (let n = 0; n < SIZE; n++) {
    await db.transaction().execute((trx) => appendToLedger(trx, [sampleEntry(n)]));
    if (CHECKPOINTS.includes(n + 1)) expect(await writeCheckpoint(db, signer, file)).not.toBeNull();
  }
  for (const table of TABLES)
    await sql`CREATE TABLE ${sql.table(`good_${table}`)} AS TABLE ${sql.table(table)}`.execute(db);
});
afterAll(async () => {
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

/** Changes tables as their owner could, who switches the append-only guard off. */
async function tamper(...statements: string[]): Promise<void> {
  const guards = (what: string) => TABLES.map((table) => `ALTER TABLE ${table} ${what} TRIGGER USER`);
  const all = [...guards('DISABLE'), ...statements, ...guards('ENABLE')];
  await db.transaction().execute(async (trx) => {
    for (const statement of all.join('; ').split('; ')) await sql.raw(statement).execute(trx);
  });
}

async function restore(): Promise<void> {
  const columns: Record<string, string> = { ledger_entry: 'index, entry, leaf_hash' };
  await tamper(
    `TRUNCATE ${TABLES.join(', ')}`,
    ...TABLES.map((table) => {
      const list = columns[table] ?? '*';
      return `INSERT INTO ${table} ${list === '*' ? '' : `(${list})`} SELECT ${list} FROM good_${table}`;
    }),
  );
}

const verify = async () => verifyStoredLedger(db, verifier, await file.read());

test('an untouched ledger fits, and says how far it is signed', async () => {
  expect(await verify()).toMatchObject({ size: SIZE, signedSize: 20, faults: [] });
});

test('only what came after an earlier check is verified, on top of what was signed then', async () => {
  expect(await verifyStoredLedger(db, verifier, await file.read(), 13)).toMatchObject({
    size: SIZE,
    signedSize: 20,
    faults: [],
  });
});

test('checkpoints are signed when the ledger grew, and kept in both places', async () => {
  expect((await listCheckpoints(db)).map((note) => Number(note.split('\n')[1]))).toEqual(CHECKPOINTS);
  expect(await file.read()).toEqual(await listCheckpoints(db));
  expect(await latestCheckpoint(db)).toBe((await file.read()).at(-1));
});

describe('tampering', () => {
  afterEach(restore);

  const flipped = (column: string) => `set_byte(${column}, 3, get_byte(${column}, 3) # 1)`;
  test.each([
    [
      'a byte of an entry',
      `UPDATE ledger_entry SET entry = replace(entry, '"n":7', '"n":8') WHERE index = 7`,
      7,
    ],
    [
      'the order within an entry',
      `UPDATE ledger_entry SET entry = replace(entry, '{"actor"', '{ "actor"') WHERE index = 7`,
      7,
    ],
    [
      'a byte of a leaf hash',
      `UPDATE ledger_entry SET leaf_hash = ${flipped('leaf_hash')} WHERE index = 11`,
      11,
    ],
    ['an index', 'UPDATE ledger_entry SET index = 100 WHERE index = 9', 9],
    ['an index below zero', 'UPDATE ledger_entry SET index = -1 WHERE index = 9', 0],
    ['a deleted entry', 'DELETE FROM ledger_entry WHERE index = 4', 4],
    ['a deleted first entry', 'DELETE FROM ledger_entry WHERE index = 0', 0],
    ['the end cut off', 'DELETE FROM ledger_entry WHERE index >= 19', 19],
    ['the unsigned end cut off', 'DELETE FROM ledger_entry WHERE index = 20', 20],
    [
      'two entries exchanged',
      'UPDATE ledger_entry SET index = CASE index WHEN 2 THEN -3 ELSE -4 END WHERE index IN (2, 3); UPDATE ledger_entry SET index = CASE index WHEN -3 THEN 3 ELSE 2 END WHERE index < 0',
      2,
    ],
    ['a byte of a node', `UPDATE ledger_node SET hash = ${flipped('hash')} WHERE level = 1 AND index = 3`, 6],
    ['a byte of a high node', `UPDATE ledger_node SET hash = ${flipped('hash')} WHERE level = 4`, 0],
    ['the place of a node', 'UPDATE ledger_node SET index = 50 WHERE level = 1 AND index = 3', 6],
    ['the level of a node', 'UPDATE ledger_node SET level = 9 WHERE level = 4', 0],
    ['a deleted node', 'DELETE FROM ledger_node WHERE level = 2 AND index = 2', 8],
    ['an added node', `INSERT INTO ledger_node SELECT 3, 7, hash FROM ledger_node WHERE level = 4`, null],
    [
      'an added node far up',
      `INSERT INTO ledger_node SELECT 3000, 0, hash FROM ledger_node WHERE level = 4`,
      null,
    ],
    ['the size in the state', 'UPDATE ledger_state SET size = size - 1', null],
    ['a larger size in the state', 'UPDATE ledger_state SET size = size + 1', 21],
    [
      'the frontier',
      `UPDATE ledger_state SET frontier = jsonb_set(frontier, '{0}', to_jsonb(repeat('0', 64)))`,
      null,
    ],
    ['a deleted state', 'DELETE FROM ledger_state', null],
    [
      'a byte of a checkpoint',
      `UPDATE ledger_checkpoint SET note = replace(note, E'\\n13\\n', E'\\n12\\n') WHERE size = 13`,
      null,
    ],
    ['the size of a checkpoint', 'UPDATE ledger_checkpoint SET size = 14 WHERE size = 13', null],
    ['a deleted checkpoint', 'DELETE FROM ledger_checkpoint WHERE size = 13', null],
    [
      'everything deleted',
      `TRUNCATE ledger_entry, ledger_node, ledger_checkpoint; UPDATE ledger_state SET size = 0, frontier = '[]'`,
      0,
    ],
  ] as const)('with %s is found', async (_, statements, first) => {
    await tamper(statements);
    const { faults } = await verify();
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]?.entries?.[0] ?? null).toBe(first);
  });

  const later = async () => verifyStoredLedger(db, verifier, await file.read(), 13);

  test.each([
    [
      'an entry that came later',
      `UPDATE ledger_entry SET entry = replace(entry, '"n":15', '"n":8') WHERE index = 15`,
      15,
    ],
    ['a later entry deleted', 'DELETE FROM ledger_entry WHERE index = 17', 17],
    [
      'a node over what was verified before',
      `UPDATE ledger_node SET hash = ${flipped('hash')} WHERE level = 3 AND index = 0`,
      0,
    ],
    ['such a node deleted', 'DELETE FROM ledger_node WHERE level = 3 AND index = 0', 0],
    ['everything before it and after it cut off', 'TRUNCATE ledger_entry, ledger_node', 0],
  ])('with %s is found by a check that goes on from an earlier one', async (_, statements, first) => {
    await tamper(statements);
    expect((await later()).faults[0]?.entries?.[0]).toBe(first);
  });

  test('with an old entry rewritten is left to the check of everything', async () => {
    await tamper(`UPDATE ledger_entry SET entry = replace(entry, '"n":7', '"n":8') WHERE index = 7`);
    expect((await later()).faults).toEqual([]);
    expect((await verify()).faults[0]?.entries).toEqual([7, 7]);
  });

  test('with an entry rewritten together with its hash is found by the nodes', async () => {
    const forged = `(SELECT replace(entry, '"n":7', '"n":8') FROM good_ledger_entry WHERE index = 7)`;
    await tamper(
      `UPDATE ledger_entry SET entry = ${forged}, leaf_hash = sha256('\\x00'::bytea || convert_to(${forged}, 'UTF8')) WHERE index = 7`,
    );
    expect((await verify()).faults[0]).toMatchObject({ code: 'LEDGER_NODE_MISMATCH', entries: [6, 7] });
  });

  test('with everything computed anew from a rewritten entry is found by the signatures', async () => {
    await tamper(`TRUNCATE ledger_entry, ledger_node; UPDATE ledger_state SET size = 0, frontier = '[]'`);
    const rewritten = Array.from({ length: SIZE }, (_, n) => sampleEntry(n === 7 ? 8 : n));
    await db.transaction().execute((trx) => appendToLedger(trx, rewritten));
    expect((await verify()).faults).toMatchObject([{ code: 'LEDGER_CHECKPOINT_MISMATCH', entries: [5, 12] }]);
  });

  test('with an entry filed under another subject is found', async () => {
    await tamper(
      'ALTER TABLE ledger_entry ALTER COLUMN subject DROP EXPRESSION',
      `UPDATE ledger_entry SET subject = 'test:0' WHERE index = 3`,
    );
    const verdict = await verify();
    await tamper(
      'ALTER TABLE ledger_entry DROP COLUMN subject',
      `ALTER TABLE ledger_entry ADD COLUMN subject text NOT NULL GENERATED ALWAYS AS (entry::jsonb ->> 'subject') STORED`,
    );
    expect(verdict.faults).toMatchObject([{ code: 'LEDGER_LEAF_MISMATCH', entries: [3, 3] }]);
  });

  test('with the whole ledger begun anew is never signed', async () => {
    await tamper(
      `TRUNCATE ledger_entry, ledger_node, ledger_checkpoint; UPDATE ledger_state SET size = 0, frontier = '[]'`,
    );
    const entries = Array.from({ length: 30 }, () => sampleEntry(0));
    await db.transaction().execute((trx) => appendToLedger(trx, entries));
    await expect(writeCheckpoint(db, signer, file)).rejects.toMatchObject({ code: 'LEDGER_REWRITTEN' });
    expect(await listCheckpoints(db)).toEqual([]);
    expect((await verify()).faults).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'LEDGER_CHECKPOINT_MISMATCH' })]),
    );
  });

  test('of the file outside is found as well', async () => {
    const path = join(folder, 'ledger', 'checkpoints');
    const good = await readFile(path);
    const turned = Buffer.from(good);
    turned[turned.length - 20]! ^= 1;
    await writeFile(path, turned);
    const { faults } = await verify();
    await writeFile(path, good);
    expect(faults).toMatchObject([{ code: 'LEDGER_CHECKPOINT_INVALID' }]);
  });
});

describe('the file of checkpoints', () => {
  test('forgets a line that a crash cut off, and goes on after it', async () => {
    const path = join(folder, 'torn');
    const torn = new CheckpointFile(path);
    expect(await torn.read()).toEqual([]);
    await torn.append('one\n');
    await writeFile(path, '"tw', { flag: 'a' });
    expect(await torn.read()).toEqual(['one\n']);
    await torn.append('two\n');
    expect(await torn.read()).toEqual(['one\n', 'two\n']);
  });

  test('catches up with the database', async () => {
    const late = new CheckpointFile(join(folder, 'late'));
    await writeCheckpoint(db, signer, late);
    expect(await late.read()).toContain(await latestCheckpoint(db));
  });
});
