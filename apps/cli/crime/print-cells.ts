import { printJson, printRows } from '../print-rows.ts';
import type { HotspotCell, HotspotLine } from './find-hotspots.ts';

/** At most so many cells fit a table that a person reads. */
const TABLE_ROWS = 25;

/** Prints hot spots as JSON lines, or the hottest as a table with a sentence below. */
export async function printCells(
  lines: AsyncIterable<HotspotLine>,
  { json = false }: { readonly json?: boolean },
): Promise<void> {
  const cells: HotspotCell[] = [];
  for await (const line of lines) {
    if (json) printJson(line);
    else if (line.kind === 'cell') cells.push(line);
    else {
      printRows(cells.slice(0, TABLE_ROWS).map(cellRow), false);
      if (cells.length > TABLE_ROWS) process.stdout.write(`… and ${cells.length - TABLE_ROWS} more\n`);
      process.stdout.write(
        `${line.incidents} incidents in ${line.cells} cells of ${line.cellMetres} m: ${line.hot} hot cells, which hold ${Math.round(100 * line.shareInHot)} % of them, and ${line.cold} cold ones.\n`,
      );
    }
  }
}

function cellRow({ x, y, longitude, latitude, count, density, z, q, spot }: HotspotCell) {
  return {
    place:
      longitude === null || latitude === null
        ? `${x} ${y}`
        : `${latitude.toFixed(5)} ${longitude.toFixed(5)}`,
    count: String(count),
    'per km²': density.toFixed(1),
    z: z.toFixed(2),
    q: q.toPrecision(2),
    spot: spot ?? '',
  };
}
