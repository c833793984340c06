import { printJson, printRows } from '../print-rows.ts';
import type { NearRepeatCell, NearRepeatLine, NearRepeatSummary } from './find-near-repeats.ts';

/** Prints a Knox test as JSON lines, or as a table with a sentence below. */
export async function printNearRepeats(lines: AsyncIterable<NearRepeatLine>, json: boolean): Promise<void> {
  const cells: NearRepeatCell[] = [];
  let places = 0;
  for await (const line of lines) {
    if (json) printJson(line);
    else if (line.kind === 'cell') cells.push(line);
    else if (line.kind === 'place') places += 1;
    else {
      printRows(tableOf(cells), false);
      process.stdout.write(`${sentenceOf(line, places)}\n`);
    }
  }
}

/** A row for each band of distance; in each cell the pairs, their ratio to chance, and `*` where the whole table allows for it. */
function tableOf(cells: readonly NearRepeatCell[]): Record<string, string>[] {
  const rows = Map.groupBy(cells, ({ fromMetres }) => fromMetres);
  return Array.from(rows.values(), (row) => ({
    distance: bandText(row[0]!.fromMetres, row[0]!.toMetres, 'm'),
    ...Object.fromEntries(
      row.map(({ fromDays, toDays, observed, ratio, tableP }) => [
        bandText(fromDays, toDays, 'd'),
        `${observed} (${ratio === null ? '–' : `× ${ratio.toFixed(2)}`})${tableP <= 0.05 ? ' *' : ''}`,
      ]),
    ),
  }));
}

function bandText(from: number, to: number | null, unit: string): string {
  return to === null ? `≥ ${from} ${unit}` : `${from} – < ${to} ${unit}`;
}

function sentenceOf({ incidents, replicas, advice }: NearRepeatSummary, places: number): string {
  const test = `${incidents} incidents, ${replicas} replicas; * at most one table in twenty has such a cell by chance.`;
  if (!advice) return `${test}\nIncidents do not repeat nearby more than by chance.`;
  const { withinMetres, withinDays, riskRatio, p } = advice;
  const time = withinDays === 1 ? 'on the same day' : `in ${withinDays} days from its own on`;
  return `${test}\nWithin ${withinMetres} m of an incident and ${time}, others are ${riskRatio.toFixed(2)} times as many as by chance (p ${p}). On the day after the last one, incidents around which that holds: ${places}.`;
}
