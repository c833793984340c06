import { describe, expect, test } from 'vitest';
import { parseHotlistCsv } from './parse-hotlist-csv.ts';

const HEADER = 'plate,note,case_number,expires_on';
const parsed = (csv: string) => [...parseHotlistCsv(csv)];
const entry = (plate: string, more: object = {}) => ({
  plate,
  note: '',
  caseNumber: '',
  expiresOn: null,
  ...more,
});

describe('a file of entries', () => {
  test('of any usual kind is read: byte order mark, CRLF, quotes, columns in any order, other separators', () => {
    const whole = entry('LEA1034', {
      note: 'red, dented "left"',
      caseNumber: 'C-7',
      expiresOn: '2027-12-31',
    });
    expect(parsed(`\uFEFF${HEADER}\r\nlea-10 34,"red, dented ""left""",C-7,2027-12-31\r\n`)).toEqual([
      { line: 2, entry: whole },
    ]);
    expect(parsed('Expires On;Plate;colour\n;LEA1034;red')).toEqual([{ line: 2, entry: entry('LEA1034') }]);
    expect(parsed('plate\tnote\nLEA1034\t"a\tb"')).toEqual([
      { line: 2, entry: entry('LEA1034', { note: 'a\tb' }) },
    ]);
  });

  test.each([
    ['names no plate', ',stolen,,', 'It names no plate.'],
    ['has a plate that is none', 'پنجاب,,,', 'A plate has 2 to 12 Latin letters and digits.'],
    ['is too long a plate', 'ABCDEFGHIJKLM,,,', 'A plate has 2 to 12 Latin letters and digits.'],
    ['has no day', 'LEA1034,,,soon', 'The end must be a day such as 2027-12-31.'],
    ['has a day that is none', 'LEA1034,,,2027-02-30', 'The end must be a day such as 2027-12-31.'],
    ['has an open quotation mark', 'LEA1034,"red,,', 'A quotation mark is not closed.'],
    ['has too long a note', `LEA1034,${'x'.repeat(501)},,`, 'The note is longer than 500 characters.'],
    [
      'has too long a case number',
      `LEA1034,,${'x'.repeat(41)},`,
      'The case number is longer than 40 characters.',
    ],
    [
      'has more fields',
      'LEA1034,a,b,,c',
      'It has 5 fields, the header names 4; quote what holds a separator.',
    ],
    ['is not UTF-8', 'LEA1034,\uFFFD,,', 'It is not written in UTF-8.'],
    ['has a NUL', 'LEA1034,\0,,', 'It has a character that cannot be stored.'],
  ])('a line that %s is told with its number and reason, and the others are kept', (_what, bad, reason) => {
    expect(parsed(`${HEADER}\nAAA111,,,\n\n${bad}\nBBB222,,,`)).toEqual([
      { line: 2, entry: entry('AAA111') },
      { line: 4, text: bad.slice(0, 200), reason },
      { line: 5, entry: entry('BBB222') },
    ]);
  });

  test('that was cut off gives what came whole, and names the rest', () => {
    expect(parsed(`${HEADER}\nAAA111,first,,\nBBB222,"sec`)).toEqual([
      { line: 2, entry: entry('AAA111', { note: 'first' }) },
      { line: 3, text: 'BBB222,"sec', reason: 'A quotation mark is not closed.' },
    ]);
    expect(parsed(HEADER)).toEqual([]);
  });

  test.each(['', 'LEA1034\nLEB1035', '"plate', '\n\nplate'])('without a header is refused: %j', (csv) => {
    expect(() => parsed(csv)).toThrow(expect.objectContaining({ code: 'HOTLIST_HEADER' }));
  });
});
