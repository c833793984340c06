import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { csvCells } from '@amaan/contracts/csv-cells';
import { PlateText } from '@amaan/contracts/plates/plate-reading';
import type { Logger } from 'pino';
import { RegistryEntry, RegistryError, type VehicleRegistry } from './registry-entry.ts';

/** A line that was left out, and why. */
export interface BadLine {
  readonly line: number;
  readonly reason: string;
}

const COLUMNS = ['plate', 'class', 'colour', 'make', 'state', 'fir', 'emergency'] as const;
/** What people spell: kept as it stands. */
const SPELT: readonly string[] = ['make', 'fir'];
const FLAGS: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  1: true,
  no: false,
  false: false,
  0: false,
};
/** So many bad lines are named; all of them are counted. */
const MOST_NAMED = 20;

/**
 * A registry in a CSV file with a header: `plate`, and any of `class`, `colour`, `make`, `state`, `fir`, `emergency`
 * (`yes` or `no`), read whole at start.
 * Good lines are kept; each bad one is reported with its number and the reason.
 */
export class CsvVehicleRegistry implements VehicleRegistry {
  readonly badLines: readonly BadLine[];
  readonly #entries: ReadonlyMap<string, RegistryEntry>;

  private constructor(entries: ReadonlyMap<string, RegistryEntry>, badLines: readonly BadLine[]) {
    this.#entries = entries;
    this.badLines = badLines;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** @throws RegistryError `REGISTRY_UNREADABLE`, also without a column `plate` */
  static async open(path: string, logger: Logger): Promise<CsvVehicleRegistry> {
    const entries = new Map<string, RegistryEntry>();
    const bad: BadLine[] = [];
    let header: string[] | null = null;
    let line = 0;
    try {
      for await (const text of createInterface({
        input: createReadStream(path, 'utf8'),
        crlfDelay: Infinity,
      })) {
        line += 1;
        if (text.trim() === '') continue;
        const cells = csvCells(line === 1 ? text.replace(/^\uFEFF/, '') : text);
        if (header === null) header = (cells ?? []).map((name) => name.toLowerCase());
        else if (cells === null) bad.push({ line, reason: 'a quotation mark is not closed' });
        else addLine(entries, bad, { line, cells, header });
      }
    } catch (error) {
      throw new RegistryError(
        'REGISTRY_UNREADABLE',
        `The vehicle registry ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
        { cause: error },
      );
    }
    if (header === null || !header.includes('plate'))
      throw new RegistryError(
        'REGISTRY_UNREADABLE',
        `The vehicle registry ${path} has no column “plate” in its first line.`,
      );
    for (const { line: number, reason } of bad.slice(0, MOST_NAMED))
      logger.warn({ line: number, reason }, 'a line of the vehicle registry was left out');
    logger.info({ vehicles: entries.size, badLines: bad.length }, 'the vehicle registry was read');
    return new CsvVehicleRegistry(entries, bad);
  }

  peek(plate: string): RegistryEntry | null {
    return this.#entries.get(plate) ?? null;
  }

  async lookup(plate: string): Promise<RegistryEntry | null> {
    return this.peek(plate);
  }
}

function addLine(
  entries: Map<string, RegistryEntry>,
  bad: BadLine[],
  {
    line,
    cells,
    header,
  }: { readonly line: number; readonly cells: readonly string[]; readonly header: string[] },
): void {
  const row: Partial<Record<string, string>> = {};
  for (const name of COLUMNS) {
    const cell = cells[header.indexOf(name)]?.trim();
    if (cell !== undefined && cell !== '') row[name] = SPELT.includes(name) ? cell : cell.toLowerCase();
  }
  const plate = PlateText.safeParse((row.plate ?? '').toUpperCase().replace(/[\s.·-]/g, ''));
  if (!plate.success) {
    bad.push({ line, reason: row.plate === undefined ? 'has no plate' : 'its plate is none' });
    return;
  }
  const { plate: _, emergency, ...known } = row;
  const entry = RegistryEntry.safeParse({
    ...known,
    ...(emergency !== undefined && { emergency: FLAGS[emergency] ?? emergency }),
  });
  if (!entry.success) {
    const [issue] = entry.error.issues;
    bad.push({ line, reason: `${issue?.path.join('.')}: ${issue?.message}` });
  } else if (entries.has(plate.data)) bad.push({ line, reason: 'the same plate stands in the file before' });
  else entries.set(plate.data, entry.data);
}
