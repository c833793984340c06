import type { RejectedLine, RejectionCode } from '@amaan/contracts/crime/import-batch';
import type { ImportMapping } from '@amaan/contracts/crime/import-mapping';
import { LONGEST_OFFENCE } from '@amaan/contracts/crime/incident';
import { isPersonalColumn, looksPersonal } from '@amaan/contracts/tables/personal-columns';
import { readNumber } from '@amaan/contracts/tables/read-number';
import { readTime, spanOf } from '@amaan/contracts/tables/read-time';
import { ZoneClock } from '@amaan/contracts/tables/zone-clock';
import { ImportError } from './import-error.ts';
import { type Projection, projectionOf } from './projection.ts';
import { rejectionText } from './rejection-text.ts';
import type { SourceRecord } from './source-record.ts';

/** A row that is kept. */
export interface ReadIncident {
  readonly line: number;
  /** WGS 84, in degrees. */
  readonly longitude: number;
  readonly latitude: number;
  /** The coordinates as they are written, in the system of the mapping. */
  readonly x: number;
  readonly y: number;
  /** Milliseconds since 1970 UTC. */
  readonly from: number;
  readonly until: number;
  /** Empty for patrols. */
  readonly offence: string;
  readonly externalId: string | null;
  /** See `ZoneClock`: its clock time was skipped or came twice. */
  readonly clockChange: boolean;
}

export interface ReaderOptions {
  /** The moment after which nothing can have happened, in milliseconds since 1970. */
  readonly now: number;
  /** What lies further from there than `metres` is no place of this city; left out: it is not checked. */
  readonly near?:
    | { readonly longitude: number; readonly latitude: number; readonly metres: number }
    | undefined;
}

const LONGEST_ID = 80;
const YEAR_MS = 366 * 24 * 60 * 60_000;
const MOST_OFFENCES = 2_000;

/** Reads rows by a mapping: each becomes an incident or says why not. Only mapped columns ever reach it. */
export class IncidentReader {
  /** The columns that it reads, in the order in which it wants their cells. */
  readonly columns: readonly string[];
  readonly #mapping: ImportMapping;
  readonly #options: ReaderOptions;
  readonly #projection: Projection;
  readonly #clock: ZoneClock;
  readonly #at: Record<'x' | 'y' | 'offence' | 'externalId' | 'minutes', number>;
  readonly #from: readonly number[];
  readonly #until: readonly number[];
  readonly #offences = new Map<string, string>();

  /** @throws ImportError `IMPORT_PERSONAL_COLUMN`, `IMPORT_MAPPING`; ProjectionError `CRS_UNKNOWN` */
  constructor(mapping: ImportMapping, options: ReaderOptions) {
    const { place, time, offence, externalId, minutes } = mapping;
    const offenceColumn = offence !== null && 'column' in offence ? offence.column : null;
    const names = [place.x, place.y, ...time.from, ...time.until, offenceColumn, externalId, minutes];
    this.columns = [...new Set(names.filter((name) => name !== null))];
    const personal = this.columns.find(isPersonalColumn);
    if (personal !== undefined)
      throw new ImportError(
        'IMPORT_PERSONAL_COLUMN',
        `The column "${personal}" is about persons by its name and is never read. Choose another; nothing was imported.`,
      );
    if (mapping.kind === 'incidents' && offence === null)
      throw new ImportError(
        'IMPORT_MAPPING',
        'The mapping says neither which column names the offence nor which offence all rows are of.',
      );
    const at = (name: string | null) => (name === null ? -1 : this.columns.indexOf(name));
    this.#at = {
      x: at(place.x),
      y: at(place.y),
      offence: at(offenceColumn),
      externalId: at(externalId),
      minutes: at(minutes),
    };
    this.#from = time.from.map(at);
    this.#until = time.until.map(at);
    this.#mapping = mapping;
    this.#options = options;
    this.#projection = projectionOf(place.crs);
    this.#clock = new ZoneClock(time.timeZone);
  }

  /** @throws ImportError `IMPORT_TOO_MANY_OFFENCES`: the column cannot be one of offences */
  read(record: SourceRecord): ReadIncident | RejectedLine {
    const { line } = record;
    if ('problem' in record) return rejected(line, record.problem, '');
    const { cells } = record;
    const place = this.#placeOf(cells);
    if ('code' in place) return rejected(line, place.code, place.value);
    const time = this.#timeOf(cells);
    if ('code' in time) return rejected(line, time.code, time.value);
    const offence = this.#offenceOf(cells);
    if (typeof offence !== 'string') return rejected(line, offence.code, offence.value);
    const id = this.#at.externalId < 0 ? '' : cells[this.#at.externalId]!;
    if (id.length > LONGEST_ID) return rejected(line, 'external-id-too-long', id);
    if (id !== '' && looksPersonal(id)) return rejected(line, 'looks-personal', '');
    if (!isStorable(id)) return rejected(line, 'encoding', '');
    return { line, ...place, ...time, offence, externalId: id === '' ? null : id };
  }

  #placeOf(cells: readonly string[]): Pick<ReadIncident, 'longitude' | 'latitude' | 'x' | 'y'> | Fault {
    const [textX, textY] = [cells[this.#at.x]!, cells[this.#at.y]!];
    const value = `${textX} ${textY}`;
    if (textX === '' || textY === '') return { code: 'no-place', value: value.trim() };
    const { decimalComma } = this.#mapping.place;
    const [x, y] = [readNumber(textX, decimalComma), readNumber(textY, decimalComma)];
    if (x === null || y === null) return { code: 'place-not-a-number', value };
    if (Math.abs(x) < 0.001 && Math.abs(y) < 0.001) return { code: 'place-zero', value };
    const fault = this.#projection.geographic ? degreesFault(x, y) : planeFault(x, y);
    if (fault !== null) return { code: fault, value };
    const [longitude, latitude] = this.#projection.inverse(x, y);
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90))
      return { code: 'place-outside-system', value };
    const { near } = this.#options;
    if (near !== undefined && metresBetween(near, { longitude, latitude }) > near.metres) {
      const swapped = this.#projection.geographic && Math.abs(longitude) <= 90;
      const fits =
        swapped && metresBetween(near, { longitude: latitude, latitude: longitude }) <= near.metres;
      return { code: fits ? 'place-swapped' : 'place-far-away', value };
    }
    return { longitude, latitude, x, y };
  }

  #timeOf(cells: readonly string[]): { from: number; until: number; clockChange: boolean } | Fault {
    const first = this.#spanOf(this.#from.map((at) => cells[at]!));
    if ('code' in first) return first;
    let { until, clockChange } = first;
    const untilCells = this.#until.map((at) => cells[at]!);
    if (untilCells.some((cell) => cell !== '')) {
      const last = this.#spanOf(untilCells);
      if ('code' in last) return last;
      if (last.until < first.from) return { code: 'until-before-from', value: untilCells.join(' ') };
      until = last.until;
      clockChange ||= last.clockChange;
    }
    const presence = this.#presence(cells);
    if (typeof presence === 'object' && presence !== null) return presence;
    if (presence !== null) until = first.from + presence;
    const value = this.#from.map((at) => cells[at]!).join(' ');
    if (first.from > this.#options.now) return { code: 'time-in-future', value };
    if (until - first.from > YEAR_MS) return { code: 'interval-too-long', value };
    return { from: first.from, until, clockChange };
  }

  #spanOf(cells: readonly string[]): { from: number; until: number; clockChange: boolean } | Fault {
    const value = cells.join(' ').trim();
    if (value === '') return { code: 'no-time', value };
    const { dateOrder, precision } = this.#mapping.time;
    const written = readTime(cells, dateOrder);
    if (written === null) return { code: 'time-unreadable', value };
    const span = spanOf(written, precision, this.#clock);
    return typeof span === 'string' ? { code: span, value } : span;
  }

  #offenceOf(cells: readonly string[]): string | Fault {
    const { offence } = this.#mapping;
    if (offence === null) return '';
    if ('constant' in offence) return offence.constant;
    const cell = cells[this.#at.offence]!;
    const known = this.#offences.get(cell);
    if (known !== undefined) return known;
    const text = cell.replace(/\s+/g, ' ').trim().normalize('NFC');
    if (text === '') return { code: 'no-offence', value: '' };
    if (text.length > LONGEST_OFFENCE) return { code: 'offence-too-long', value: text };
    if (!isStorable(text)) return { code: 'encoding', value: '' };
    if (looksPersonal(text)) return { code: 'looks-personal', value: '' };
    if (this.#offences.size >= MOST_OFFENCES)
      throw new ImportError(
        'IMPORT_TOO_MANY_OFFENCES',
        `The column "${offence.column}" holds more than ${MOST_OFFENCES} different texts, so it does not name offences; nothing was imported.`,
      );
    this.#offences.set(cell, text);
    return text;
  }

  /** Of patrols: how long somebody was there. */
  #presence(cells: readonly string[]): number | null | Fault {
    if (this.#at.minutes < 0) return null;
    const value = cells[this.#at.minutes]!;
    const minutes = readNumber(value, this.#mapping.place.decimalComma);
    if (minutes === null || minutes < 0) return { code: 'minutes-unreadable', value };
    return minutes * 60_000;
  }
}

interface Fault {
  readonly code: RejectionCode;
  readonly value: string;
}

/** A line with the sentence of its reason. */
export function rejected(line: number, code: RejectionCode, value: string): RejectedLine {
  return { line, code, reason: rejectionText(code), value: value.slice(0, 60) };
}

function degreesFault(x: number, y: number): RejectionCode | null {
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return null;
  return Math.abs(x) <= 90 && Math.abs(y) <= 180 ? 'place-swapped' : 'place-outside-system';
}

/** No plane that is known here reaches further than web Mercator. */
function planeFault(x: number, y: number): RejectionCode | null {
  return Math.abs(x) <= 20_040_000 && Math.abs(y) <= 20_050_000 ? null : 'place-outside-system';
}

/** PostgreSQL holds no NUL; the replacement character says that the bytes were no text. */
function isStorable(text: string): boolean {
  return !text.includes('\0') && !text.includes('\uFFFD');
}

/** Good to a thousandth, which is all that is asked of "near": a sphere of the mean radius. */
function metresBetween(
  a: { readonly longitude: number; readonly latitude: number },
  b: { readonly longitude: number; readonly latitude: number },
): number {
  const rad = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * rad;
  const dLon = (b.longitude - a.longitude) * rad;
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * 6_371_009 * Math.asin(Math.min(1, Math.sqrt(h)));
}
