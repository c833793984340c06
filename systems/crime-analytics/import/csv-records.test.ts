import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvRecords, LONGEST_ROW } from './csv-records.ts';
import type { SourceRecord } from './source-record.ts';

const SHAPE = { separator: ',', header: true, columns: ['a', 'b', 'c'] } as const;

function read(text: string, pieces = [text.length], wanted = [0, 2]): SourceRecord[] {
  const parser = new CsvRecords(SHAPE, wanted);
  const records: SourceRecord[] = [];
  let from = 0;
  for (const length of pieces) {
    records.push(...parser.push(text.slice(from, from + length)));
    from += length;
  }
  return [...records, ...parser.push(text.slice(from)), ...parser.end()];
}

describe('CsvRecords', () => {
  test('gives the wanted cells of each row with its line, whatever ends the lines', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(read(['a,b,c', '1,2,3', '', '4,"x, ""y""",6'].join(end))).toEqual([
        { line: 2, cells: ['1', '3'] },
        { line: 4, cells: ['4', '6'] },
      ]);
  });

  test('reads a quoted cell over lines, as texts of reports are written', () => {
    expect(read('a,b,c\n1,"went in\nand out",3\n4,5,6\n')).toEqual([
      { line: 2, cells: ['1', '3'] },
      { line: 4, cells: ['4', '6'] },
    ]);
  });

  test('loses one row alone to a mark that is not closed', () => {
    expect(read('a,b,c\n1,"2,3\n4,5,6\n7,"8",9\n')).toEqual([
      { line: 2, problem: 'unclosed-quote' },
      { line: 3, cells: ['4', '6'] },
      { line: 4, cells: ['7', '9'] },
    ]);
  });

  test('finds its way back where two rows have such a mark', () => {
    expect(read('a,b,c\n1,"2,3\n4,5,6\n7,"8,9\n10,11,12')).toEqual([
      { line: 2, problem: 'unclosed-quote' },
      { line: 3, cells: ['4', '6'] },
      { line: 4, problem: 'unclosed-quote' },
      { line: 5, cells: ['10', '12'] },
    ]);
  });

  test('says which rows have too few or too many cells: half a file ends within a row', () => {
    expect(read('a,b,c\n1,2,3,4\n1,2,3,\n1,2')).toEqual([
      { line: 2, problem: 'too-many-cells' },
      { line: 3, cells: ['1', '3'] },
      { line: 4, problem: 'too-few-cells' },
    ]);
  });

  test('holds no row that never ends, and goes on behind it', () => {
    const long = 'x'.repeat(LONGEST_ROW * 3);
    expect(read(`a,b,c\n${long}\n1,2,3\n`, [1000, 100_000, 50_000])).toEqual([
      { line: 2, problem: 'too-long' },
      { line: 3, cells: ['1', '3'] },
    ]);
  });

  test('gives the same however the text is cut into pieces', () => {
    const text = 'a,b,c\r\n1,"two\r\nlines",3\r\n"4",5,"6\r\n7,8,9\r\n';
    const whole = read(text);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 }), (pieces) => {
        expect(read(text, pieces)).toEqual(whole);
      }),
    );
  });

  test('reads back whatever was written, properly quoted', () => {
    const cell = fc.string({ maxLength: 8 }).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const filled = rows.map(([first, ...others]) => [`-${first}`, ...others]);
        const lines = filled.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const cells = read(`a,b,c\n${lines.join('\n')}`, [7], [0, 1, 2]).map((record) =>
          'cells' in record ? record.cells : record.problem,
        );
        expect(cells).toEqual(filled.map((row) => row.map((text) => text.trim())));
      }),
    );
  });
});
