import { CONTROLLERS, type ControllerName } from '@amaan/contracts/traffic/signal-decision';
import { type Command, InvalidArgumentError, Option } from 'commander';

interface RunFlags {
  readonly controller: ControllerName;
  readonly seed: number;
  readonly view: 'camera' | 'truth';
  readonly yellow: number;
  readonly failCamera?: { readonly junction: string; readonly from: number };
  readonly json?: boolean;
}

/** `amaan signals`. */
export function registerSignals(program: Command): void {
  const signals = program.command('signals').description('control traffic signals');
  signals
    .command('run')
    .description('run a scenario of SUMO with a controller at every signal, through the safety envelope')
    .argument('<dir>', 'a folder with a .sumocfg (or a network and demand), or such a file')
    .addOption(
      new Option('--controller <name>', 'who proposes what the signals show')
        .choices(CONTROLLERS)
        .default('look-ahead'),
    )
    .option('--seed <number>', "SUMO's seed, and that of the cameras' errors", parseWhole, 1)
    .addOption(
      new Option('--view <view>', 'what controllers see: what cameras would measure, or the truth')
        .choices(['camera', 'truth'])
        .default('camera'),
    )
    .option(
      '--yellow <seconds>',
      "yellow under a controller; the fixed plan has the network's",
      parseSeconds,
      3,
    )
    .option(
      '--fail-camera <junction@second>',
      "let a junction's cameras die at a second of the simulation's clock",
      parseFailure,
    )
    .option('--json', 'print one JSON line')
    .action(async (path: string, flags: RunFlags) => {
      const { runSignals } = await import('../signals/run-signals.ts');
      const { printRows } = await import('../print-rows.ts');
      printRows([{ ...(await runSignals(path, flags)) }], flags.json === true);
    });
}

function parseWhole(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= 0 && value < 2 ** 31) return value;
  throw new InvalidArgumentError('It is a whole number from 0 on.');
}

function parseSeconds(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 1 && value <= 10) return value;
  throw new InvalidArgumentError('It is a time from 1 to 10 seconds.');
}

function parseFailure(text: string): { junction: string; from: number } {
  const at = text.lastIndexOf('@');
  const from = Number(text.slice(at + 1));
  if (at > 0 && at < text.length - 1 && Number.isFinite(from)) return { junction: text.slice(0, at), from };
  throw new InvalidArgumentError('It is a junction, an @ and a second, as in J7@25500.');
}
