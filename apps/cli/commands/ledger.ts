import type { Command } from 'commander';
import type { VerifyOptions } from '../ledger/verify-ledger-command.ts';

/** `amaan ledger verify|export`. */
export function registerLedger(program: Command): void {
  const ledger = program
    .command('ledger')
    .description('the tamper-evident record of everything that matters');
  ledger
    .command('verify')
    .description(
      'recompute the ledger and name the first entry that does not fit; exit code 1 when one does not',
    )
    .argument(
      '[export]',
      'an exported ledger; it needs no database and no network. Left out: the data folder',
    )
    .option(
      '--key <vkey>',
      'verifier key from a trusted place; without it an export is checked against its own',
    )
    .option('--checkpoints <file>', 'signed checkpoints kept elsewhere (a copy of ledger/checkpoints.txt)')
    .option('--data <dir>', 'data folder of the deployment')
    .option('--json', 'print JSON lines')
    .action(async (file: string | undefined, options: VerifyOptions) => {
      const { verifyLedgerCommand } = await import('../ledger/verify-ledger-command.ts');
      await verifyLedgerCommand(file, options);
    });
  ledger
    .command('export')
    .description('write the whole ledger to a file that `amaan ledger verify` checks on any machine')
    .argument('<file>', 'where to write it')
    .option('--data <dir>', 'data folder of the running deployment')
    .action(async (file: string, options: { data?: string }) => {
      const { exportLedger } = await import('../ledger/export-ledger.ts');
      await exportLedger(file, options.data);
    });
}
