import { type Command, InvalidArgumentError } from 'commander';
import type { SimulateCallsOptions } from '../simulate/simulate-calls.ts';
import type { SimulateCityOptions } from '../simulate/simulate-city.ts';

/** `amaan simulate city` and `amaan simulate calls`. */
export function registerSimulate(program: Command): void {
  const simulate = program.command('simulate').description('load that nobody has to film');
  simulate
    .command('city')
    .description(
      'a simulated city on the real ingest path, in a database of its own that is removed afterwards',
    )
    .option('--cameras <number>', 'cameras of the city', wholeNumber, 200)
    .option('--rate <number>', 'observations a second, all cameras together', positiveNumber, 100)
    .option('--seconds <number>', 'how long; until Ctrl-C when left out', positiveNumber)
    .option('--json', 'print a JSON line each second and one at the end')
    .action(async (options: SimulateCityOptions) => {
      const { simulateCity } = await import('../simulate/simulate-city.ts');
      await simulateCity(options);
    });
  simulate
    .command('calls')
    .description('a dispatch system that reports simulated emergency calls to a feed, until Ctrl-C')
    .requiredOption('--feed <url>', 'whole address of the feed; its token stands in AMAAN_CALL_FEED_TOKEN')
    .option('--site <name>', 'city of the calls, where the feed may report of several')
    .option('--rate <number>', 'calls an hour', positiveNumber, 12)
    .option('--hours <number>', 'hours before now that are told first', positiveNumber, 24)
    .option('--seconds <number>', 'how long', positiveNumber)
    .option('--seed <number>', 'equal seeds give equal calls', wholeNumber, 1)
    .option('--disorder', 'some reports come late, and some twice')
    .option('--json', 'print a JSON line for each batch')
    .action(async (options: SimulateCallsOptions) => {
      const { simulateCalls } = await import('../simulate/simulate-calls.ts');
      await simulateCalls(options);
    });
}

function positiveNumber(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('It must be a number above 0.');
}

function wholeNumber(text: string): number {
  const value = positiveNumber(text);
  if (Number.isInteger(value) && value <= 100_000) return value;
  throw new InvalidArgumentError('It must be a whole number from 1 to 100000.');
}
