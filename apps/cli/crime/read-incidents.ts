import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PreviewHint, RejectedLine } from '@amaan/contracts/crime/import-batch';
import type { ImportMapping } from '@amaan/contracts/crime/import-mapping';
import { AmaanError } from '@amaan/contracts/problem';
import { isPersonalColumn } from '@amaan/contracts/tables/personal-columns';
import { columnNumbers } from '@amaan/crime-analytics/import/file-shape';
import { ImportError } from '@amaan/crime-analytics/import/import-error';
import { IncidentColumnsBuilder } from '@amaan/crime-analytics/import/incident-columns-builder';
import { IncidentReader, type ReadIncident } from '@amaan/crime-analytics/import/incident-reader';
import { type Projection, projectionOf, utmPlaneOf } from '@amaan/crime-analytics/import/projection';
import { type FoundColumns, proposeMapping } from '@amaan/crime-analytics/import/propose-mapping';
import type { IncidentColumns } from '@amaan/crime-analytics/incident-columns';
import { type OpenedRows, openRows } from '@amaan/server/crime/incidents/open-rows';

/** What the command line says about a file; whatever is left out is found from its beginning. */
export interface IncidentFileOptions {
  /** Columns by name; by number from 1 in a file without names. */
  readonly x?: string | undefined;
  readonly y?: string | undefined;
  /** `EPSG:26910`, or `plane`: metres in a plane that nobody named, so that results have no place on the globe. */
  readonly crs?: string | undefined;
  /** One column, or several divided by commas: `YEAR,MONTH,DAY`. */
  readonly time?: string | undefined;
  /** Columns of the latest time it can have happened. */
  readonly timeUntil?: string | undefined;
  /** The column that names the offence. */
  readonly offenceColumn?: string | undefined;
  /** Only incidents of this offence, as the data names it; capitals are not minded. */
  readonly offence?: string | undefined;
  /** An offence whose column is looked for, where none was named; incidents of others are kept. */
  readonly offenceAmong?: string | undefined;
  /** Of clock times; left out: they are taken as if they were UTC, so that days and hours are those written. */
  readonly timeZone?: string | undefined;
  /** Whether the first line names the columns; left out: found. */
  readonly header?: boolean | undefined;
}

export interface IncidentFile {
  readonly incidents: IncidentColumns;
  /** The plane that `incidents` is in; null: an unnamed one (`--crs plane`), so nothing can be put on a map. */
  readonly projection: Projection | null;
  /** Lines that were not used, by line and reason. */
  readonly rejected: readonly RejectedLine[];
  /** Good lines of other offences, where one was asked for. */
  readonly otherOffences: number;
  /** How the file was read. */
  readonly mapping: ImportMapping;
}

/** A plane without a name is read as one that has room for any numbers. */
const UNNAMED_PLANE = 'EPSG:3857';

/**
 * Reads reported incidents from CSV (with or without names of columns), GeoJSON or Parquet, also compressed by gzip.
 * Bad lines are told with their reasons and the others used.
 *
 * @throws AmaanError `FILE_NOT_FOUND`; ImportError, ProjectionError, ParquetError where nothing can be read
 */
export async function readIncidents(file: string, options: IncidentFileOptions = {}): Promise<IncidentFile> {
  if ((await stat(file).catch(() => null))?.isFile() !== true)
    throw new AmaanError('FILE_NOT_FOUND', `${file} cannot be found or is no file.`);
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  const folder = await mkdtemp(join(tmpdir(), 'amaan-rows-'));
  try {
    await using rows = await openRows(source, {
      wishes: { header: options.header },
      spool: join(folder, 'rows.parquet'),
    });
    return await collect(mappingOf(rows, options), options, rows);
  } finally {
    source.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

async function collect(
  mapping: ImportMapping,
  options: IncidentFileOptions,
  rows: OpenedRows,
): Promise<IncidentFile> {
  const reader = new IncidentReader(mapping, { now: Date.now() });
  const place = new PlaneOf(mapping, options.crs);
  const builder = new IncidentColumnsBuilder();
  const rejected: RejectedLine[] = [];
  const wanted = options.offence?.trim().toLowerCase();
  let otherOffences = 0;
  for await (const records of rows.rows(reader.columns))
    for (const record of records) {
      const row = reader.read(record);
      if ('code' in row) rejected.push(row);
      else if (wanted !== undefined && row.offence.toLowerCase() !== wanted) otherOffences += 1;
      else builder.add(...place.of(row), row.from, row.until, row.offence);
    }
  const incidents = builder.finish();
  if (incidents.length === 0) throw nothingRead(rejected, otherOffences, options.offence);
  return { incidents, projection: place.projection, rejected, otherOffences, mapping };
}

/** Metres in the plane that the file is written in, or else in the one around its first good row. */
class PlaneOf {
  projection: Projection | null = null;
  readonly #isWritten: boolean;

  constructor(mapping: ImportMapping, crs: string | undefined) {
    const source = projectionOf(mapping.place.crs);
    this.#isWritten = source.measures || crs === 'plane';
    if (source.measures) this.projection = source;
  }

  of({ longitude, latitude, x, y }: ReadIncident): readonly [number, number] {
    if (this.#isWritten) return [x, y];
    this.projection ??= utmPlaneOf(longitude, latitude);
    return this.projection.forward(longitude, latitude);
  }
}

function mappingOf({ columns, header, sampleOf }: OpenedRows, options: IncidentFileOptions): ImportMapping {
  const named = (text: string) => text.split(',').map((name) => columnNamed(columns, name.trim()));
  const { x, y, time, timeUntil, offenceColumn, crs } = options;
  const chosen = {
    ...(x === undefined ? {} : { x: named(x)[0]! }),
    ...(y === undefined ? {} : { y: named(y)[0]! }),
    ...(time === undefined ? {} : { from: named(time) }),
    ...(timeUntil === undefined ? {} : { until: named(timeUntil) }),
    ...(offenceColumn === undefined ? {} : { offence: named(offenceColumn)[0]! }),
  };
  const propose = (others: Partial<FoundColumns>) =>
    proposeMapping(columns, header, sampleOf, {
      kind: 'incidents',
      timeZone: options.timeZone ?? 'UTC',
      crs: crs === 'plane' ? UNNAMED_PLANE : crs,
      plane: null,
      chosen: { ...others, ...chosen },
      offence: 'incident',
    });
  let { mapping, hints } = propose({});
  const wanted = options.offence ?? options.offenceAmong;
  // A column whose name says nothing is found by what stands in it.
  if (wanted !== undefined && mapping?.offence && 'constant' in mapping.offence) {
    const column = columnWith(wanted, columns, sampleOf);
    if (column !== undefined) ({ mapping, hints } = propose({ offence: column }));
  }
  if (mapping === null) throw new ImportError('IMPORT_MAPPING', missingText(hints, columns));
  if (hints.includes('swapped-coordinates'))
    throw new ImportError(
      'IMPORT_MAPPING',
      'Latitude and longitude stand the other way round; give the column of the longitude with --x.',
    );
  return mapping;
}

/** The first column that has a value in the rows that were looked at; those about persons are not. */
function columnWith(
  value: string,
  columns: readonly string[],
  sampleOf: OpenedRows['sampleOf'],
): string | undefined {
  const wanted = value.trim().toLowerCase();
  return columns
    .filter((column) => !isPersonalColumn(column))
    .find((column) => sampleOf(column).some((cell) => cell.trim().toLowerCase() === wanted));
}

/** A column by its name, whatever its capitals. @throws ImportError `IMPORT_COLUMN` */
function columnNamed(columns: readonly string[], name: string): string {
  const found = columns.includes(name)
    ? name
    : columns.find((column) => column.toLowerCase() === name.toLowerCase());
  return columns[columnNumbers(columns, [found ?? name])[0]!]!;
}

function missingText(hints: readonly PreviewHint[], columns: readonly string[]): string {
  const has = `Its columns are: ${columns.slice(0, 40).join(', ')}.`;
  if (hints.includes('no-place-columns'))
    return `Which columns hold the place is not clear; name them with --x and --y. ${has}`;
  if (hints.includes('no-time-column'))
    return `Which column holds the time is not clear; name it with --time. ${has}`;
  return 'The coordinates are metres; say in which system, for example --crs EPSG:32643, or --crs plane.';
}

/** Why there is nothing to work with. */
function nothingRead(
  rejected: readonly RejectedLine[],
  others: number,
  offence: string | undefined,
): ImportError {
  if (others > 0)
    return new ImportError(
      'IMPORT_EMPTY',
      `None of the ${others} incidents of the file is of the offence "${offence}".`,
    );
  const [first] = rejected;
  return new ImportError(
    'IMPORT_EMPTY',
    first === undefined
      ? 'The file has no rows.'
      : `None of the file's rows can be used; line ${first.line}: ${first.reason}`,
  );
}
