import type { PreviewHint } from '@amaan/contracts/crime/import-batch';
import type { DateOrder, ImportKind, ImportMapping } from '@amaan/contracts/crime/import-mapping';
import { isPersonalColumn } from '@amaan/contracts/tables/personal-columns';
import { latinDigits, readNumber } from '@amaan/contracts/tables/read-number';
import { readTime } from '@amaan/contracts/tables/read-time';
import { LATITUDE_COLUMN, LONGITUDE_COLUMN } from './geojson-records.ts';

export interface ProposalOptions {
  readonly kind: ImportKind;
  readonly timeZone: string;
  /** EPSG code of the coordinates; left out: degrees are WGS 84 and metres in `plane`. */
  readonly crs?: string | undefined;
  /** What numbers that are metres are taken to be in; null: nothing can be proposed for them. */
  readonly plane: string | null;
  /** Columns that somebody has named already. */
  readonly chosen?: Partial<FoundColumns> | undefined;
  /** What all rows are of when no column names an offence; null: then one must be chosen. */
  readonly offence: string | null;
}

export interface Proposal {
  /** Null: place, time or offence were not found. */
  readonly mapping: ImportMapping | null;
  readonly hints: readonly PreviewHint[];
}

/** Cells of named columns in the rows that were looked at. */
export type SampleOf = (column: string) => readonly string[];

const X_NAMES = [
  'longitude',
  'long',
  'lon',
  'lng',
  'x',
  'easting',
  'east',
  'x coordinate',
  'x coord',
  'xcoord',
  'point x',
];
const Y_NAMES = ['latitude', 'lat', 'y', 'northing', 'north', 'y coordinate', 'y coord', 'ycoord', 'point y'];
const FROM_NAMES = [
  ...[
    'from',
    'from date',
    'date from',
    'start',
    'start date',
    'start time',
    'earliest',
    'occurred from',
    'from time',
  ],
  ...[
    'occurred',
    'occurred at',
    'date of occurrence',
    'occurrence date',
    'date occurred',
    'date of offence',
    'offence date',
  ],
  ...[
    'incident date',
    'crime date',
    'datetime',
    'date time',
    'timestamp',
    'when',
    'incident time',
    'date',
    'time',
    'month',
    'تاریخ',
  ],
];
const UNTIL_NAMES = [
  'until',
  'to',
  'to date',
  'date to',
  'end',
  'end date',
  'end time',
  'latest',
  'occurred to',
  'to time',
];
const CLOCK_NAMES = [
  'time',
  'time of occurrence',
  'occurrence time',
  'time occurred',
  'hour',
  'incident time',
  'وقت',
];
const OFFENCE_NAMES = [
  ...[
    'offence',
    'offense',
    'offence type',
    'offense type',
    'crime type',
    'primary type',
    'incident type',
    'crime',
  ],
  ...['crime category', 'offence category', 'offence name', 'crime head', 'type', 'category', 'جرم'],
];
const ID_NAMES = [
  ...[
    'id',
    'incident id',
    'crime id',
    'event id',
    'external id',
    'fir',
    'fir no',
    'fir number',
    'case number',
    'case no',
  ],
  ...['incident number', 'report number', 'reference', 'reference number', 'objectid'],
];
const MINUTES_NAMES = ['minutes', 'patrol minutes', 'duration minutes', 'minutes present'];
const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'];

/**
 * What the columns of a file are, by their names; of a file without names by what stands in them.
 * @param sampleOf asked only for columns that the mapping will read, and for all where there are no names
 */
export function proposeMapping(
  columns: readonly string[],
  header: boolean,
  sampleOf: SampleOf,
  options: ProposalOptions,
): Proposal {
  const hints: PreviewHint[] = [];
  const usable = columns.filter((name) => !isPersonalColumn(name));
  const found = { ...(header ? byName(usable) : byValue(usable, sampleOf)), ...options.chosen };
  const { x, y, offence, externalId, minutes } = found;
  if (x === null || y === null) hints.push('no-place-columns');
  if (found.from.length === 0) hints.push('no-time-column');
  const needsOffence = options.kind === 'incidents' && offence === null;
  if (needsOffence && options.offence === null) hints.push('no-offence-column');
  if (x === null || y === null || found.from.length === 0) return { mapping: null, hints };
  const [xs, ys] = [sampleOf(x), sampleOf(y)];
  const decimalComma = [...xs, ...ys].some(
    (cell) => /^-?\d+,\d+$/.test(cell) && !/^-?\d{1,3},\d{3}$/.test(cell),
  );
  const isMetres = numbersOf(xs, decimalComma).some((value) => Math.abs(value) > 400);
  const crs = options.crs ?? (isMetres ? options.plane : 'EPSG:4326');
  if (isMetres && options.crs === undefined) hints.push('coordinates-are-metres');
  if (!isMetres && areSwapped(numbersOf(xs, decimalComma), numbersOf(ys, decimalComma), options.timeZone))
    hints.push('swapped-coordinates');
  const times = found.from.length === 1 ? sampleOf(found.from[0]!).filter((cell) => cell !== '') : [];
  const order = dateOrderOf(times);
  if (order === null) hints.push('date-order-guessed');
  const precision = precisionOf(found.from, times, order ?? 'dmy', hints);
  if (crs === null || (needsOffence && options.offence === null)) return { mapping: null, hints };
  return {
    mapping: {
      kind: options.kind,
      place: { x, y, crs, decimalComma },
      time: {
        ...{ from: [...found.from], until: [...found.until], dateOrder: order ?? 'dmy', precision },
        timeZone: options.timeZone,
      },
      offence:
        options.kind === 'patrols'
          ? null
          : offence === null
            ? { constant: options.offence! }
            : { column: offence },
      externalId: options.kind === 'patrols' ? null : externalId,
      minutes: options.kind === 'patrols' ? minutes : null,
      sameRows: 'keep',
    },
    hints,
  };
}

/** What was found of columns, by name; a list is empty where nothing was. */
export interface FoundColumns {
  readonly x: string | null;
  readonly y: string | null;
  readonly from: readonly string[];
  readonly until: readonly string[];
  readonly offence: string | null;
  readonly externalId: string | null;
  readonly minutes: string | null;
}

function byName(columns: readonly string[]): FoundColumns {
  const plain = new Map(columns.map((name) => [plainName(name), name] as const).reverse());
  const one = (names: readonly string[]) => {
    for (const name of names) {
      const column = plain.get(name);
      if (column !== undefined) return column;
    }
    return null;
  };
  const until = one(UNTIL_NAMES);
  const isPoint = columns.includes(LONGITUDE_COLUMN);
  return {
    x: isPoint ? LONGITUDE_COLUMN : one(X_NAMES),
    y: isPoint ? LATITUDE_COLUMN : one(Y_NAMES),
    from: fromColumns(one),
    until: until === null ? [] : [until],
    offence: one(OFFENCE_NAMES),
    externalId: one(ID_NAMES),
    minutes: one(MINUTES_NAMES),
  };
}

function fromColumns(one: (names: readonly string[]) => string | null): string[] {
  const parts: string[] = [];
  for (const part of PARTS) {
    const column = one([part]);
    if (column === null) break;
    parts.push(column);
  }
  if (parts.length >= 2) return parts;
  const from = one(FROM_NAMES);
  if (from === null) return [];
  const clock = ['time', 'month'].includes(plainName(from)) ? null : one(CLOCK_NAMES);
  // A column of dates and times does not need a second one; one named "date" may.
  return clock !== null && clock !== from && /date|تاریخ/.test(plainName(from)) ? [from, clock] : [from];
}

/** Numbers, numbers, a time, a text: in the order in which they stand. */
function byValue(columns: readonly string[], sampleOf: SampleOf): FoundColumns {
  const numbers: string[] = [];
  let [from, offence] = [null as string | null, null as string | null];
  for (const column of columns) {
    const cells = sampleOf(column).filter((cell) => cell !== '');
    if (cells.length === 0) continue;
    if (cells.every((cell) => /\D/.test(cell.replace(/^-/, '')) && readTime([cell], 'dmy') !== null))
      from ??= column;
    else if (cells.every((cell) => readNumber(cell, true) !== null)) numbers.push(column);
    else offence ??= column;
  }
  const [x = null, y = null] = numbers.slice(-2);
  return { x, y, from: from === null ? [] : [from], until: [], offence, externalId: null, minutes: null };
}

function plainName(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function numbersOf(cells: readonly string[], decimalComma: boolean): number[] {
  return cells.map((cell) => readNumber(cell, decimalComma)).filter((value) => value !== null);
}

/**
 * Whether longitudes and latitudes stand the other way round: by range where that says it. In Pakistan both lie below 90, so there the numbers say it: between 60 and 78 degrees east,
 * 23 and 38 north.
 */
export function areSwapped(xs: readonly number[], ys: readonly number[], timeZone: string): boolean {
  const most = (values: readonly number[], test: (value: number) => boolean) =>
    values.length > 0 && values.filter((value) => value !== 0 && test(value)).length > values.length / 2;
  if (most(ys, (y) => Math.abs(y) > 90) && most(xs, (x) => Math.abs(x) <= 90)) return true;
  return (
    timeZone === 'Asia/Karachi' && most(xs, (x) => x > 23 && x < 38) && most(ys, (y) => y > 60 && y < 78)
  );
}

/** Null: day and month stand first, but nothing says which of them. */
function dateOrderOf(times: readonly string[]): DateOrder | null {
  let seen = false;
  for (const time of times) {
    const match = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{2,4}\b/.exec(latinDigits(time));
    if (match === null) continue;
    seen = true;
    if (Number(match[1]) > 12) return 'dmy';
    if (Number(match[2]) > 12) return 'mdy';
  }
  return seen ? null : 'dmy';
}

function precisionOf(
  from: readonly string[],
  times: readonly string[],
  order: DateOrder,
  hints: PreviewHint[],
): 'as-written' | 'month' {
  if (from.length > 1 || times.length === 0) return 'as-written';
  const written = times.map((time) => readTime([time], order));
  const isMonth = plainName(from[0]!) === 'month';
  if (
    written.every((time) => time === null || (time.clock === null && (time.day === null || time.day === 1)))
  ) {
    if (isMonth || times.length >= 30) {
      hints.push('months-only');
      return 'month';
    }
  }
  if (written.every((time) => time === null || time.clock === null)) hints.push('days-only');
  return 'as-written';
}
