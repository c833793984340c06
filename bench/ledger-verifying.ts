import { generateKeyPairSync } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signCheckpoint } from '@amaan/ledger/checkpoint';
import { writeLedgerExport } from '@amaan/ledger/ledger-export';
import { ledgerLeaf } from '@amaan/ledger/ledger-leaf';
import { hashNode, sha256 } from '@amaan/ledger/merkle-tree';
import { formatVerifierKey, verifierOf } from '@amaan/ledger/signed-note';
import { appendLeaves, EMPTY_TREE } from '@amaan/ledger/tree-storage';
import type { StoredRecord } from '@amaan/ledger/verify-ledger';
import { verifyLedgerExport } from '@amaan/ledger/verify-ledger-export';
import type { Benchmark } from './figure.ts';
import { benchEntry } from './ledger-entries.ts';
import { percentile } from './percentile.ts';

const ENTRIES = 500_000;
const BATCH = 1_000;
const ROUNDS = 3;
const AIM = 200_000;

/**
 * Entries a second that an exported ledger is verified at, from the file to the verdict. The floor is the two
 * hashes that each entry costs at the least, of the same bytes, on one thread.
 */
export const benchVerifying: Benchmark = async function* () {
  const folder = await mkdtemp(join(tmpdir(), 'amaan-ledger-'));
  try {
    const path = join(folder, 'ledger.jsonl');
    await writeExport(path);
    const times: number[] = [];
    const cpu: number[] = [];
    const floors: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const before = process.cpuUsage();
      times.push(await seconds(() => verify(path)));
      const { user, system } = process.cpuUsage(before);
      cpu.push((user + system) / 1_000_000);
      floors.push(await seconds(async () => hashAll()));
    }
    const [value, floor] = [ENTRIES / percentile(times, 0.5), ENTRIES / percentile(floors, 0.5)];
    yield {
      benchmark: 'ledger',
      name: `verified offline, an export of ${ENTRIES} entries`,
      value,
      unit: 'entries/s',
      floor,
      ratio: floor / value,
      aim: `≥ ${AIM} entries/s`,
      met: value >= AIM,
    };
    yield {
      benchmark: 'ledger',
      name: 'verified offline, by the processor time that it took',
      value: ENTRIES / percentile(cpu, 0.5),
      unit: 'entries/CPU s',
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};

async function verify(path: string): Promise<void> {
  const { faults, signedSize } = await verifyLedgerExport(
    createReadStream(path, { highWaterMark: 256 * 1024 }),
  );
  if (faults.length > 0 || signedSize !== ENTRIES) throw new Error('The ledger did not verify.');
}

async function writeExport(path: string): Promise<void> {
  const signer = { name: 'example.com/bench', privateKey: generateKeyPairSync('ed25519').privateKey };
  let state = EMPTY_TREE;
  let root: Uint8Array = new Uint8Array();
  for (let at = 0; at < ENTRIES; at += BATCH)
    ({ state, root } = appendLeaves(
      state,
      recordsAt(at).map(({ leafHash }) => leafHash),
    ));
  const header = { origin: signer.name, vkey: formatVerifierKey(verifierOf(signer)) };
  await using file = await open(path, 'w');
  const checkpoint = signCheckpoint({ size: ENTRIES, root }, signer);
  for await (const text of writeLedgerExport(header, [checkpoint], records())) await file.write(text);
}

const recordsAt = (at: number): StoredRecord[] =>
  Array.from({ length: BATCH }, (_, n) => ({ index: at + n, ...ledgerLeaf(benchEntry(at + n)) }));

async function* records(): AsyncGenerator<readonly StoredRecord[]> {
  for (let at = 0; at < ENTRIES; at += BATCH) yield recordsAt(at);
}

function hashAll(): void {
  const { text } = ledgerLeaf(benchEntry(1));
  for (let n = 0; n < ENTRIES; n++) {
    const leaf = sha256(`\u0000${text}`);
    hashNode(leaf, leaf);
  }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
