import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportPreview, PreviewHint, PreviewQuery } from '@amaan/contracts/crime/import-batch';
import type { ImportMapping } from '@amaan/contracts/crime/import-mapping';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { isPersonalColumn } from '@amaan/contracts/tables/personal-columns';
import { classifyOffence } from '@amaan/crime-analytics/import/classify-offence';
import { proposeMapping } from '@amaan/crime-analytics/import/propose-mapping';
import { readPlane } from '@amaan/store/crime/imports';
import type { IncidentFiles } from '@amaan/store/crime/incident-files';
import { readOffenceClasses } from '@amaan/store/crime/offences';
import type { Database } from '@amaan/store/open-database';
import { asImportError } from './import-service.ts';
import { type OpenedRows, openRows } from './open-rows.ts';
import { readerFor } from './stage-import.ts';

const ROWS_SHOWN = 20;
const MOST_OFFENCES = 200;
/** Metres are taken to be in the zone of Lahore, where a site has no plane yet. */
const USUAL_PLANE = 'EPSG:32643';

/**
 * What the beginning of a file looks like, and how it would be read: by the mapping that was sent, or by a proposal. Nothing
 * is stored, and of columns that are not read nothing but their names is told.
 *
 * @throws HttpError 422 as `ImportService.import`
 */
export async function previewImport(
  { db, files, now }: { readonly db: Database; readonly files: IncidentFiles; readonly now: () => number },
  query: PreviewQuery,
  source: AsyncIterable<Uint8Array>,
): Promise<ImportPreview> {
  await files.prepare();
  const spool = join(files.folder, `${newIdentifier()}.preview.part`);
  try {
    await using rows = await openRows(source, { wishes: query.mapping ?? {}, spool });
    const place = await readPlane(db, { siteId: query.siteId, simulated: false });
    const { mapping, hints } = mappingFor(rows, query, place?.plane ?? USUAL_PLANE);
    const common = {
      ...{ format: rows.format, compressed: rows.compressed, encoding: rows.encoding },
      ...{ separator: rows.separator, header: rows.header, mapping },
    };
    if (rows.encodingGuessed) hints.push('latin-1-assumed');
    if (!rows.isWhole) hints.push('beginning-only');
    if (mapping === null)
      return {
        ...common,
        columns: columnsOf(rows, null),
        rows: [],
        rejected: [],
        seen: 0,
        good: 0,
        hints,
        offences: [],
      };
    const { reader } = readerFor(rows, { mapping, place, now: now() });
    const read = rows.sample(reader.columns).map((record) => reader.read(record));
    const good = read.flatMap((row) => ('code' in row ? [] : [row]));
    const rejected = read.flatMap((row) => ('code' in row ? [row] : []));
    if (rejected.length > read.length / 10) hints.push('many-rejected');
    const swapped = rejected.filter(({ code }) => code === 'place-swapped').length;
    if (swapped > read.length / 2 && !hints.includes('swapped-coordinates'))
      hints.push('swapped-coordinates');
    return {
      ...common,
      columns: columnsOf(rows, mapping),
      rows: good.slice(0, ROWS_SHOWN).map((row) => ({
        ...{ line: row.line, position: [row.longitude, row.latitude], offence: row.offence },
        ...{ from: instantOf(row.from), until: instantOf(row.until), externalId: row.externalId },
      })),
      rejected: rejected.slice(0, ROWS_SHOWN),
      ...{ seen: read.length, good: good.length, hints },
      offences: await offencesOf(
        db,
        new Set(good.map(({ offence }) => offence).filter((name) => name !== '')),
      ),
    };
  } catch (error) {
    throw asImportError(error);
  } finally {
    await rm(spool, { force: true });
  }
}

function mappingFor(
  rows: OpenedRows,
  { mapping, kind, timeZone }: PreviewQuery,
  plane: string,
): { readonly mapping: ImportMapping | null; readonly hints: PreviewHint[] } {
  if (mapping !== undefined) return { mapping, hints: [] };
  const options = { kind, timeZone, plane, offence: null };
  const proposal = proposeMapping(rows.columns, rows.header, rows.sampleOf, options);
  return { mapping: proposal.mapping, hints: [...proposal.hints] };
}

function columnsOf(rows: OpenedRows, mapping: ImportMapping | null): ImportPreview['columns'] {
  const uses = mapping === null ? [] : usesOf(mapping);
  return rows.columns.map((name) => ({
    name,
    uses: uses.filter(([column]) => column === name).map(([, use]) => use),
    personal: isPersonalColumn(name),
  }));
}

function usesOf({ place, time, offence, externalId, minutes }: ImportMapping) {
  const column = offence !== null && 'column' in offence ? offence.column : null;
  return [
    [place.x, 'x'] as const,
    [place.y, 'y'] as const,
    ...time.from.map((name) => [name, 'from'] as const),
    ...time.until.map((name) => [name, 'until'] as const),
    [column, 'offence'] as const,
    [externalId, 'externalId'] as const,
    [minutes, 'minutes'] as const,
  ];
}

async function offencesOf(db: Database, names: ReadonlySet<string>): Promise<ImportPreview['offences']> {
  const known = await readOffenceClasses(db);
  return [...names].slice(0, MOST_OFFENCES).map((offence) => {
    const { kind, officerInitiated, victimSensitive } = known.get(offence) ?? classifyOffence(offence);
    return { offence, kind, officerInitiated, victimSensitive };
  });
}
