import { type Command, InvalidArgumentError } from 'commander';
import type { SimulateCityOptions } from '../simulate/simulate-city.ts';

/** `amaan simulate city`. */
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
