import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Frame } from '../frame.ts';
import { sharp } from './configured-sharp.ts';
import { encodePng } from './encode-png.ts';

function frame(width: number, height: number, pixels: Uint8Array): Frame {
  return { index: 0, streamSeconds: 0, capturedAt: 0, width, height, pixels: new Uint8Array(pixels) };
}

test('PNG gives back every pixel', async () => {
  const size = fc.integer({ min: 1, max: 20 });
  const pictures = fc.tuple(size, size).chain(([width, height]) => {
    const bytes = width * height * 3;
    return fc.tuple(
      fc.constant(width),
      fc.constant(height),
      fc.uint8Array({ minLength: bytes, maxLength: bytes }),
    );
  });
  await fc.assert(
    fc.asyncProperty(pictures, async ([width, height, pixels]) => {
      const png = await encodePng(frame(width, height, pixels));
      const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height, info.channels]).toEqual([width, height, 3]);
      expect(new Uint8Array(data)).toEqual(pixels);
    }),
    { numRuns: 50 },
  );
});
