import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sharp } from './configured-sharp.ts';
import { freshJpeg } from './fresh-jpeg.ts';

const red = () => sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } });
const SCRIPT = '<script>alert(1)</script>';

test('what a picture carries beside its pixels is gone, and it is turned as its camera says', async () => {
  const jpeg = await red()
    .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 33/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const polyglot = Buffer.concat([jpeg, Buffer.from(`PK\u0003\u0004${SCRIPT}`)]);
  const fresh = await freshJpeg(polyglot, { format: 'jpeg', longestEdge: 1000 });
  const found = await sharp(fresh).metadata();
  expect(found).toMatchObject({ format: 'jpeg', width: 40, height: 60 });
  expect([found.exif, found.xmp, found.iptc, found.orientation]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(fresh.includes(SCRIPT) || fresh.includes('PK') || fresh.includes('Somebody')).toBe(false);
});

test('a large picture becomes a smaller one, and transparency white', async () => {
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const png = await sharp({ create: { width: 300, height: 100, channels: 4, background: clear } })
    .png()
    .toBuffer();
  const fresh = await freshJpeg(png, { format: 'png', longestEdge: 150 });
  const { data, info } = await sharp(fresh).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, data[0]]).toEqual([150, 50, 255]);
});

test('another kind than was said, a damaged one, and one that claims to be huge are refused', async () => {
  const refused = { code: 'PICTURE_UNREADABLE' };
  const options = { format: 'png', longestEdge: 100 } as const;
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>');
  await expect(freshJpeg(svg, options)).rejects.toMatchObject(refused);
  await expect(freshJpeg(await red().jpeg().toBuffer(), options)).rejects.toMatchObject(refused);
  const noise = Buffer.from(Uint8Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * 7919) % 251));
  const png = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
    .png()
    .toBuffer();
  await expect(freshJpeg(png.subarray(0, png.length / 2), options)).rejects.toMatchObject(refused);
  await expect(freshJpeg(hugePng(), options)).rejects.toMatchObject(refused);
});

/** Some kilobytes that say that they are 60,000 × 60,000 pixels. */
function hugePng(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(60_000, 0);
  header.writeUInt32BE(60_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.alloc(4 * 1024 * 1024));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
