import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Quad } from './homography.ts';
import type { Picture } from './picture.ts';
import { warpQuad } from './warp-quad.ts';

const side = fc.integer({ min: 2, max: 16 });
const pictures: fc.Arbitrary<Picture> = fc.tuple(side, side).chain(([width, height]) => {
  const bytes = width * height * 3;
  return fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((pixels) => ({ width, height, pixels: new Uint8Array(pixels) }));
});

function rectangle(x: number, y: number, width: number, height: number): Quad {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** Each pixel by where it is. */
function drawn(width: number, height: number, at: (x: number, y: number) => number): Picture {
  const pixels = new Uint8Array(width * height * 3);
  for (let index = 0; index < width * height; index++) {
    pixels.fill(at(index % width, Math.floor(index / width)), index * 3, index * 3 + 3);
  }
  return { width, height, pixels };
}

const redAt = ({ width, pixels }: Picture, x: number, y: number) => pixels[(y * width + x) * 3];

describe('a quadrilateral of a picture', () => {
  test('that is the whole picture gives the picture back', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const { width, height } = picture;
        expect(warpQuad(picture, rectangle(0, 0, width, height), width, height)).toEqual(picture);
      }),
    );
  });

  test('that is turned upside down gives the pixels in the opposite order', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const { width, height, pixels } = picture;
        const [a, b, c, d] = rectangle(0, 0, width, height);
        const turned = warpQuad(picture, [c, d, a, b], width, height)!;
        const colours = (of: Uint8Array) =>
          Array.from({ length: width * height }, (_, index) => [...of.subarray(index * 3, index * 3 + 3)]);
        expect(colours(turned.pixels)).toEqual(colours(pixels).toReversed());
      }),
    );
  });

  test('that lies on its pixels is cut out as it is', () => {
    const picture = drawn(20, 10, (x, y) => 10 * y + x);
    const cut = warpQuad(picture, rectangle(5, 3, 6, 4), 6, 4)!;
    expect(cut).toEqual(drawn(6, 4, (x, y) => 10 * (y + 3) + x + 5));
  });

  test('is straightened: a slanted edge becomes an upright one', () => {
    // White to the right of a line that leans by 20 pixels over the height.
    const picture = drawn(120, 40, (x, y) => (x > 40 + y / 2 ? 255 : 0));
    const quad: Quad = [
      { x: 20, y: 0 },
      { x: 60, y: 0 },
      { x: 80, y: 40 },
      { x: 40, y: 40 },
    ];
    const straight = warpQuad(picture, quad, 40, 40)!;
    for (let y = 1; y < 39; y++) {
      expect([redAt(straight, 15, y), redAt(straight, 25, y)]).toEqual([0, 255]);
    }
  });

  test('keeps thin strokes when it shrinks', () => {
    const picture = drawn(64, 64, (x) => (x % 4 === 0 ? 0 : 200));
    const small = warpQuad(picture, rectangle(0, 0, 64, 64), 16, 16)!;
    for (let x = 1; x < 15; x++) expect(redAt(small, x, 8)).toBe(150);
  });

  test('repeats the edge where it reaches beyond the picture', () => {
    const picture = drawn(10, 10, (x) => (x < 5 ? 30 : 220));
    const wide = warpQuad(picture, rectangle(-20, -20, 50, 50), 50, 50)!;
    expect([redAt(wide, 0, 0), redAt(wide, 49, 49), redAt(wide, 0, 49)]).toEqual([30, 220, 30]);
  });

  test('whose corners cross over is refused', () => {
    const [a, b, c, d] = rectangle(0, 0, 10, 10);
    expect(
      warpQuad(
        drawn(10, 10, () => 0),
        [a, c, b, d],
        8,
        8,
      ),
    ).toBeNull();
  });
});
