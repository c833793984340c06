import { sharp } from '@amaan/vision/image/configured-sharp';
import { encodeJpeg } from '@amaan/vision/image/encode-jpeg';
import { beforeAll, describe, expect, test } from 'vitest';
import { readEnrolmentPicture } from './read-enrolment-picture.ts';

/** Left half red, right half blue. */
function twoColours(width: number, height: number) {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) pixels[at * 3 + (at % width < width / 2 ? 0 : 2)] = 255;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A JPEG with what cameras write beside the pixels. */
function withMetadata(orientation: number): Promise<Buffer> {
  return twoColours(80, 40)
    .withExif({ IFD0: { Copyright: 'Secret photographer', ImageDescription: 'Safe house' } })
    .withMetadata({ orientation })
    .jpeg({ quality: 95 })
    .toBuffer();
}

let jpeg: Buffer;
beforeAll(async () => {
  jpeg = await withMetadata(1);
});

describe('a picture for enrolment', () => {
  test('is read as pixels alone, whatever its kind', async () => {
    const files = [
      jpeg,
      await twoColours(80, 40).png().toBuffer(),
      await twoColours(80, 40).webp().toBuffer(),
    ];
    for (const bytes of files) {
      const picture = await readEnrolmentPicture(bytes);
      expect(picture).toMatchObject({ width: 80, height: 40 });
      expect(picture.pixels).toHaveLength(80 * 40 * 3);
    }
  });

  test('is turned as its camera says, and what is kept has no metadata', async () => {
    const turned = await withMetadata(6);
    expect(turned.includes('Secret photographer')).toBe(true);
    const picture = await readEnrolmentPicture(turned);
    expect(picture).toMatchObject({ width: 40, height: 80 });
    const kept = await encodeJpeg(picture);
    expect(kept.includes('Secret photographer')).toBe(false);
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    expect((await sharp(kept).metadata()).orientation).toBeUndefined();
  });

  test('that is something else as well is its pixels alone: what was hidden in it goes', async () => {
    const hidden = Buffer.concat([jpeg, Buffer.from('PK\u0003\u0004<script>alert(1)</script>%PDF-1.7')]);
    const kept = await encodeJpeg(await readEnrolmentPicture(hidden));
    expect(kept.includes('<script>')).toBe(false);
  });

  test.each([
    ['nothing', () => Buffer.alloc(0), 415, 'PICTURE_KIND'],
    ['text', () => Buffer.from('no picture'), 415, 'PICTURE_KIND'],
    [
      'a drawing that can name files',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      415,
      'PICTURE_KIND',
    ],
    ['an animation', () => Buffer.from('GIF89a/*\0\0*/=0;alert(1)'), 415, 'PICTURE_KIND'],
    ['one cut short', () => jpeg.subarray(0, jpeg.length / 2), 422, 'PICTURE_UNREADABLE'],
    ['a beginning alone', () => jpeg.subarray(0, 4), 422, 'PICTURE_UNREADABLE'],
    [
      'one with bytes changed',
      () => Buffer.concat([jpeg.subarray(0, 30), Buffer.alloc(400, 0xff)]),
      422,
      'PICTURE_UNREADABLE',
    ],
    [
      'a file of 16 MB',
      () => Buffer.concat([jpeg, Buffer.alloc(16 * 1024 * 1024)]),
      413,
      'PICTURE_TOO_LARGE',
    ],
  ] as const)('%s is refused in a clear sentence', async (_, make, status, code) => {
    await expect(readEnrolmentPicture(Buffer.from(make()))).rejects.toMatchObject({
      status,
      code,
      message: expect.stringContaining('nothing was stored'),
    });
  });

  test('of 100 megapixels in a few kilobytes is refused by its size, before anything is decoded', async () => {
    const create = { width: 10_000, height: 10_000, channels: 3, background: '#888' } as const;
    const huge = await sharp({ create, limitInputPixels: false }).png({ compressionLevel: 9 }).toBuffer();
    await expect(readEnrolmentPicture(huge)).rejects.toMatchObject({
      code: 'PICTURE_TOO_MANY_PIXELS',
      message: expect.stringContaining('100 million pixels'),
    });
  });

  test('of several pictures is refused', async () => {
    const frames = Buffer.concat([
      await twoColours(16, 16).raw().toBuffer(),
      await twoColours(16, 16).negate().raw().toBuffer(),
    ]);
    const moving = await sharp(frames, { raw: { width: 16, height: 32, channels: 3, pageHeight: 16 } })
      .webp({ loop: 0, delay: [100, 100], lossless: true })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    await expect(readEnrolmentPicture(moving)).rejects.toMatchObject({ code: 'PICTURE_SEVERAL' });
  });

  test('with metadata that points to itself and an orientation that there is not is read or refused, never more', async () => {
    const exif = Buffer.concat([
      Buffer.from('ffe10030457869660000', 'hex'),
      Buffer.from('4d4d002a00000008', 'hex'),
      Buffer.from('00010112000300000001ffff0000', 'hex'),
      Buffer.from('00000008', 'hex'),
      Buffer.alloc(14),
    ]);
    const plain = await twoColours(80, 40).jpeg().toBuffer();
    const bomb = Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)]);
    const outcome = await readEnrolmentPicture(bomb).catch((error: { code: string }) => error.code);
    if (typeof outcome === 'string') expect(outcome).toBe('PICTURE_UNREADABLE');
    else expect(outcome).toMatchObject({ width: 80, height: 40 });
  });
});
