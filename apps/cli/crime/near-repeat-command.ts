import { NearRepeatSettings } from '@amaan/contracts/crime/analysis-question';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { NearRepeatOptions } from './find-near-repeats.ts';
import { parseShare, withIncidentOptions } from './incident-options.ts';
import { withReplicaOptions } from './replica-options.ts';

interface Flags extends NearRepeatOptions {
  readonly json?: boolean;
}

/** `amaan crime near-repeat`. */
export function addNearRepeat(crime: Command): void {
  const usual = NearRepeatSettings.parse({});
  const command = crime
    .command('near-repeat')
    .description(
      'whether incidents follow each other nearby soon after (Knox test), and what follows for the next days',
    )
    .argument('<file>', 'reported incidents: CSV, GeoJSON or Parquet, also .gz');
  withReplicaOptions(
    withIncidentOptions(command)
      .option(
        '--metres <ends>',
        'ends of the bands of distance, not included, divided by commas; one without end follows',
        parseEnds,
        usual.metres,
      )
      .option(
        '--days <ends>',
        'ends of the bands of days, as well: 1,8 is the same day, then 1–7',
        parseDays,
        usual.days,
      )
      .addOption(
        new Option('--metric <metric>', 'distance along streets at right angles, or as the crow flies')
          .choices(['manhattan', 'euclidean'])
          .default(usual.distance),
      )
      .option('--alpha <share>', 'highest p of what is advised', parseShare, usual.alpha),
  )
    .option('--json', 'print JSON lines: cells of the table, places, and a summary at the end')
    .action(async (file: string, flags: Flags) => {
      const { findNearRepeats } = await import('./find-near-repeats.ts');
      const { printNearRepeats } = await import('./print-near-repeats.ts');
      await printNearRepeats(findNearRepeats(file, flags), flags.json === true);
    });
}

function parseEnds(text: string): number[] {
  const ends = text.split(',').map((end) => (end.trim() === '' ? Number.NaN : Number(end)));
  const ascend = ends.every((end, at) => end > (ends[at - 1] ?? 0) && Number.isFinite(end));
  if (ascend) return ends;
  throw new InvalidArgumentError('It is a list of numbers above 0 that grow, such as 1,100,200.');
}

function parseDays(text: string): number[] {
  const ends = parseEnds(text);
  if (ends.every(Number.isInteger)) return ends;
  throw new InvalidArgumentError('Days are whole ones, such as 1,8,15.');
}
