import { SystemView } from '@amaan/contracts/api/system-view';
import type { Command } from 'commander';
import { z } from 'zod';
import { ApiClient } from '../api-client.ts';
import { printJson, printRows } from '../print-rows.ts';
import { dataFolder } from '../project.ts';

interface StatusOptions {
  readonly data?: string;
  readonly json?: boolean;
}

/** `amaan govern status`. */
export function registerStatus(govern: Command): void {
  govern
    .command('status')
    .description('every AI system: its stage, its permit, whether it is suspended, and its models')
    .option('--data <dir>', 'data folder of the running deployment')
    .option('--json', 'print JSON lines')
    .action(printStatus);
}

async function printStatus({ data, json }: StatusOptions): Promise<void> {
  const client = await ApiClient.ofDataFolder(dataFolder(data));
  const systems = z.array(SystemView).parse(await client.get('/api/systems'));
  const lines = systems.map((system) => ({
    system: system.id,
    stage: system.stage,
    permit: permitInForce(system),
    suspended: system.suspension !== null,
    models: system.modelDetails.map(({ id, digest, current }) => ({ id, digest, current })),
  }));
  if (json) {
    for (const line of lines) printJson(line);
    return;
  }
  printRows(
    lines.map(({ permit, models, ...line }) => ({
      ...line,
      permit: permit === null ? 'none' : `until ${permit.expiresAt}`,
      models: models.flatMap(({ id, current }) => (current ? [id] : [])).join(', '),
    })),
    false,
  );
}

/** The newest permit while it holds, or null. */
function permitInForce({ permit }: SystemView): { id: string; expiresAt: string; cameras: number } | null {
  if (permit === null || permit.revokedAt !== null || Date.parse(permit.expiresAt) <= Date.now()) return null;
  const { id, expiresAt, cameras } = permit;
  return { id, expiresAt, cameras };
}
