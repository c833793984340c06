import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMAT_IDS, PLATE_FORMATS, patternsOf } from './formats.ts';
import { compilePattern, formatOf, PlateFormat, PlatePattern } from './plate-format.ts';

const everyPattern = PLATE_FORMATS.flatMap(({ id, patterns }) =>
  patterns.map((pattern) => [id, pattern.pattern, pattern] as const),
);
const bare = (text: string) => text.replace(/[^A-Z0-9]/g, '');

describe('the files of formats', () => {
  test('parse, are all in use, and are called as their formats are', async () => {
    const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.json'));
    expect(names.map((name) => name.replace(/\.json$/, '')).sort()).toEqual([...FORMAT_IDS].sort());
    for (const name of names) {
      const format = PlateFormat.parse(JSON.parse(await readFile(join(import.meta.dirname, name), 'utf8')));
      expect(`${format.id}.json`).toBe(name);
    }
  });

  test('have identifiers of their own, and no pattern twice', () => {
    expect(new Set(FORMAT_IDS).size).toBe(FORMAT_IDS.length);
    for (const { id, patterns } of PLATE_FORMATS) {
      const written = patterns.map(({ pattern }) => pattern);
      expect([id, new Set(written).size]).toEqual([id, written.length]);
    }
  });

  test('name Pakistan’s first', () => {
    const regions = PLATE_FORMATS.map(({ region }) => region?.startsWith('PK-') ?? false);
    expect(regions).toEqual(regions.toSorted((a, b) => Number(b) - Number(a)));
    expect(regions.filter(Boolean)).toHaveLength(5);
  });

  test.each(everyPattern)('%s %s fits its own example, character for character', (id, _, pattern) => {
    const compiled = compilePattern(id, pattern);
    expect(formatOf(bare(pattern.example), [compiled])).toBe(compiled);
    expect(pattern.example.replace(/[A-Z0-9]/g, '')).toBe(
      pattern.pattern.replace(/\[[A-Z0-9]+\]/g, '').replace(/[A9]/g, ''),
    );
  });
});

describe('the format of a text', () => {
  const all = patternsOf(FORMAT_IDS);

  test('is the first one that it has', () => {
    expect(formatOf('LEA1234', all)).toMatchObject({ format: 'punjab', pattern: 'AAA-9999' });
    expect(formatOf('GS1234', patternsOf(['sindh']))).toMatchObject({ pattern: 'AA-9999' });
    expect(formatOf('A123BC', all)).toMatchObject({ format: 'united-states' });
    expect(formatOf('LEA1234', patternsOf(['united-states', 'punjab']))?.format).toBe('united-states');
  });

  test('is null for plates that follow none', () => {
    for (const text of [
      '',
      'A',
      'KING',
      'POLICE',
      'AAAAAAA',
      '12345678901',
      'LEA 1234',
      'lea1234',
      'LÉA1234',
    ]) {
      expect([text, formatOf(text, all)]).toEqual([text, null]);
    }
    expect(formatOf('LEA1234', [])).toBeNull();
  });

  test('says that each character is one that its place may hold, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z0-9]{1,10}$/),
        fc.constantFrom(...everyPattern),
        (text, [id, , of]) => {
          const compiled = compilePattern(id, of);
          const isFit =
            text.length === compiled.places.length &&
            compiled.places.every((place, index) => place.has(text.charAt(index)));
          expect(formatOf(text, [compiled]) !== null).toBe(isFit);
        },
      ),
    );
  });
});

test('characters in brackets stand for themselves', () => {
  const compiled = compilePattern('test', { pattern: '[G][S]-999-A', example: '', use: '', rows: 1 });
  expect(compiled.places.map(({ size }) => size)).toEqual([1, 1, 10, 10, 10, 26]);
  expect(formatOf('GS123A', [compiled])).toBe(compiled);
  expect(formatOf('GB123A', [compiled])).toBeNull();
  for (const pattern of ['', 'BBB', '[G', '[]-9', 'A_9']) {
    expect(PlatePattern.safeParse({ pattern, example: '', use: '' }).success).toBe(false);
  }
});

test('formats that are not there have no patterns, the others stay in the order given', () => {
  const named = patternsOf(['sindh', 'atlantis', 'punjab']).map(({ format }) => format);
  expect([...new Set(named)]).toEqual(['sindh', 'punjab']);
});
