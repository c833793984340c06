import { describe, expect, test } from 'vitest';
import { latinDigits, readNumber } from './read-number.ts';
import { readTime, spanOf } from './read-time.ts';
import { ZoneClock } from './zone-clock.ts';

const KARACHI = new ZoneClock('Asia/Karachi');
const VANCOUVER = new ZoneClock('America/Vancouver');

/** From and until as ISO texts, or why not. */
function span(
  cells: string | string[],
  options: { clock?: ZoneClock; order?: 'dmy' | 'mdy'; precision?: 'day' | 'month' } = {},
) {
  const { clock = KARACHI, order = 'dmy', precision = 'as-written' } = options;
  const written = readTime(typeof cells === 'string' ? [cells] : cells, order);
  if (written === null) return 'unreadable';
  const found = spanOf(written, precision, clock);
  if (typeof found === 'string') return found;
  return [found.from, found.until].map((ms) => new Date(ms).toISOString().slice(0, 16)).join(' ');
}

describe('times', () => {
  test.each([
    ['2025-03-01T10:30:00Z', '2025-03-01T10:30 2025-03-01T10:30'],
    ['2025-03-01 10:30:15.250+05:00', '2025-03-01T05:30 2025-03-01T05:30'],
    ['2025-03-01 10:30:00+00', '2025-03-01T10:30 2025-03-01T10:30'],
    ['2025-03-01 10:30', '2025-03-01T05:30 2025-03-01T05:30'],
    ['01/03/2025 10:30 PM', '2025-03-01T17:30 2025-03-01T17:30'],
    ['1.3.2025, 12:05 a.m.', '2025-02-28T19:05 2025-02-28T19:05'],
    ['1-Mar-2025 10:30', '2025-03-01T05:30 2025-03-01T05:30'],
    ['March 1, 2025', '2025-02-28T19:00 2025-03-01T19:00'],
    ['2025-03-01', '2025-02-28T19:00 2025-03-01T19:00'],
    ['20250301', '2025-02-28T19:00 2025-03-01T19:00'],
    ['20250301T1030', '2025-03-01T05:30 2025-03-01T05:30'],
    ['2025-03', '2025-02-28T19:00 2025-03-31T19:00'],
    ['01-03-25', '2025-02-28T19:00 2025-03-01T19:00'],
    ['۲۰۲۵-۰۳-۰۱', '2025-02-28T19:00 2025-03-01T19:00'],
    ['1740825000000', '2025-03-01T10:30 2025-03-01T10:30'],
    ['2025-03-01 24:00', '2025-03-01T19:00 2025-03-01T19:00'],
  ])('reads %j', (text, expected) => {
    expect(span(text)).toBe(expected);
  });

  test.each([
    [['2025', '3', '1', '10', '30'], '2025-03-01T05:30 2025-03-01T05:30'],
    [['2025', '3', '1', '', ''], '2025-02-28T19:00 2025-03-01T19:00'],
    [['01', '03', '2025'], '2025-02-28T19:00 2025-03-01T19:00'],
    [['2025', '3'], '2025-02-28T19:00 2025-03-31T19:00'],
    [['2025-03-01', '10:30'], '2025-03-01T05:30 2025-03-01T05:30'],
    [['01/03/2025', '1030'], '2025-03-01T05:30 2025-03-01T05:30'],
    [['01/03/2025', ''], '2025-02-28T19:00 2025-03-01T19:00'],
  ])('joins the columns %j', (cells, expected) => {
    expect(span(cells)).toBe(expected);
  });

  test.each([
    ['', 'unreadable'],
    ['yesterday', 'unreadable'],
    ['2025-02-30', 'time-impossible'],
    ['2025-13-01', 'time-impossible'],
    ['2025-03-01 25:00', 'unreadable'],
    ['13/13/2025', 'time-impossible'],
    ['1900-01-01', 'time-too-old'],
    ['13:00 PM', 'unreadable'],
  ])('refuses %j', (text, expected) => {
    expect(span(text)).toBe(expected);
  });

  test('puts the month first where that is said', () => {
    expect(span('03/01/2025', { order: 'mdy' })).toBe('2025-02-28T19:00 2025-03-01T19:00');
  });

  test('takes a day or a month as the whole of it', () => {
    expect(span('2025-03-01 10:30', { precision: 'day' })).toBe('2025-02-28T19:00 2025-03-01T19:00');
    expect(span('2025-03-01', { precision: 'month' })).toBe('2025-02-28T19:00 2025-03-31T19:00');
  });

  test('reads a time that clocks skipped with the offset before, and one that came twice as an interval', () => {
    const clock = VANCOUVER;
    expect(span('2025-03-09 02:30', { clock })).toBe('2025-03-09T10:30 2025-03-09T10:30');
    expect(span('2025-11-02 01:30', { clock })).toBe('2025-11-02T08:30 2025-11-02T09:30');
    expect(VANCOUVER.instantOf(Date.UTC(2025, 2, 9, 2, 30)).changed).toBe(true);
    expect(VANCOUVER.instantOf(Date.UTC(2025, 2, 9, 3, 30)).changed).toBe(false);
  });

  test('makes days of 23 and 25 hours where clocks change', () => {
    const clock = VANCOUVER;
    expect(span('2025-03-09', { clock })).toBe('2025-03-09T08:00 2025-03-10T07:00');
    expect(span('2025-11-02', { clock })).toBe('2025-11-02T07:00 2025-11-03T08:00');
  });
});

describe('readNumber', () => {
  test.each([
    ['490246.7971', false, 490246.7971],
    ['-1.1704', false, -1.1704],
    ['490 246.79', false, 490246.79],
    ['1,234.5', false, 1234.5],
    ['74,3587', true, 74.3587],
    ['490.246,79', true, 490246.79],
    ['74.3587', true, 74.3587],
    ['1e-5', false, 1e-5],
    ['۷۴.۵', false, 74.5],
    ['74,3587', false, null],
    ['', false, null],
    ['N/A', false, null],
    ['12°', false, null],
    ['1,23,456', false, null],
    ['Infinity', false, null],
  ])('reads %j (decimal comma: %s) as %s', (text, comma, expected) => {
    expect(readNumber(text, comma)).toBe(expected);
  });

  test('knows Arabic and Urdu digits', () => {
    expect(latinDigits('٣۴')).toBe('34');
  });
});
