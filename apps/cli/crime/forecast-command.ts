import { type Command, InvalidArgumentError } from 'commander';
import { type IncidentFlags, parseCount, parseMetres, withIncidentOptions } from './incident-options.ts';

interface Flags extends IncidentFlags {
  readonly trainUntil: string;
  readonly horizonDays: number;
  readonly areaFraction: number;
  readonly cell: number;
  readonly hexagons?: number;
  readonly seed: number;
  readonly cells?: boolean;
  readonly json?: boolean;
}

/** `amaan crime forecast`. */
export function addForecast(crime: Command): void {
  const command = crime
    .command('forecast')
    .description(
      'forecast where incidents will be from those before a day, and judge it by those after it beside simple baselines',
    )
    .argument('<file>', 'reported incidents: CSV, GeoJSON or Parquet, also .gz');
  withIncidentOptions(command)
    .requiredOption('--train-until <date>', 'the first day that is forecast; nothing from it on is looked at')
    .requiredOption('--horizon-days <number>', 'how many days are forecast', parseDays)
    .requiredOption(
      '--area-fraction <share>',
      'share of the area that could be visited: 0.005 is half a percent',
      parseFraction,
    )
    .option('--cell <metres>', 'side of a square cell', parseMetres, 150)
    .option(
      '--hexagons <resolution>',
      'hexagons of H3 instead of squares: 9 are some 0.1 km², 10 a seventh of it',
      parseResolution,
    )
    .option('--seed <number>', 'of the bootstrap', parseCount, 1)
    .option('--cells', 'tell which cells were chosen')
    .option('--json', 'print one JSON line')
    .action(async (file: string, flags: Flags) => {
      const { forecastFile } = await import('./forecast-file.ts');
      const { printForecast } = await import('./print-forecast.ts');
      printForecast(await forecastFile(file, flags), flags.json === true);
    });
}

function parseDays(text: string): number {
  const days = Number(text);
  if (text.trim() !== '' && days > 0 && days <= 366) return days;
  throw new InvalidArgumentError('It is a number of days above 0 and at most 366.');
}

function parseResolution(text: string): number {
  const resolution = Number(text);
  if (text.trim() !== '' && Number.isInteger(resolution) && resolution >= 6 && resolution <= 12)
    return resolution;
  throw new InvalidArgumentError('It is a resolution of H3, 6 to 12.');
}

/** The whole area is a share, too. */
function parseFraction(text: string): number {
  const share = Number(text);
  if (text.trim() !== '' && share > 0 && share <= 1) return share;
  throw new InvalidArgumentError('It is a number above 0 and at most 1.');
}
