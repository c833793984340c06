import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { verifyConsistency } from '@amaan/ledger/consistency-proof';
import { verifyInclusion } from '@amaan/ledger/inclusion-proof';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestBytes } from './digest-column.ts';
import {
  appendToLedger,
  getLedgerEntry,
  listLedgerEntries,
  proveConsistency,
  proveInclusion,
  readLedgerHead,
} from './ledger-store.ts';
import type { Database } from './open-database.ts';
import { createTestDatabase } from './test-database.ts';

const entry = (n: number): LedgerEntry => ({
  kind: 'alert.raised',
  at: '2026-03-01T08:15:30.250Z',
  actor: 'system:server',
  subject: `alert:${n}`,
  data: { n, text: 'امان "\\ \n' },
});

describe('the stored ledger', () => {
  let db: Database;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.destroy());

  test('appends in any portions, keeps every root and proves every entry', async () => {
    const roots = [(await readLedgerHead(db)).root];
    for (const portion of [1, 2, 5, 1, 4]) {
      const { size } = await readLedgerHead(db);
      const entries = Array.from({ length: portion }, (_, i) => entry(size + i));
      const indexes = await db.transaction().execute((trx) => appendToLedger(trx, entries));
      expect(indexes).toEqual(entries.map((_, i) => size + i));
      const head = await readLedgerHead(db);
      expect(head.size).toBe(size + portion);
      roots[head.size] = head.root;
    }
    const { size, root } = await readLedgerHead(db);
    for (const old of Object.keys(roots).map(Number)) {
      const proof = (await proveConsistency(db, old, size)).map(digestBytes);
      expect(verifyConsistency(old, digestBytes(roots[old]!), size, digestBytes(root), proof)).toBe(true);
    }
    for (let index = 0; index < size; index++) {
      const stored = await getLedgerEntry(db, index);
      expect(stored?.entry).toEqual(entry(index));
      const proof = (await proveInclusion(db, index, size)).map(digestBytes);
      expect(verifyInclusion(digestBytes(stored!.leafHash), index, size, proof, digestBytes(root))).toBe(
        true,
      );
    }
    expect((await listLedgerEntries(db, { before: 7, limit: 3 })).map(({ index }) => index)).toEqual([
      6, 5, 4,
    ]);
  });

  test('an entry vanishes with the transaction that wrote it', async () => {
    const before = await readLedgerHead(db);
    const failed = db.transaction().execute(async (trx) => {
      await appendToLedger(trx, [entry(0)]);
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await readLedgerHead(db)).toEqual(before);
  });

  test('nothing is appended outside a transaction', async () => {
    await expect(appendToLedger(db, [entry(0)])).rejects.toThrow(TypeError);
  });

  test.each(['ledger_entry', 'ledger_node'] as const)('%s refuses careless changes', async (table) => {
    await expect(db.deleteFrom(table).execute()).rejects.toThrow(/append-only/);
    await expect(db.updateTable(table).set({ index: 0 }).execute()).rejects.toThrow(/append-only/);
  });
});
