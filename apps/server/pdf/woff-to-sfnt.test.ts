import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { woffToSfnt } from './woff-to-sfnt.ts';

const path = createRequire(import.meta.url).resolve(
  '@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff',
);

/** Sum of big-endian 32-bit words, as a font's table directory has it (OpenType 1.9, "Calculating checksums"). */
function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    const word = Buffer.alloc(4);
    bytes.copy(word, 0, at, Math.min(at + 4, bytes.length));
    sum = (sum + word.readUInt32BE(0)) >>> 0;
  }
  return sum;
}

describe('a WOFF file', () => {
  const woff = readFileSync(path);

  test('becomes a font whose tables have the checksums that it says', () => {
    const font = woffToSfnt(woff);
    const count = font.readUInt16BE(4);
    expect(count).toBeGreaterThan(10);
    const tags: string[] = [];
    for (let table = 0; table < count; table++) {
      const entry = 12 + table * 16;
      const tag = font.toString('latin1', entry, entry + 4);
      const start = font.readUInt32BE(entry + 8);
      const bytes = font.subarray(start, start + font.readUInt32BE(entry + 12));
      tags.push(tag);
      // The table `head` holds a sum over the whole file, which its own checksum leaves out.
      if (tag !== 'head') expect(checksum(bytes), tag).toBe(font.readUInt32BE(entry + 4));
    }
    expect(tags).toEqual(expect.arrayContaining(['glyf', 'GSUB', 'GPOS', 'cmap']));
  });

  test('that is none, or is cut, is refused', () => {
    expect(() => woffToSfnt(Buffer.from('GIF89a'))).toThrow(RangeError);
    expect(() => woffToSfnt(woff.subarray(0, 3000))).toThrow();
  });
});
