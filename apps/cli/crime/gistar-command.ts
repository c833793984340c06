import { type Command, Option } from 'commander';
import { parseCount, parseMetres, withPlaceOptions } from './incident-options.ts';
import type { GistarOptions } from './score-valued-places.ts';

interface Flags extends GistarOptions {
  readonly json?: boolean;
}

/** `amaan crime gistar`. */
export function addGistar(crime: Command): void {
  const command = crime
    .command('gistar')
    .description(
      'score places with a value each: Gi* or Gi of every place, local Moran, and the general G and Moran’s I of all',
    )
    .argument('<file>', 'places: CSV, GeoJSON or Parquet, also .gz');
  withPlaceOptions(command)
    .requiredOption('--value <column>', 'column of the value')
    .requiredOption('--band <metres>', 'places up to this distance apart are neighbours', parseMetres)
    .addOption(
      new Option('--weights <weights>', 'of neighbours')
        .choices(['binary', 'row-standardised'])
        .default('binary'),
    )
    .addOption(
      new Option(
        '--variance <year>',
        'formula of Getis and Ord; they differ for row-standardised weights, where PySAL has that of 1992',
      )
        .choices(['1992', '1995'])
        .default('1992'),
    )
    .option('--no-self', 'leave a place out of its own neighbours (Gi instead of Gi*)')
    .option(
      '--permutations <number>',
      'shuffles for p-values beside those of the normal distribution',
      parseCount,
      0,
    )
    .option('--seed <number>', 'of the shuffles', parseCount, 1)
    .option('--json', 'print JSON lines: a place each, and a summary at the end')
    .action(async (file: string, flags: Flags) => {
      const { printPlaces, scoreValuedPlaces } = await import('./score-valued-places.ts');
      await printPlaces(scoreValuedPlaces(file, flags), flags.json === true);
    });
}
