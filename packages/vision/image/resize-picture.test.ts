import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Picture } from './picture.ts';
import { resizePicture } from './resize-picture.ts';

const side = fc.integer({ min: 1, max: 12 });
const pictures: fc.Arbitrary<Picture> = fc.tuple(side, side).chain(([width, height]) => {
  const bytes = width * height * 3;
  return fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((pixels) => ({ width, height, pixels: new Uint8Array(pixels) }));
});

function greyRow(...values: number[]): Picture {
  return {
    width: values.length,
    height: 1,
    pixels: Uint8Array.from(values.flatMap((value) => [value, value, value])),
  };
}

test('to its own size a picture stays as it is', () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      expect(resizePicture(picture, picture.width, picture.height)).toEqual(picture);
    }),
  );
});

test('no value is brighter or darker than all there were, and a plain picture stays plain', () => {
  fc.assert(
    fc.property(pictures, side, side, (picture, width, height) => {
      const resized = resizePicture(picture, width, height);
      expect(resized.pixels.length).toBe(width * height * 3);
      for (let channel = 0; channel < 3; channel++) {
        const of = ({ pixels }: Picture) => [...pixels].filter((_, index) => index % 3 === channel);
        expect(Math.max(...of(resized))).toBeLessThanOrEqual(Math.max(...of(picture)));
        expect(Math.min(...of(resized))).toBeGreaterThanOrEqual(Math.min(...of(picture)));
      }
    }),
  );
});

// As `torch.nn.functional.interpolate(…, mode='bilinear', align_corners=False)` gives them.
test.each<[string, Picture, number, number[]]>([
  ['doubled', greyRow(0, 100), 4, [0, 25, 75, 100]],
  ['halved', greyRow(0, 100, 40, 60), 2, [50, 50]],
  ['made three of two', greyRow(0, 90), 3, [0, 45, 90]],
  ['of one pixel', greyRow(77), 3, [77, 77, 77]],
])('pixel centres count: a row %s', (_, row, width, expected) => {
  const resized = resizePicture(row, width, 1);
  expect([...resized.pixels]).toEqual([...greyRow(...expected).pixels]);
});
