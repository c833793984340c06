import { type Command, InvalidArgumentError } from 'commander';
import type { ScanOptions } from './find-clusters.ts';
import { parseMetres, parseShare, withIncidentOptions } from './incident-options.ts';
import { parseOne, withReplicaOptions } from './replica-options.ts';

interface Flags extends ScanOptions {
  readonly json?: boolean;
}

/** `amaan crime scan`. */
export function addScan(crime: Command): void {
  const command = crime
    .command('scan')
    .description(
      'find clusters in space and time by the scan statistic: where and when incidents were more than usual there; with --coordinates and --population in space alone, against the population',
    )
    .argument('<file>', 'reported incidents: CSV, GeoJSON or Parquet, also .gz; or a case file of SaTScan');
  withReplicaOptions(
    withIncidentOptions(command)
      .option('--cell <metres>', 'side of the cells in which incidents are counted', parseMetres, 250)
      .option('--step-days <days>', 'days that are counted together', parseOne, 1)
      .option('--max-metres <metres>', 'radius of the largest circle', parseMetres)
      .option('--max-days <days>', 'the longest cluster; at most half of the period counts', parseOne, 28)
      .option(
        '--max-share <share>',
        'the largest circle holds at most this share of all incidents, or of the population',
        parseHalf,
        0.1,
      )
      .option('--min-cases <number>', 'the fewest incidents in a cluster', parseOne, 2)
      .option('--ongoing', 'only what still goes on when the file ends')
      .option('--most <number>', 'how many clusters are told; none overlaps another', parseOne, 20)
      .option('--coordinates <file>', 'of SaTScan: id x y a line, Cartesian')
      .option('--population <file>', 'of SaTScan: id year population a line'),
  )
    .option('--json', 'print JSON lines: clusters, and a summary at the end')
    .action(async (file: string, flags: Flags) => {
      const { findClusters } = await import('./find-clusters.ts');
      const { printClusters } = await import('./print-clusters.ts');
      await printClusters(findClusters(file, flags), flags.json === true);
    });
}

function parseHalf(text: string): number {
  const share = parseShare(text);
  if (share <= 0.5) return share;
  throw new InvalidArgumentError('It is a number above 0 and at most 0.5.');
}
