import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { WatchlistEntry } from '@amaan/contracts/faces/watchlist-entry';
import { sharp } from '@amaan/vision/image/configured-sharp';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FaceOffice } from '../testing/face-office.ts';
import { facePicture } from '../testing/fake-face-desk.ts';
import { readEnrolmentPicture } from './read-enrolment-picture.ts';

// Files that somebody made to break, to slow down or to get something past whoever reads them.

const REFUSALS =
  /^(PICTURE_KIND|PICTURE_UNREADABLE|PICTURE_SEVERAL|PICTURE_TOO_LARGE|PICTURE_TOO_MANY_PIXELS)$/;
const SECRET = 'hidden-payload-that-must-go';

const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } });

/** A chunk of a PNG. */
function chunk(type: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Puts a chunk after the header of a PNG. */
const withChunk = (png: Buffer, type: string, data: Buffer) =>
  Buffer.concat([png.subarray(0, 33), chunk(type, data), png.subarray(33)]);

/** Puts a segment at the begin of a JPEG. */
function withSegment(jpeg: Buffer, marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

/** EXIF whose directory has as many entries as fit, each of which says that its value is the directory again. */
function exifBomb(): Buffer {
  const entries = 5_000;
  const tiff = Buffer.alloc(8 + 2 + entries * 12 + 4);
  tiff.write('MM\0*\0\0\0\x08', 'latin1');
  tiff.writeUInt16BE(entries, 8);
  for (let at = 10; at + 12 < tiff.length; at += 12) {
    tiff.writeUInt16BE(at % 3 === 0 ? 0x8769 : 0x0112, at);
    tiff.writeUInt16BE(4, at + 2);
    tiff.writeUInt32BE(0xffff_ffff, at + 4);
    tiff.writeUInt32BE(8, at + 8);
  }
  // The next directory is this one.
  tiff.writeUInt32BE(8, tiff.length - 4);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

/** A progressive JPEG whose last scan comes again and again. */
async function scanBomb(scans: number): Promise<Buffer> {
  const jpeg = await noise(256, 256).jpeg({ progressive: true }).toBuffer();
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = jpeg.subarray(last, jpeg.length - 2);
  return Buffer.concat([jpeg.subarray(0, -2), ...Array<Buffer>(scans).fill(scan), jpeg.subarray(-2)]);
}

/** A header that claims a size, with nothing behind it. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const nothing = chunk('IDAT', deflateSync(Buffer.alloc(64)));
  const magic = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([magic, chunk('IHDR', head), nothing, chunk('IEND', Buffer.alloc(0))]);
}

const plain = await facePicture({ person: 60 });
const jpeg = await sharp(plain).jpeg({ quality: 100 }).toBuffer();
const webp = await sharp(plain).webp({ lossless: true }).toBuffer();
const inflated = deflateSync(Buffer.alloc(120 * 1024 * 1024, 0x41), { level: 9 });

/** What may be read, as the pixels that it is, or must be refused. */
const HOSTILE: readonly [string, Buffer][] = [
  ['a truncated JPEG', jpeg.subarray(0, jpeg.length * 0.6)],
  ['a truncated WebP', webp.subarray(0, webp.length - 20)],
  ['a truncated PNG', plain.subarray(0, plain.length - 20)],
  ['a header of 100 megapixels', pngOf(10_000, 10_000)],
  ['a header of 4 billion by 4 billion', pngOf(0x7fff_ffff, 0x7fff_ffff)],
  ['a header of no pixels', pngOf(0, 0)],
  [
    'a text of 120 MB in a few kilobytes',
    withChunk(plain, 'zTXt', Buffer.concat([Buffer.from('Comment\0\0'), inflated])),
  ],
  ['a colour profile of 120 MB', withChunk(plain, 'iCCP', Buffer.concat([Buffer.from('icc\0\0'), inflated]))],
  ['EXIF that leads to itself', withSegment(jpeg, 0xe1, exifBomb())],
  ['EXIF in a PNG that leads to itself', withChunk(plain, 'eXIf', exifBomb().subarray(6))],
  [
    'EXIF again and again',
    Array.from({ length: 200 }).reduce<Buffer>((file) => withSegment(file, 0xe1, exifBomb()), jpeg),
  ],
  [
    'a colour profile that claims more than there is',
    withSegment(jpeg, 0xe2, Buffer.from('ICC_PROFILE\0\x01\xff\xff\xff\xff\xff', 'latin1')),
  ],
  ['a JPEG of 5,000 scans', await scanBomb(5_000)],
  ['a JPEG that is an archive as well', Buffer.concat([jpeg, Buffer.from(`PK\x03\x04${SECRET}`, 'latin1')])],
  [
    'a PNG that is a page as well',
    withChunk(plain, 'tEXt', Buffer.from(`Comment\0<script>${SECRET}</script>`)),
  ],
  ['a JPEG with a script in its comment', withSegment(jpeg, 0xfe, Buffer.from(`*/=1;${SECRET}/*`))],
  ['a WebP with a page behind it', Buffer.concat([webp, Buffer.from(`<html>${SECRET}`)])],
  ['the magic of one kind before another', Buffer.concat([jpeg.subarray(0, 20), plain])],
  ['a page that begins as a picture', Buffer.from(`\xff\xd8\xff<html>${SECRET}</html>`, 'latin1')],
];

describe('a hostile picture', () => {
  test.each(HOSTILE)(
    '%s is its pixels alone, or refused in a clear sentence',
    async (_, bytes) => {
      const read = await readEnrolmentPicture(Buffer.from(bytes)).catch((error: { code: string }) => error);
      if ('code' in read) {
        expect(read.code).toMatch(REFUSALS);
        expect(read).toMatchObject({ message: expect.stringContaining('nothing was stored') });
      } else {
        expect(read.pixels).toHaveLength(read.width * read.height * 3);
        expect(Buffer.from(read.pixels).includes(SECRET)).toBe(false);
      }
    },
    60_000,
  );

  test('is the same wherever bytes are changed, cut out or put in', async () => {
    const file = fc.constantFrom(jpeg, plain, webp);
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(40),
      bytes: fc.uint8Array({ maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(file, fc.array(change, { minLength: 1, maxLength: 6 }), async (original, changes) => {
        let bytes = original;
        for (const { at, cut, bytes: put } of changes) {
          const from = Math.floor(at * bytes.length);
          bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)]);
        }
        const read = await readEnrolmentPicture(bytes).catch((error: { code: string }) => error);
        if ('code' in read) expect(read.code).toMatch(REFUSALS);
        else expect(read.pixels).toHaveLength(read.width * read.height * 3);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  describe('that is brought to a server', () => {
    let office: FaceOffice;
    let entry: WatchlistEntry;
    beforeAll(async () => {
      office = await FaceOffice.open();
      entry = await office.addEntry(await office.makeList());
    });
    afterAll(() => office?.[Symbol.asyncDispose]());

    test('leaves it running, and nothing of the file anywhere but its pixels', async () => {
      for (const [name, bytes] of HOSTILE) {
        const answer = await office.enrolBytes(entry, Buffer.from(bytes));
        expect([201, 413, 415, 422], `${name}: ${answer.body}`).toContain(answer.statusCode);
        if (answer.statusCode !== 201) continue;
        const { picture } = answer.json();
        const url = `/api/watchlists/${entry.watchlistId}/entries/${entry.id}/pictures/${picture.id}`;
        const kept = await office.supervisor.get(`${url}/file`);
        expect(kept.rawPayload.includes(SECRET), name).toBe(false);
        const { exif, icc } = await sharp(kept.rawPayload).metadata();
        expect([exif, icc], name).toEqual([undefined, undefined]);
        expect((await office.keeper.request('DELETE', url)).statusCode).toBe(204);
      }
      const rows = await office.server.db.selectFrom('watchlist_picture').select('id').execute();
      expect(rows).toEqual([]);
      const errors = office.server.log.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);
      expect(errors).toEqual([]);
      expect(office.server.log.join('\n')).not.toContain(SECRET);
      expect((await office.enrol(entry, { person: 61 })).picture.state).toBe('active');
    }, 120_000);
  });
});
