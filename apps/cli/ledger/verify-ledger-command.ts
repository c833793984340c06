import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { AmaanError } from '@amaan/contracts/problem';
import type { LedgerFault } from '@amaan/ledger/ledger-fault';
import type { LedgerVerdict } from '@amaan/ledger/verify-ledger';
import { verifyLedgerExport } from '@amaan/ledger/verify-ledger-export';
import { CheckpointFile } from '@amaan/store/checkpoint-file';
import { printJson } from '../print-rows.ts';
import { dataFolder } from '../project.ts';
import { verifyDataFolder } from './verify-data-folder.ts';

export interface VerifyOptions {
  /** The verifier key, from a trusted place. */
  readonly key?: string;
  /** File of signed checkpoints kept elsewhere. */
  readonly checkpoints?: string;
  readonly data?: string;
  readonly json?: boolean;
}

/**
 * Verifies an exported ledger or the one of a data folder and says what was found.
 * @throws AmaanError `LEDGER_DOES_NOT_FIT` naming the first fault.
 */
export async function verifyLedgerCommand(file: string | undefined, options: VerifyOptions): Promise<void> {
  const checkpoints = options.checkpoints ? await new CheckpointFile(options.checkpoints).read() : [];
  const verdict =
    file === undefined
      ? await verifyDataFolder(dataFolder(options.data), options.key, checkpoints)
      : await verifyFile(file, options.key, checkpoints);
  report(verdict, options.json === true);
  const [first] = verdict.faults;
  if (first) throw new AmaanError('LEDGER_DOES_NOT_FIT', sentence(first));
}

async function verifyFile(file: string, vkey: string | undefined, checkpoints: readonly string[]) {
  await access(file).catch((cause: unknown) => {
    throw new AmaanError('FILE_NOT_FOUND', `There is no file ${file} that can be read.`, { cause });
  });
  return verifyLedgerExport(createReadStream(file), { ...(vkey !== undefined && { vkey }), checkpoints });
}

function report(verdict: LedgerVerdict & { readonly vkey: string | null }, json: boolean): void {
  const { size, root, signedSize, faults, vkey } = verdict;
  const hexRoot = Buffer.from(root).toString('hex');
  if (json) {
    printJson({ fits: faults.length === 0, size, signedSize, root: hexRoot, vkey, faults });
    return;
  }
  if (faults.length > 0) {
    for (const fault of faults) process.stdout.write(`✗ ${sentence(fault)}\n`);
    return;
  }
  process.stdout.write(
    `✓ ${size} entries, each in its place; signed checkpoints vouch for ${signedSize} of them.\n` +
      `  root ${hexRoot}\n  key  ${vkey}\n`,
  );
}

function sentence({ message, code, line }: LedgerFault): string {
  return `${message} [${code}${line === undefined ? '' : `, line ${line}`}]`;
}
