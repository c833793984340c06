import { type Command, InvalidArgumentError } from 'commander';
import { printJson, printRows } from '../print-rows.ts';
import { dataFolder } from '../project.ts';

const DEFAULT_PORT = 8080;

/** `amaan doctor`. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('what works on this machine, what is missing, and how to get it')
    .option('--install', 'install what is missing with apt-get, showing the commands first')
    .option('--data <folder>', 'data folder to look at')
    .option('--port <number>', 'port that the console will use', parsePort, DEFAULT_PORT)
    .option('--json', 'print JSON lines')
    .action(doctor);
}

async function doctor(options: {
  install?: boolean;
  data?: string;
  port: number;
  json?: boolean;
}): Promise<void> {
  const { runDoctor } = await import('../doctor/run-doctor.ts');
  if (options.install) {
    const { installPackages } = await import('../doctor/install-packages.ts');
    await installPackages();
  }
  const checks = await runDoctor({ dataFolder: dataFolder(options.data), port: options.port });
  if (options.json) for (const check of checks) printJson(check);
  else {
    printRows(
      checks.map(({ what, state, found }) => ({ check: what, state, found })),
      false,
    );
    const advice = checks.filter(({ help }) => help !== null);
    for (const { what, help } of advice) process.stdout.write(`\n${what}: ${help}`);
    process.stdout.write(advice.length > 0 ? '\n' : '\nEverything is there.\n');
  }
  if (checks.some((check) => check.state === 'missing' && check.neededFor === 'running'))
    process.exitCode = 1;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError('It must be a whole number from 1 to 65535.');
}
