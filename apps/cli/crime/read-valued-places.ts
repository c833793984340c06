import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AmaanError } from '@amaan/contracts/problem';
import { readNumber } from '@amaan/contracts/tables/read-number';
import { ImportError } from '@amaan/crime-analytics/import/import-error';
import { type Projection, projectionOf, utmPlaneOf } from '@amaan/crime-analytics/import/projection';
import { openRows } from '@amaan/server/crime/incidents/open-rows';

export interface ValuedPlaceOptions {
  readonly x?: string | undefined;
  readonly y?: string | undefined;
  readonly value: string;
  /** Without it, or `plane`: metres in a plane that nobody named. */
  readonly crs?: string | undefined;
  readonly header?: boolean | undefined;
}

/** Places with a value each, in metres of one plane, in the order of the file. */
export interface ValuedPlaces {
  readonly lines: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly values: readonly number[];
  readonly projection: Projection | null;
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * Reads places with a value from CSV, GeoJSON or Parquet. Lines without three numbers are told and left out.
 * @throws AmaanError `FILE_NOT_FOUND`; ImportError, ProjectionError, ParquetError where nothing can be read
 */
export async function readValuedPlaces(file: string, options: ValuedPlaceOptions): Promise<ValuedPlaces> {
  if ((await stat(file).catch(() => null))?.isFile() !== true)
    throw new AmaanError('FILE_NOT_FOUND', `${file} cannot be found or is no file.`);
  const source = createReadStream(file);
  const folder = await mkdtemp(join(tmpdir(), 'amaan-rows-'));
  const wanted = [options.x ?? 'x', options.y ?? 'y', options.value];
  const place = projectorOf(options.crs);
  const [lines, x, y, values]: number[][] = [[], [], [], []];
  const rejected: { line: number; reason: string }[] = [];
  try {
    await using rows = await openRows(source, {
      wishes: { header: options.header },
      spool: join(folder, 'rows.parquet'),
    });
    for await (const records of rows.rows(wanted))
      for (const record of records) {
        const cells = 'cells' in record ? record.cells.map((cell) => readNumber(cell)) : [null];
        const bad = cells.indexOf(null);
        if (bad >= 0) {
          const reason =
            'cells' in record
              ? `"${record.cells[bad]}" in column ${wanted[bad]} is no number.`
              : 'The row cannot be read.';
          rejected.push({ line: record.line, reason });
          continue;
        }
        const [east, north] = place.metres(cells[0]!, cells[1]!);
        lines!.push(record.line);
        x!.push(east);
        y!.push(north);
        values!.push(cells[2]!);
      }
  } finally {
    source.destroy();
    await rm(folder, { recursive: true, force: true });
  }
  if (lines!.length === 0)
    throw new ImportError(
      'IMPORT_EMPTY',
      rejected[0]
        ? `No row can be used; line ${rejected[0].line}: ${rejected[0].reason}`
        : 'The file has no rows.',
    );
  return { lines: lines!, x: x!, y: y!, values: values!, projection: place.projection(), rejected };
}

/** Degrees and feet are brought into the UTM zone of the first place; metres stay what they are. */
function projectorOf(crs: string | undefined) {
  const source = crs === undefined || crs === 'plane' ? null : projectionOf(crs);
  let plane = source?.measures ? source : null;
  return {
    projection: () => plane,
    metres: (x: number, y: number): readonly [number, number] => {
      if (source === null || source.measures) return [x, y];
      const [longitude, latitude] = source.inverse(x, y);
      plane ??= utmPlaneOf(longitude, latitude);
      return plane.forward(longitude, latitude);
    },
  };
}
