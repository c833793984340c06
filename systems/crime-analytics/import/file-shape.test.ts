import { describe, expect, test } from 'vitest';
import { fileShapeOf, isParquet } from './file-shape.ts';
import { openSource, textOf } from './source-text.ts';

const CSV = 'Type;Größe;X;Y\nEinbruch;ü;74,35;31,52\nRaub;é;74,36;31,53\n';
const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('fileShapeOf', () => {
  test.each([
    ['UTF-8', Buffer.from(CSV), 'utf-8', false],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${CSV}`), 'utf-8', false],
    ['Latin-1', Buffer.from(CSV, 'latin1'), 'windows-1252', true],
    ['UTF-16', utf16(`\uFEFF${CSV}`), 'utf-16le', false],
    ['UTF-16 without a mark', utf16(CSV), 'utf-16le', false],
    ['UTF-16, high byte first', utf16(`\uFEFF${CSV}`, true), 'utf-16be', false],
  ])('reads %s', async (_, bytes, encoding, encodingGuessed) => {
    const shape = fileShapeOf(bytes);
    expect(shape).toMatchObject({ encoding, encodingGuessed, separator: ';', header: true });
    expect(shape.columns).toEqual(['Type', 'Größe', 'X', 'Y']);
    const source = async function* () {
      for (const byte of bytes) yield Uint8Array.of(byte);
    };
    let text = '';
    for await (const piece of textOf(source(), shape.encoding)) text += piece;
    expect(text).toBe(CSV);
  });

  test.each([
    ['1,2,2016-01-01\n3,4,2016-01-02', ',', ['1', '2', '3']],
    ['1 42.1 -75.9\n2 42.2 -75.8', ' ', ['1', '2', '3']],
    ['a\tb\n1\t2', '\t', ['a', 'b']],
    ['a|b\n1|2', '|', ['a', 'b']],
    ['what,x,x,\nTheft,1,2,', ',', ['what', 'x', 'x (2)', '4']],
    ['type,lon,lat\n"Theft; of car",1,2', ',', ['type', 'lon', 'lat']],
  ])('finds the columns of %j', (text, separator, columns) => {
    expect(fileShapeOf(Buffer.from(text))).toMatchObject({ separator, columns });
  });

  test.each([
    ['', 'IMPORT_EMPTY'],
    ['  \n ', 'IMPORT_EMPTY'],
    ['[{"a":1}]', 'IMPORT_FORMAT'],
    ['<html>', 'IMPORT_FORMAT'],
    ['PK\u0003\u0004\0\0\u0008\0\0\0', 'IMPORT_FORMAT'],
  ])('refuses %j', (text, code) => {
    expect(() => fileShapeOf(Buffer.from(text))).toThrow(expect.objectContaining({ code }));
  });

  test('knows Parquet by its first letters', () => {
    expect(isParquet(Buffer.from('PAR1'))).toBe(true);
    expect(isParquet(Buffer.from('PAR'))).toBe(false);
  });
});

describe('openSource', () => {
  test('says that a compressed file ends early', async () => {
    const { gzipSync } = await import('node:zlib');
    const whole = gzipSync(Buffer.from(CSV.repeat(5000)));
    const half = async function* () {
      yield whole.subarray(0, whole.length / 2);
    };
    const all = (async () => {
      const opened = await openSource(half());
      for await (const _ of opened.bytes);
    })();
    await expect(all).rejects.toMatchObject({ code: 'IMPORT_DAMAGED' });
  });

  test('throws what the sender threw, also within a compressed file', async () => {
    const { gzipSync } = await import('node:zlib');
    const whole = gzipSync(Buffer.from(CSV.repeat(5000)));
    const torn = async function* () {
      yield whole.subarray(0, 100);
      throw new Error('the line was cut');
    };
    await expect(openSource(torn())).rejects.toThrow('the line was cut');
  });
});
