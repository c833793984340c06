import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ApiClient } from '../api-client.ts';
import { dataFolder } from '../project.ts';

/** Writes the running deployment's ledger to a file: whole under its name, or not at all. */
export async function exportLedger(file: string, data: string | undefined): Promise<void> {
  const client = await ApiClient.ofDataFolder(dataFolder(data));
  const part = `${file}.part`;
  await pipeline(Readable.fromWeb(await client.download('/api/ledger/export')), createWriteStream(part));
  await rename(part, file);
  process.stderr.write(`amaan: written to ${file}; check it anywhere with: amaan ledger verify ${file}\n`);
}
