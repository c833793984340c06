import { access } from 'node:fs/promises';
import { AmaanError } from '@amaan/contracts/problem';
import { type PackVerdict, verifyPack } from '@amaan/governance/pack/verify-pack';
import type { Command } from 'commander';
import { printJson } from '../print-rows.ts';
import { PackZip } from './pack-zip.ts';

interface VerifyOptions {
  readonly key?: string;
  readonly json?: boolean;
}

/** `amaan govern verify`. */
export function registerVerify(govern: Command): void {
  govern
    .command('verify')
    .description(
      'check an evidence pack on any machine, without database or network; exit code 1 when it does not hold',
    )
    .argument('<pack>', 'the zip file')
    .option(
      '--key <vkey>',
      'verifier key from a trusted place; without it the pack is checked against its own',
    )
    .option('--json', 'print one JSON line')
    .action(verify);
}

async function verify(path: string, { key, json = false }: VerifyOptions): Promise<void> {
  await access(path).catch((cause: unknown) => {
    throw new AmaanError('FILE_NOT_FOUND', `There is no file ${path} that can be read.`, { cause });
  });
  try {
    await using pack = await PackZip.open(path);
    report(await verifyPack(pack, key), json);
  } catch (error) {
    if (json && error instanceof AmaanError) {
      printJson({ fits: false, fault: { code: error.code, message: error.message } });
    }
    throw error;
  }
}

function report(verdict: PackVerdict, json: boolean): void {
  const { manifest, vkey, ownKey, ledgerEntries, samples, population } = verdict;
  const { id, deployment, period, createdAt, files, sections } = manifest;
  if (json) {
    printJson({
      fits: true,
      pack: id,
      deployment,
      ...period,
      createdAt,
      files: files.length,
      sections: sections.length,
      ledgerEntries,
      samples,
      population,
      vkey,
      ownKey,
    });
    return;
  }
  process.stdout.write(
    `✓ The pack of ${period.from} to ${period.to} holds: ${files.length} files are the signed ones, the ledger ` +
      `proves its ${ledgerEntries} entries of the period,\n  and ${samples} of ${population} alerts, drawn again ` +
      `from the same seed, are explained with proofs.\n  deployment ${deployment}\n  key        ${vkey}\n`,
  );
  if (!ownKey) return;
  process.stderr.write(
    'amaan: checked against the key in the pack itself, which proves only that the pack is whole. Give --key with the key that you got from the deployment.\n',
  );
}
