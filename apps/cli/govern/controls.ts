import { ControlOverview, type ControlView } from '@amaan/contracts/governance/control';
import type { Command } from 'commander';
import { ApiClient } from '../api-client.ts';
import { printJson, printRows } from '../print-rows.ts';
import { dataFolder } from '../project.ts';

interface ControlsOptions {
  readonly data?: string;
  readonly json?: boolean;
}

/** `amaan govern controls`. */
export function registerControls(govern: Command): void {
  govern
    .command('controls')
    .description('every control of ISO/IEC 42001 and 27001 with what the running system says to it')
    .option('--data <dir>', 'data folder of the running deployment')
    .option('--json', 'print JSON lines')
    .action(printControls);
}

async function printControls({ data, json }: ControlsOptions): Promise<void> {
  const client = await ApiClient.ofDataFolder(dataFolder(data));
  const { controls } = ControlOverview.parse(await client.get('/api/controls'));
  if (json) {
    for (const control of controls) printJson(lineOf(control));
    return;
  }
  printRows(controls.map(rowOf), false);
  const red = controls.filter(({ status }) => status === 'contradicts').length;
  const holding = controls.filter(({ status }) => status === 'holds').length;
  process.stdout.write(`\n${holding} of ${controls.length} controls hold; ${red} are contradicted.\n`);
}

/** The line that scripts depend on. `applicable` is null while nobody has decided. */
function lineOf({ standard, id, statement, status, evidence }: ControlView) {
  return { standard, id, applicable: applicableOf(statement.applicability), status, evidence };
}

function applicableOf(applicability: ControlView['statement']['applicability']): boolean | null {
  return applicability === 'undecided' ? null : applicability === 'applicable';
}

function rowOf({ standard, id, wording, statement, status, evidence, reason }: ControlView) {
  const why = status === 'holds' ? wording.en : reason.en;
  return { standard, id, applicable: statement.applicability, status, evidence, why };
}
