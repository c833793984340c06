import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCells, csvLines } from './csv-cells.ts';

describe('cells of a line', () => {
  test.each([
    ['a,b', ['a', 'b']],
    [' a , ,', ['a', '', '']],
    ['', ['']],
    ['"a,b","say ""no"""', ['a,b', 'say "no"']],
    ['5" tyre,b', ['5" tyre', 'b']],
    ['"",x', ['', 'x']],
    ['"open,b', null],
    ['"closed"then,b', null],
  ])('%s', (line, cells) => {
    expect(csvCells(line)).toEqual(cells);
  });

  test('are what was written, whatever it is', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ' ').trim());
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(',', ';', '\t'),
        (cells, mark) => {
          const line = cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(mark);
          expect(csvCells(line, mark)).toEqual(cells);
        },
      ),
    );
  });
});

test('lines have their numbers, without a byte order mark and carriage returns', () => {
  expect([...csvLines('\uFEFFa\r\n\nb')]).toEqual([
    { line: 1, text: 'a' },
    { line: 2, text: '' },
    { line: 3, text: 'b' },
  ]);
  expect([...csvLines('')]).toEqual([]);
  expect([...csvLines('a\n')]).toHaveLength(1);
});
