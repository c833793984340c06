import { newIdentifier } from '@amaan/contracts/identifier';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGroundTruth } from './parse-ground-truth.ts';

const [one, two] = [newIdentifier(), newIdentifier()];

describe('an audit set', () => {
  test('is read with its labels, whatever the order of columns, quotes and line ends', () => {
    const csv = `\uFEFFtruth,ID,weather,camera\r\nwrong,${one},Fog,"Gate, ""north"""\r\n\r\nright,${two},,\r\n`;
    expect(parseGroundTruth(csv)).toEqual({
      lines: [
        { line: 2, id: one, wrong: true, labels: { weather: 'fog', camera: 'Gate, "north"' } },
        { line: 4, id: two, wrong: false, labels: {} },
      ],
      refused: [],
    });
  });

  test.each(['ethnicity', 'sex', 'age', 'religion', 'name', 'note'])(
    'with a column “%s” is refused as a whole',
    (column) => {
      expect(() => parseGroundTruth(`id,truth,${column}\n${one},right,x`)).toThrow(
        expect.objectContaining({ code: 'GROUPING_NOT_LAWFUL', message: expect.stringContaining(column) }),
      );
    },
  );

  test('without a needed column, or with one twice, is refused as a whole', () => {
    expect(() => parseGroundTruth(`id,light\n${one},day`)).toThrow('truth is missing');
    expect(() => parseGroundTruth(`id,truth,truth\n${one},right,wrong`)).toThrow('twice');
    expect(() => parseGroundTruth('')).toThrow('id and truth');
  });

  test('keeps good lines and tells bad ones with their number and reason', () => {
    const csv = `id,truth,light\n${one},right,day\nnot-an-id,right,day\n${two},maybe,day\n${two},right,evening\n${two},right\n${one},wrong,day\n`;
    const { lines, refused } = parseGroundTruth(csv);
    expect(lines.map(({ line }) => line)).toEqual([2]);
    expect(refused.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7]);
    expect(refused.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('not that of an alert'),
      expect.stringContaining('neither'),
      expect.stringContaining('“evening” is no light: use day, dusk, night, artificial'),
      expect.stringContaining('2 fields instead of 3'),
      expect.stringContaining('stands in the file before'),
    ]);
  });

  test('never loses a line: each is kept or refused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme-ascii' }).filter((text) => !/[\n\r"]/.test(text))),
        (texts) => {
          const rows = texts.filter((text) => text.trim() !== '' || text.includes(','));
          const { lines, refused } = parseGroundTruth(['id,truth', ...rows].join('\n'));
          expect(lines.length + refused.length).toBe(rows.length);
        },
      ),
    );
  });
});
