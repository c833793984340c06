import { ledgerLeaf } from '@amaan/ledger/ledger-leaf';
import { appendToLedger } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import { startTestPostgres } from '@amaan/store/test-postgres';
import { sql } from 'kysely';
import type { Benchmark, Figure } from './figure.ts';
import { benchEntry } from './ledger-entries.ts';

const SECONDS = 10;
const AIM = 5_000;

/**
 * Entries a second that one writer sustains in a real PostgreSQL with fsync on: in transactions of 500, as many
 * as ingest stores at once, and one by one. The floor inserts the same texts into a bare table, in transactions
 * of the same size; a ratio above 1 says how much slower the ledger is.
 */
export const benchAppending: Benchmark = async function* () {
  await using postgres = await startTestPostgres();
  const { db } = postgres;
  await sql`CREATE TABLE bare (index bigint PRIMARY KEY, entry text NOT NULL)`.execute(db);
  for (const size of [500, 50, 1]) {
    // In turns, so that both meet the machine as it is.
    const ledger = await rate(size, (from) => append(db, from, size));
    const bare = await rate(size, (from) => insertBare(db, from, size));
    yield {
      benchmark: 'ledger',
      name: size === 1 ? 'appended one by one' : `appended in transactions of ${size}`,
      value: ledger,
      unit: 'entries/s',
      floor: bare,
      ratio: bare / ledger,
      ...(size === 500 && { aim: `≥ ${AIM} entries/s`, met: ledger >= AIM }),
    } satisfies Figure;
  }
};

let next = 0;

async function rate(size: number, write: (from: number) => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  let written = 0;
  while (performance.now() - startedAt < SECONDS * 1000) {
    await write(next);
    next += size;
    written += size;
  }
  return written / ((performance.now() - startedAt) / 1000);
}

const entriesFrom = (from: number, size: number) =>
  Array.from({ length: size }, (_, n) => benchEntry(from + n));

function append(db: Database, from: number, size: number): Promise<unknown> {
  return db.transaction().execute((tx) => appendToLedger(tx, entriesFrom(from, size)));
}

function insertBare(db: Database, from: number, size: number): Promise<unknown> {
  const texts = entriesFrom(from, size).map((entry) => ledgerLeaf(entry).text);
  const indexes = texts.map((_, n) => from + n);
  return db
    .transaction()
    .execute((tx) =>
      sql`INSERT INTO bare SELECT * FROM unnest(${indexes}::bigint[], ${texts}::text[])`.execute(tx),
    );
}
