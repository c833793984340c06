import { csvCells, csvLines } from '@amaan/contracts/csv-cells';
import type { CallMapping } from '@amaan/contracts/service/call-import';
import type { CallField, RefusedCall } from '@amaan/contracts/service/emergency-call';
import { isPersonalColumn } from '@amaan/contracts/tables/personal-columns';
import { readTime, spanOf } from '@amaan/contracts/tables/read-time';
import { ZoneClock } from '@amaan/contracts/tables/zone-clock';
import type { CallReport } from '@amaan/governance-monitoring/service/call-record';
import { HttpError } from '../../http/http-errors.ts';
import { type CallReading, type RawCall, readCall } from './read-call.ts';

/** A line of a file: a call, or why it is none. */
export type ReadLine = { readonly line: number; readonly report: CallReport } | RefusedCall;

/** The names of the columns of a file, as its first line has them. */
export function columnsOf(csv: string, separator: CallMapping['separator']): string[] {
  const first = csvLines(csv).next();
  return first.done ? [] : (csvCells(first.value.text, separator) ?? []);
}

/**
 * Reads a file line by line: only the columns that the mapping names are looked at.
 * @throws HttpError 422 `COLUMN_UNKNOWN`, `COLUMN_PERSONAL`, `TIME_ZONE_UNKNOWN`
 */
export function* readCallFile(
  csv: string,
  mapping: CallMapping,
  how: Omit<CallReading, 'timeOf' | 'priorities' | 'defaultSite'>,
): Generator<ReadLine> {
  const columns = columnsOf(csv, mapping.separator);
  const places = placesOf(columns, mapping);
  const reading: CallReading = {
    ...how,
    timeOf: timeReader(mapping),
    defaultSite: mapping.siteId,
    priorities: new Map(
      Object.entries(mapping.priorities).map(([word, priority]) => [word.toLowerCase(), priority]),
    ),
  };
  for (const { line, text } of csvLines(csv)) {
    if (line === 1 || text.trim() === '') continue;
    const cells = csvCells(text, mapping.separator);
    if (cells === null) yield { line, reason: 'quote-open', field: null };
    else if (cells.length !== columns.length) yield { line, reason: 'fields-count', field: null };
    else yield readLine(line, cells, places, reading);
  }
}

function readLine(
  line: number,
  cells: readonly string[],
  places: readonly (readonly [CallField, number])[],
  how: CallReading,
): ReadLine {
  const raw: RawCall = {};
  for (const [field, place] of places) raw[field] = cells[place];
  const read = readCall(raw, how);
  if ('reason' in read) return { line, ...read };
  // A feed may say later when and where a call came in; a file has said all that it knows.
  if (read.facts.receivedAt == null) return { line, reason: 'time-missing', field: 'receivedAt' };
  if (read.facts.siteId === undefined) return { line, reason: 'site-missing', field: 'site' };
  return { line, report: read };
}

function placesOf(columns: readonly string[], mapping: CallMapping): [CallField, number][] {
  return Object.entries(mapping.columns).map(([field, name]) => {
    const place = columns.indexOf(name);
    if (place < 0)
      throw new HttpError(422, 'COLUMN_UNKNOWN', `The file has no column “${name}”; nothing was kept.`);
    if (isPersonalColumn(name))
      throw new HttpError(
        422,
        'COLUMN_PERSONAL',
        `The name of the column “${name}” says that persons are in it: it is never read, and nothing was kept.`,
      );
    return [field as CallField, place];
  });
}

function timeReader({ timeZone, dayFirst }: CallMapping): CallReading['timeOf'] {
  let clock: ZoneClock;
  try {
    clock = new ZoneClock(timeZone);
  } catch {
    throw new HttpError(422, 'TIME_ZONE_UNKNOWN', `There is no time zone “${timeZone}”; nothing was kept.`);
  }
  return (text) => {
    const written = readTime([text], dayFirst ? 'dmy' : 'mdy');
    // A day alone is no moment: nobody can be timed by it.
    if (written === null || written.clock === null) return null;
    const span = spanOf(written, 'as-written', clock);
    return typeof span === 'string' ? null : span.from;
  };
}
