import type { CellReach } from '@amaan/crime-analytics/autocorrelation/grid-weights';
import { type Command, Option } from 'commander';
import {
  type IncidentFlags,
  parseCount,
  parseMetres,
  parseShare,
  withIncidentOptions,
} from './incident-options.ts';

interface Flags extends IncidentFlags {
  readonly cell: number;
  readonly reach: CellReach;
  readonly self: boolean;
  readonly permutations: number;
  readonly seed: number;
  readonly rate: number;
  readonly kernel: 'gaussian' | 'quartic';
  readonly bandwidth?: number;
  readonly within?: number;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `amaan crime hotspots`. */
export function addHotspots(crime: Command): void {
  const command = crime
    .command('hotspots')
    .description(
      'find the cells where incidents gather more than they would by chance (Gi*, false discoveries held), and their density',
    )
    .argument('<file>', 'reported incidents: CSV, GeoJSON or Parquet, also .gz');
  withIncidentOptions(command)
    .option('--cell <metres>', 'side of a cell', parseMetres, 250)
    .option('--reach <reach>', 'which cells are neighbours: queen, rook or metres', parseReach, 'queen')
    .option('--no-self', 'leave a cell out of its own neighbours (Gi instead of Gi*)')
    .option(
      '--permutations <number>',
      'p-values from so many shuffles; 0 takes them from the normal distribution, which errs where incidents are few',
      parseCount,
      99_999,
    )
    .option('--seed <number>', 'of the shuffles', parseCount, 1)
    .option('--rate <share>', 'share of marked cells that may be there by chance', parseShare, 0.05)
    .addOption(
      new Option('--kernel <kernel>', 'of the density').choices(['gaussian', 'quartic']).default('quartic'),
    )
    .option(
      '--bandwidth <metres>',
      'of the density: radius of the quartic kernel, standard deviation of the Gaussian; two cells without it',
      parseMetres,
    )
    .option(
      '--within <metres>',
      'study area: cells this far from one with incidents; without it the whole box, sea and fields included',
      parseMetres,
    )
    .option('--all', 'print every cell, not only significant ones')
    .option('--json', 'print JSON lines: cells, and a summary at the end')
    .action(async (file: string, flags: Flags) => {
      const { findHotspots } = await import('./find-hotspots.ts');
      const { printCells } = await import('./print-cells.ts');
      await printCells(findHotspots(file, flags), flags);
    });
}

function parseReach(text: string): CellReach {
  return text === 'queen' || text === 'rook' ? text : { metres: parseMetres(text) };
}
