import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineInFile, splitCsv } from './split-csv.ts';

describe('a CSV file in parts', () => {
  test('every part has the header and knows where it begins', () => {
    const parts = splitCsv('plate,note\r\nLEA1,a\r\nLEA2,b\r\nLEA3,c', 2);
    expect(parts).toEqual([
      { text: 'plate,note\r\nLEA1,a\r\nLEA2,b\r\n', firstLine: 2, lines: 2 },
      { text: 'plate,note\r\nLEA3,c', firstLine: 4, lines: 1 },
    ]);
    expect(lineInFile(parts[1]!, 2)).toBe(4);
  });

  test('a line is a record, whatever its quotation marks say', () => {
    const parts = splitCsv('plate,note\n"LEA1","not closed\nLEA2,b\n', 1);
    expect(parts.map(({ text }) => text)).toEqual([
      'plate,note\n"LEA1","not closed\n',
      'plate,note\nLEA2,b\n',
    ]);
    expect(parts[1]!.firstLine).toBe(3);
  });

  test('a byte order mark is no part of the first column, and a file without records has no parts', () => {
    expect(splitCsv('\uFEFFplate\nLEA1\n', 9)[0]?.text).toBe('plate\nLEA1\n');
    expect(splitCsv('', 9)).toEqual([]);
    expect(splitCsv('plate\n', 9)).toEqual([]);
  });

  test('no line is lost or moved, however it is cut', () => {
    const lines = fc.array(fc.stringMatching(/^[A-Z0-9]{1,7}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 70 }), (plates, size) => {
        const found = splitCsv(`plate\n${plates.join('\n')}\n`, size).flatMap((part) =>
          part.text
            .trimEnd()
            .split('\n')
            .slice(1)
            .map((text, index) => ({ text, line: lineInFile(part, index + 2) })),
        );
        expect(found).toEqual(plates.map((text, index) => ({ text, line: index + 2 })));
      }),
    );
  });
});
