import { describe, expect, test } from 'vitest';
import { sharp } from './configured-sharp.ts';
import { decodePicture } from './decode-picture.ts';

/** Left half red, right half blue. */
function twoColours(width = 8, height = 4) {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) pixels[at * 3 + (at % width < width / 2 ? 0 : 2)] = 255;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

const colourAt = (pixels: Uint8Array, index: number) => [...pixels.subarray(index * 3, index * 3 + 3)];

describe('a picture', () => {
  test('of each usual kind is read as RGB', async () => {
    const files = {
      'a.png': await twoColours().png().toBuffer(),
      'a.webp': await twoColours().webp({ lossless: true }).toBuffer(),
      'a.tif': await twoColours().tiff({ compression: 'lzw' }).toBuffer(),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const picture = await decodePicture(bytes, name);
      expect([name, picture.width, picture.height, picture.pixels.length]).toEqual([name, 8, 4, 8 * 4 * 3]);
      expect(colourAt(picture.pixels, 0)).toEqual([255, 0, 0]);
      expect(colourAt(picture.pixels, 7)).toEqual([0, 0, 255]);
    }
  });

  test('without colours, of 16 bits, with transparency or for print has three bytes a pixel too', async () => {
    const grey = await twoColours().greyscale().toColourspace('b-w').png().toBuffer();
    expect((await sharp(grey).metadata()).channels).toBe(1);
    const deep = await twoColours().toColourspace('rgb16').png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    const transparent = await twoColours().ensureAlpha(0.5).png().toBuffer();
    const greyTransparent = await sharp(grey).ensureAlpha(0.5).png().toBuffer();
    const print = await twoColours().toColourspace('cmyk').jpeg().toBuffer();
    const palette = await twoColours().png({ palette: true }).toBuffer();
    for (const bytes of [grey, deep, transparent, greyTransparent, print, palette]) {
      const { width, height, pixels } = await decodePicture(bytes, 'a');
      expect([width, height, pixels.length]).toEqual([8, 4, 8 * 4 * 3]);
    }
    expect(colourAt((await decodePicture(deep, 'deep')).pixels, 0)).toEqual([255, 0, 0]);
    expect(colourAt((await decodePicture(transparent, 'transparent')).pixels, 7)).toEqual([0, 0, 255]);
    const [red, green, blue] = (await decodePicture(grey, 'grey')).pixels;
    expect([green, blue]).toEqual([red, red]);
  });

  test('is turned as its camera says', async () => {
    // Orientation 6: the camera was held upright, the top of what it saw is the file's left.
    const bytes = await twoColours().withMetadata({ orientation: 6 }).png().toBuffer();
    const picture = await decodePicture(bytes, 'turned.png');
    expect([picture.width, picture.height]).toEqual([4, 8]);
    expect(colourAt(picture.pixels, 0)).toEqual([255, 0, 0]);
    expect(colourAt(picture.pixels, 7 * 4)).toEqual([0, 0, 255]);
  });
});

describe('refused by name is', () => {
  const refused = {
    code: 'PICTURE_UNREADABLE',
    message: expect.stringMatching(/^file\.jpg is not a picture/),
  };

  test('what is no picture, or nothing', async () => {
    for (const bytes of [Buffer.from('no picture at all'), new Uint8Array()]) {
      await expect(decodePicture(bytes, 'file.jpg')).rejects.toMatchObject(refused);
    }
  });

  test('a picture that is cut short', async () => {
    const noise = Buffer.from(Uint8Array.from({ length: 64 * 64 * 3 }, (_, index) => (index * 7919) % 251));
    const whole = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
      .jpeg()
      .toBuffer();
    const half = whole.subarray(0, whole.length / 2);
    await expect(decodePicture(half, 'file.jpg')).rejects.toMatchObject(refused);
  });

  test('a small file with more pixels than fit into memory a few times', async () => {
    const large = await sharp({ create: { width: 8000, height: 7600, channels: 3, background: 'red' } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    await expect(decodePicture(large, 'file.jpg')).rejects.toMatchObject({
      ...refused,
      cause: expect.objectContaining({ message: expect.stringContaining('pixel limit') }),
    });
  });
});
