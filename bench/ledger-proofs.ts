import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { verifyInclusion } from '@amaan/ledger/inclusion-proof';
import { leafHashOfText } from '@amaan/ledger/ledger-leaf';
import { appendLeaves, EMPTY_TREE, rootOf, type TreeState } from '@amaan/ledger/tree-storage';
import { digestBytes, digestHex } from '@amaan/store/digest-column';
import { proveInclusion } from '@amaan/store/ledger-store';
import { startTestPostgres } from '@amaan/store/test-postgres';
import { sql } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Benchmark } from './figure.ts';
import { percentile } from './percentile.ts';

/** `AMAAN_BENCH_ENTRIES` makes it shorter; the aim is for ten million. */
const ENTRIES = Number(process.env.AMAAN_BENCH_ENTRIES ?? 10_000_000);
const PROOFS = 2_000;
const LIMIT_MS = 5;
const BATCH = 10_000;

/**
 * Inclusion proofs out of a ledger of ten million entries, each checked against the root. The ledger is loaded
 * with COPY: true leaf hashes and nodes, entries as short as they get so that it stays below 6 GB. The floor is
 * a question to the database that reads nothing.
 */
export const benchProofs: Benchmark = async function* () {
  await using postgres = await startTestPostgres();
  const { db } = postgres;
  const startedAt = performance.now();
  const root = await load(postgres.postgres.url);
  yield {
    benchmark: 'ledger',
    name: `loading ${ENTRIES} entries for the proofs`,
    value: (performance.now() - startedAt) / 1000,
    unit: 's',
  };
  const times: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < PROOFS; round++) {
    const index = Math.floor(Math.random() * ENTRIES);
    const began = performance.now();
    const path = await proveInclusion(db, index, ENTRIES);
    times.push(performance.now() - began);
    if (!verifyInclusion(leafHashOfText(textOf(index)), index, ENTRIES, path.map(digestBytes), root))
      throw new Error(`The proof of entry ${index} does not hold.`);
    const asked = performance.now();
    await sql`SELECT 1`.execute(db);
    floors.push(performance.now() - asked);
  }
  const floor = percentile(floors, 0.5);
  for (const [what, fraction] of [
    ['median', 0.5],
    ['p95', 0.95],
    ['p99', 0.99],
  ] as const) {
    const value = percentile(times, fraction);
    yield {
      benchmark: 'ledger',
      name: `inclusion proof out of ${ENTRIES} entries, ${what}`,
      value,
      unit: 'ms',
      floor,
      ratio: value / floor,
      ...(what === 'p95' && { aim: `≤ ${LIMIT_MS} ms`, met: value <= LIMIT_MS }),
    };
  }
};

const textOf = (index: number) =>
  `{"actor":"b","at":"2026-03-01T08:15:30.250Z","data":{},"kind":"b.b","subject":"b:${index}"}`;

/** Loads entries and nodes at once, over two connections. @returns the root over all of them */
async function load(url: string): Promise<Uint8Array> {
  const [entries, nodes] = [new pg.Client(url), new pg.Client(url)];
  await Promise.all([entries.connect(), nodes.connect()]);
  try {
    // Indexes are made afterwards, in one go; nothing here looks entries up by their subject.
    await entries.query('ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_pkey');
    await entries.query('DROP INDEX ledger_entry_of_subject');
    await nodes.query('ALTER TABLE ledger_node DROP CONSTRAINT ledger_node_pkey');
    let state: TreeState = EMPTY_TREE;
    const nodeLines: string[] = [];
    const nodeStream = nodes.query(copyFrom('COPY ledger_node (level, index, hash) FROM STDIN'));
    async function* entryLines() {
      for (let at = 0; at < ENTRIES; at += BATCH) {
        const texts = Array.from({ length: Math.min(BATCH, ENTRIES - at) }, (_, n) => textOf(at + n));
        const leaves = texts.map(leafHashOfText);
        const grown = appendLeaves(state, leaves);
        state = grown.state;
        for (const { level, index, hash } of grown.newNodes)
          nodeLines.push(`${level}\t${index}\t\\\\x${digestHex(hash)}\n`);
        if (!nodeStream.write(nodeLines.splice(0).join('')))
          await new Promise((resolve) => nodeStream.once('drain', resolve));
        yield texts.map((text, n) => `${at + n}\t${text}\t\\\\x${digestHex(leaves[n]!)}\n`).join('');
      }
    }
    await pipeline(
      Readable.from(entryLines()),
      entries.query(copyFrom('COPY ledger_entry (index, entry, leaf_hash) FROM STDIN')),
    );
    nodeStream.end();
    await new Promise((resolve, reject) => nodeStream.once('finish', resolve).once('error', reject));
    await Promise.all([
      entries.query('ALTER TABLE ledger_entry ADD PRIMARY KEY (index)'),
      nodes.query('ALTER TABLE ledger_node ADD PRIMARY KEY (level, index)'),
    ]);
    await entries.query('UPDATE ledger_state SET size = $1, frontier = $2', [
      state.size,
      JSON.stringify(state.frontier.map(digestHex)),
    ]);
    await entries.query('ANALYZE ledger_entry, ledger_node');
    return rootOf(state);
  } finally {
    await Promise.all([entries.end(), nodes.end()]);
  }
}
