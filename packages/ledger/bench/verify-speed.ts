/**
 * How many entries a second one thread exports and verifies offline.
 *
 *     node packages/ledger/bench/verify-speed.ts [ENTRIES]
 */
import { generateKeyPairSync } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signCheckpoint } from '../checkpoint.ts';
import { writeLedgerExport } from '../ledger-export.ts';
import { ledgerLeaf } from '../ledger-leaf.ts';
import { formatVerifierKey, verifierOf } from '../signed-note.ts';
import { appendLeaves, EMPTY_TREE } from '../tree-storage.ts';
import type { StoredRecord } from '../verify-ledger.ts';
import { verifyLedgerExport } from '../verify-ledger-export.ts';

const BATCH = 1_000;
const size = Number(process.argv[2] ?? 1_000_000);
const signer = { name: 'example.com/bench', privateKey: generateKeyPairSync('ed25519').privateKey };
const folder = await mkdtemp(join(tmpdir(), 'amaan-ledger-'));
const path = join(folder, 'ledger.jsonl');
try {
  const checkpoint = signCheckpoint({ size, root: rootOfAll() }, signer);
  await using file = await open(path, 'w');
  await measure('write', async () => {
    const header = { origin: signer.name, vkey: formatVerifierKey(verifierOf(signer)) };
    for await (const text of writeLedgerExport(header, [checkpoint], records())) await file.write(text);
  });
  await measure('verify', async () => {
    const { faults, signedSize } = await verifyLedgerExport(
      createReadStream(path, { highWaterMark: 256 * 1024 }),
    );
    if (faults.length > 0 || signedSize !== size) throw new Error('The ledger did not verify.');
  });
} finally {
  await rm(folder, { recursive: true });
}

function recordOf(index: number): StoredRecord {
  const leaf = ledgerLeaf({
    kind: 'observation.recorded',
    at: '2026-03-01T08:15:30.250Z',
    actor: 'worker:0191d6a0-0000-7000-8000-000000000000',
    subject: `observation:0191d6a0-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
    data: { frame: 'a'.repeat(64), permit: '0191d6a0-0000-7000-8000-000000000000', kind: 'line-crossed' },
  });
  return { index, ...leaf };
}

async function* records(): AsyncGenerator<readonly StoredRecord[]> {
  for (let at = 0; at < size; at += BATCH) {
    yield Array.from({ length: Math.min(BATCH, size - at) }, (_, i) => recordOf(at + i));
  }
}

function rootOfAll(): Uint8Array {
  let state = EMPTY_TREE;
  let root: Uint8Array = new Uint8Array();
  for (let index = 0; index < size; index++) {
    ({ state, root } = appendLeaves(state, [recordOf(index).leafHash]));
  }
  return root;
}

async function measure(what: string, run: () => Promise<void>): Promise<void> {
  const started = performance.now();
  const cpu = process.cpuUsage();
  await run();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const perEntry = ((user + system) / size).toFixed(2);
  console.log(`${what}: ${Math.round(size / seconds)} entries/s, ${perEntry} µs CPU each`);
}
