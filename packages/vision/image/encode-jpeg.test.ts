import { expect, test } from 'vitest';
import { decodePicture } from './decode-picture.ts';
import { encodeJpeg } from './encode-jpeg.ts';

test('people see what was in the picture', async () => {
  const [width, height] = [64, 32];
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    pixels.set(at % width < width / 2 ? [200, 30, 30] : [20, 60, 180], at * 3);
  }
  const bytes = await encodeJpeg({ width, height, pixels });
  expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  const seen = await decodePicture(bytes, 'seen.jpg');
  expect([seen.width, seen.height]).toEqual([width, height]);
  for (const [x, colour] of [
    [8, [200, 30, 30]],
    [56, [20, 60, 180]],
  ] as const) {
    const at = (16 * width + x) * 3;
    for (let channel = 0; channel < 3; channel++) {
      expect(Math.abs(seen.pixels[at + channel]! - colour[channel]!)).toBeLessThanOrEqual(8);
    }
  }
});
