import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import {
  MOST_REJECTED_NAMED,
  type RejectedLine,
  type RejectionCode,
} from '@amaan/contracts/crime/import-batch';
import type { ImportMapping } from '@amaan/contracts/crime/import-mapping';
import { csvText } from '@amaan/contracts/csv-text';
import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import { ImportError } from '@amaan/crime-analytics/import/import-error';
import { IncidentReader, rejected } from '@amaan/crime-analytics/import/incident-reader';
import { projectionOf, utmPlaneOf } from '@amaan/crime-analytics/import/projection';
import { areSwapped } from '@amaan/crime-analytics/import/propose-mapping';
import { IncidentStaging, type StagedFile } from '@amaan/store/crime/incident-staging';
import type { ImportFacts } from '@amaan/store/tables/crime-incident-tables';
import { type OpenedRows, openRows } from './open-rows.ts';

/** The plane of a site, and its middle. */
export interface SitePlane {
  /** `EPSG:32643`, for example. */
  readonly plane: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** What to import, and against what. Can be cloned. */
export interface ImportOrder {
  readonly id: Identifier;
  /** Where files of incidents lie. */
  readonly folder: string;
  readonly mapping: ImportMapping;
  /** Null: the site has none yet, so the file's first rows say where it is. */
  readonly place: SitePlane | null;
  /** Files of the site that rows are held against. */
  readonly stored: readonly string[];
  /** The moment of the import, in milliseconds since 1970. */
  readonly now: number;
}

/** What came of it: files with `.part` at their end, and what is known of them. Can be cloned. */
export interface StagedImport {
  readonly place: SitePlane | null;
  readonly fileBytes: number;
  readonly fileDigest: Digest;
  readonly rejected: number;
  readonly facts: ImportFacts;
  /** Null: no row was left to store. */
  readonly file: StagedFile | null;
}

/** Further than this from the middle of a site's places is another city. */
export const NEAR_METRES = 300_000;

/**
 * Reads a file by its mapping, row by row in bounded memory, and writes its good rows and its rejected lines beside
 * each other, as `ID.parquet.part` and `ID.rejected.csv.part`. Only mapped columns get that far.
 *
 * @throws ImportError, ProjectionError, ParquetError where nothing can be imported; IncidentStagingError
 *   `INCIDENTS_DISK_FULL`; whatever the source throws. The parts are deleted by whoever calls.
 */
export async function stageImport(
  source: AsyncIterable<Uint8Array>,
  order: ImportOrder,
): Promise<StagedImport> {
  const { id, folder, mapping } = order;
  const sent = new SentBytes(source);
  await using rows = await openRows(sent, { wishes: mapping, spool: join(folder, `${id}.source.part`) });
  const { place, reader } = readerFor(rows, order);
  refuseSwapped(place, order);
  await using staging = await IncidentStaging.open(folder, id);
  await using rejections = await Rejections.open(join(folder, `${id}.rejected.csv.part`));
  const plane = place === null ? null : projectionOf(place.plane);
  let clockChanges = 0;
  for await (const records of rows.rows(reader.columns)) {
    for (const record of records) {
      const row = reader.read(record);
      if ('code' in row) rejections.add(row);
      else {
        const [east, north] = plane!.forward(row.longitude, row.latitude);
        staging.add({ ...row, east, north });
        if (row.clockChange) clockChanges += 1;
      }
    }
    await rejections.flush();
  }
  const drop = mapping.sameRows === 'drop';
  for await (const lines of await staging.repeated(order.stored, drop)) {
    for (const { line, code } of lines) rejections.add(rejected(line, code, ''));
    await rejections.flush();
  }
  const file = await staging.write();
  await rejections.finish();
  const unread = rows.columns.filter((name) => !reader.columns.includes(name));
  return {
    ...{ place, file, rejected: rejections.count },
    ...{ fileBytes: sent.bytes, fileDigest: sent.digest() },
    facts: {
      ...{ format: rows.format, encoding: rows.encoding, unread, clockChanges, alike: file?.alike ?? 0 },
      ...{ rejectedBy: rejections.byCode(), rejectedLines: rejections.first },
    },
  };
}

/** The reader of a file, and where its places are. @throws ImportError, ProjectionError */
export function readerFor(
  rows: OpenedRows,
  { mapping, place, now }: Pick<ImportOrder, 'mapping' | 'place' | 'now'>,
): { readonly reader: IncidentReader; readonly place: SitePlane | null } {
  const known = place ?? middleOf(rows, mapping, now);
  const near = known === null ? undefined : { ...known, metres: NEAR_METRES };
  return { reader: new IncidentReader(mapping, { now, near }), place: known };
}

/** The first file says where a site is: the other way round it would be in the Arctic, and all later files far away. */
function refuseSwapped(place: SitePlane | null, { place: known, mapping }: ImportOrder): void {
  if (known !== null || place === null || !projectionOf(mapping.place.crs).geographic) return;
  if (areSwapped([place.longitude], [place.latitude], mapping.time.timeZone))
    throw new ImportError(
      'IMPORT_MAPPING',
      'Longitude and latitude stand the other way round; nothing was imported. Change x and y.',
    );
}

/** Where the first rows lie, by their medians; null: none of them has a place. */
function middleOf(rows: OpenedRows, mapping: ImportMapping, now: number): SitePlane | null {
  const reader = new IncidentReader(mapping, { now });
  const places = rows
    .sample(reader.columns)
    .map((record) => reader.read(record))
    .flatMap((row) => ('code' in row ? [] : [row]));
  if (places.length === 0) return null;
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
  const longitude = median(places.map((row) => row.longitude));
  const latitude = median(places.map((row) => row.latitude));
  return { plane: utmPlaneOf(longitude, latitude).code, longitude, latitude };
}

/** Bytes as they come, counted and hashed. */
class SentBytes implements AsyncIterable<Uint8Array> {
  bytes = 0;
  readonly #source: AsyncIterable<Uint8Array>;
  readonly #hash = createHash('sha256');

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#source) {
      this.bytes += chunk.length;
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  digest(): Digest {
    return this.#hash.digest('hex');
  }
}

const HEADER = ['line', 'code', 'reason', 'value'];

/** Lines that are not kept: counted, the first named, all written into a CSV. */
class Rejections implements AsyncDisposable {
  count = 0;
  readonly first: RejectedLine[] = [];
  readonly #file: FileHandle;
  readonly #counts = new Map<RejectionCode, number>();
  #waiting: string[][] = [HEADER];

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async open(path: string): Promise<Rejections> {
    return new Rejections(await open(path, 'w', 0o600));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.close();
  }

  add(line: RejectedLine): void {
    this.count += 1;
    this.#counts.set(line.code, (this.#counts.get(line.code) ?? 0) + 1);
    if (this.first.length < MOST_REJECTED_NAMED) this.first.push(line);
    this.#waiting.push([String(line.line), line.code, line.reason, line.value]);
  }

  async flush(): Promise<void> {
    const [first, ...others] = this.#waiting;
    if (first === undefined) return;
    this.#waiting = [];
    await this.#file.writeFile(csvText(first, others));
  }

  async finish(): Promise<void> {
    await this.flush();
    await this.#file.sync();
  }

  /** Most frequent first. */
  byCode(): { code: RejectionCode; lines: number }[] {
    return [...this.#counts].map(([code, lines]) => ({ code, lines })).sort((a, b) => b.lines - a.lines);
  }
}
