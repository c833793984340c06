import type { RejectionCode } from '../crime/import-batch.ts';
import type { DateOrder, TimePrecision } from '../crime/import-mapping.ts';
import { latinDigits } from './read-number.ts';
import type { ZoneClock } from './zone-clock.ts';

/** A time as it is written: as exact as it is. Months count from 1. */
export interface WrittenTime {
  readonly year: number;
  readonly month: number;
  /** Null: only the month is known. */
  readonly day: number | null;
  /** Milliseconds since midnight; null: only the day is known. */
  readonly clock: number | null;
  /** Minutes ahead of UTC; null: by the clocks of the zone. */
  readonly offset: number | null;
}

export interface TimeSpan {
  readonly from: number;
  readonly until: number;
  /** Clocks were changed then; see `ZoneClock`. */
  readonly clockChange: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CLOCK = String.raw`(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?m\.?)?`;
const TAIL = String.raw`(?:(?:[T ,]\s*|,\s+)${CLOCK}\s*(Z|[+-]\d{2}(?::?\d{2})?|UTC)?)?$`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?${TAIL}`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})${TAIL}`, 'i');
const NAMED_DAY_FIRST = new RegExp(String.raw`^(\d{1,2})[- ]([a-z]{3,9})\.?[- ,]+(\d{4})${TAIL}`, 'i');
const NAMED_MONTH_FIRST = new RegExp(String.raw`^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})${TAIL}`, 'i');
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?)?$/;
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * A time from the cells of its columns: one cell; a date and a time of day; or year, month, day, hour, minute, second
 * (the ones at the end may be missing or empty).
 *
 * @returns null when it cannot be read
 */
export function readTime(cells: readonly string[], order: DateOrder): WrittenTime | null {
  const texts = cells.map((cell) => latinDigits(cell.trim()));
  if (texts.length === 1) return readText(texts[0]!, order);
  if (texts.length >= 3 || texts.every((text) => /^\d{1,4}$/.test(text))) return readParts(texts);
  const [date, clock] = texts as [string, string];
  if (clock === '') return readText(date, order);
  // `0530`, `530` and the like: hours and minutes without a mark between them.
  const bare = /^(\d{1,2})(\d{2})$/.exec(clock);
  const written = readText(date, order);
  // Some write the day twice, the second time at midnight or with the clock time.
  if (written !== null && readText(clock, order)?.clock != null) return readText(clock, order);
  const day = written === null ? null : dateText(written);
  return day === null ? null : readText(`${day} ${bare === null ? clock : `${bare[1]}:${bare[2]}`}`, order);
}

/** One text. */
function readText(text: string, order: DateOrder): WrittenTime | null {
  let match = YEAR_FIRST.exec(text);
  if (match !== null)
    return written(
      Number(match[1]),
      Number(match[2]),
      match[3] === undefined ? null : Number(match[3]),
      match,
      4,
    );
  match = YEAR_LAST.exec(text);
  if (match !== null) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    const [day, month] = order === 'dmy' ? [first, second] : [second, first];
    return written(fullYear(match[3]!), month, day, match, 4);
  }
  match = NAMED_DAY_FIRST.exec(text);
  if (match !== null) return written(Number(match[3]), monthOf(match[2]!), Number(match[1]), match, 4);
  match = NAMED_MONTH_FIRST.exec(text);
  if (match !== null) return written(Number(match[3]), monthOf(match[1]!), Number(match[2]), match, 4);
  match = COMPACT.exec(text);
  if (match !== null) {
    const [year, month, day, hour, minute, second] = match
      .slice(1)
      .map((part) => (part === undefined ? null : Number(part)));
    const clock = hour == null ? null : clockOf(hour, minute!, second ?? 0, 0, undefined);
    return clock === undefined ? null : { year: year!, month: month!, day: day!, clock, offset: null };
  }
  // Seconds or milliseconds since 1970, as programs write them.
  if (/^\d{10}$|^\d{12,13}$/.test(text)) return ofInstant(Number(text) * (text.length === 10 ? 1000 : 1));
  return null;
}

function ofInstant(ms: number): WrittenTime {
  const date = new Date(ms);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return { year, month, day, clock: ms - Date.UTC(year, month - 1, day), offset: 0 };
}

/** Year, month, day, hour, minute, second; or day, month, year in front. */
function readParts(texts: readonly string[]): WrittenTime | null {
  const numbers = texts.map((text) =>
    /^\d{1,4}$/.test(text) ? Number(text) : text === '' ? null : Number.NaN,
  );
  if (numbers.some(Number.isNaN)) return null;
  let [year, month, day, hour, minute, second] = numbers;
  if (texts[0]!.length !== 4 && texts[2]?.length === 4) [year, day] = [day, year];
  if (year == null || year < 1000 || month == null) return null;
  if (day == null) return { year, month, day: null, clock: null, offset: null };
  const clock = hour == null ? null : clockOf(hour, minute ?? 0, second ?? 0, 0, undefined);
  return clock === undefined ? null : { year, month, day, clock, offset: null };
}

/** @param at where the groups of the clock begin in the match */
function written(
  year: number,
  month: number | null,
  day: number | null,
  match: RegExpExecArray,
  at: number,
): WrittenTime | null {
  if (month === null) return null;
  const [hour, minute, second, fraction, half, zone] = match.slice(at, at + 6);
  if (hour === undefined) return { year, month, day, clock: null, offset: null };
  if (day === null) return null;
  const ms = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  const clock = clockOf(Number(hour), Number(minute), Number(second ?? 0), ms, half?.toLowerCase());
  return clock === undefined ? null : { year, month, day, clock, offset: offsetOf(zone) };
}

/** Milliseconds since midnight; undefined: there is no such time. 24:00 is the end of the day. */
function clockOf(
  hour: number,
  minute: number,
  second: number,
  ms: number,
  half: string | undefined,
): number | undefined {
  let hours = hour;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hours = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  const clock = hours * HOUR_MS + minute * 60_000 + second * 1000 + ms;
  return minute < 60 && second < 61 && clock <= DAY_MS ? clock : undefined;
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

function monthOf(name: string): number | null {
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? null : at + 1;
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function dateText({ year, month, day }: WrittenTime): string | null {
  return day === null ? null : `${String(year).padStart(4, '0')}-${month}-${day}`;
}

/** The first moment that is taken for one: older dates are marks for "not known". */
const OLDEST = Date.UTC(1950, 0, 1);

/**
 * The instants between which it happened: a day or month stands for the whole of it by the clocks of the zone.
 *
 * @returns a code when there is no such date, or it is before 1950
 */
export function spanOf(
  time: WrittenTime,
  precision: TimePrecision,
  clock: ZoneClock,
): TimeSpan | Extract<RejectionCode, 'time-impossible' | 'time-too-old'> {
  const { year, month } = time;
  const day = time.day ?? 1;
  const midnight = Date.UTC(year, month - 1, day);
  if (month < 1 || month > 12 || day < 1 || new Date(midnight).getUTCDate() !== day) return 'time-impossible';
  if (midnight < OLDEST) return 'time-too-old';
  if (precision === 'month' || time.day === null) {
    const [first, next] = [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 1)];
    return { from: clock.instantOf(first).from, until: clock.instantOf(next).from, clockChange: false };
  }
  if (precision === 'day' || time.clock === null)
    return {
      from: clock.instantOf(midnight).from,
      until: clock.instantOf(midnight + DAY_MS).from,
      clockChange: false,
    };
  const local = midnight + time.clock;
  if (time.offset !== null) {
    const instant = local - time.offset * 60_000;
    return { from: instant, until: instant, clockChange: false };
  }
  const { from, until, changed } = clock.instantOf(local);
  return { from, until, clockChange: changed };
}
