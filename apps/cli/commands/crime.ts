import type { Command } from 'commander';
import { addForecast } from '../crime/forecast-command.ts';
import { addGistar } from '../crime/gistar-command.ts';
import { addHotspots } from '../crime/hotspots-command.ts';
import { addNearRepeat } from '../crime/near-repeat-command.ts';
import { addScan } from '../crime/scan-command.ts';

/** `amaan crime`: analyses of files of reported incidents, or of values at places. */
export function registerCrime(program: Command): void {
  const crime = program
    .command('crime')
    .description('analyse reported incidents of files by place and time; nothing reaches a deployment');
  for (const add of [addHotspots, addForecast, addGistar, addScan, addNearRepeat]) add(crime);
}
