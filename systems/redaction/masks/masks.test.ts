import type { Box } from '@amaan/contracts/geometry';
import { MASK_STYLES } from '@amaan/contracts/redaction/masking';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pixelArea } from '../covers/box-arithmetic.ts';
import { maskPicture } from './mask-picture.ts';
import { BITS, CELLS, FILL, MOST_BITS } from './mask-style.ts';
import { maskYuvFrame } from './mask-yuv-frame.ts';

const WIDTH = 64;
const HEIGHT = 48;

function noise(seed: number, length: number): Uint8Array<ArrayBuffer> {
  let state = seed + 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}

const anyBox = fc
  .tuple(
    fc.double({ min: -0.2, max: 1, noNaN: true }),
    fc.double({ min: -0.2, max: 1, noNaN: true }),
    fc.double({ min: 0.01, max: 0.9, noNaN: true }),
    fc.double({ min: 0.01, max: 0.9, noNaN: true }),
  )
  .map((box) => box as Box);

describe.each(MASK_STYLES)('the mask %s', (style) => {
  it('changes no pixel outside the box in RGB', () => {
    fc.assert(
      fc.property(anyBox, fc.nat(1000), (box, seed) => {
        const before = noise(seed, WIDTH * HEIGHT * 3);
        const picture = { width: WIDTH, height: HEIGHT, pixels: before.slice() };
        maskPicture(picture, [box], style);
        const area = pixelArea(box, picture);
        let changed = 0;
        for (let y = 0; y < HEIGHT; y++)
          for (let x = 0; x < WIDTH; x++) {
            if (area && x >= area.left && x < area.right && y >= area.top && y < area.bottom) continue;
            for (let at = (y * WIDTH + x) * 3, end = at + 3; at < end; at++)
              if (picture.pixels[at] !== before[at]) changed += 1;
          }
        expect(changed).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves no more of a box than its cells: what differs only within cells comes out the same', () => {
    // Mean of each cell equal, everything else different: of every cell two halves are exchanged.
    const size = 64;
    const picture = (mirrored: boolean) => {
      const pixels = new Uint8Array(size * size * 3);
      const cell = size / CELLS;
      for (let y = 0; y < size; y++)
        for (let x = 0; x < size; x++) {
          const [inX, inY] = [x % cell, y % cell];
          const value = ((mirrored ? cell - 1 - inX : inX) * 13 + inY * 7 + Math.floor(x / cell) * 40) % 256;
          pixels.fill(value, (y * size + x) * 3, (y * size + x) * 3 + 3);
        }
      return { width: size, height: size, pixels };
    };
    const [one, other] = [picture(false), picture(true)];
    expect(one.pixels).not.toEqual(other.pixels);
    for (const each of [one, other]) maskPicture(each, [[0, 0, 1, 1]], style);
    expect(one.pixels).toEqual(other.pixels);
  });

  it('covers every pixel that the box touches in YUV 4:2:0, in all three planes, and nothing else', () => {
    fc.assert(
      fc.property(anyBox, (box) => {
        const size = WIDTH * HEIGHT;
        // A value that no mask draws: masks draw the middles of steps of 32, and blends of them between 16 and 240.
        const pixels = new Uint8Array((size * 3) / 2).fill(1);
        maskYuvFrame({ width: WIDTH, height: HEIGHT, pixels }, [box], style);
        const area = pixelArea(box, { width: WIDTH, height: HEIGHT });
        const even = pixelArea(box, { width: WIDTH, height: HEIGHT }, 2);
        let bare = 0;
        let touched = 0;
        for (let y = 0; y < HEIGHT; y++)
          for (let x = 0; x < WIDTH; x++) {
            const isInside = area && x >= area.left && x < area.right && y >= area.top && y < area.bottom;
            const isNear = even && x >= even.left && x < even.right && y >= even.top && y < even.bottom;
            const chroma = size + (y >> 1) * (WIDTH / 2) + (x >> 1);
            for (const at of [y * WIDTH + x, chroma, chroma + size / 4]) {
              if (isInside && pixels[at] === 1) bare += 1;
              if (!isNear && pixels[at] !== 1) touched += 1;
            }
          }
        expect({ bare, touched }).toEqual({ bare: 0, touched: 0 });
      }),
      { numRuns: 40 },
    );
  });
});

describe('what stays of a masked box', () => {
  const values = (style: (typeof MASK_STYLES)[number], size: number) => {
    const picture = { width: size, height: size, pixels: noise(size, size * size * 3) };
    maskPicture(picture, [[0, 0, 1, 1]], style);
    return picture.pixels;
  };

  it('is nothing for fill', () => {
    expect(new Set(values('fill', 40))).toEqual(new Set([FILL.rgb]));
  });

  it.each([8, 40, 200, 641])(
    'is at most 4 × 4 cells of 3 bits a channel for pixelate at %i pixels',
    (size) => {
      const pixels = values('pixelate', size);
      const colours = new Set<number>();
      for (let at = 0; at < pixels.length; at += 3)
        colours.add((pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!);
      expect(colours.size).toBeLessThanOrEqual(CELLS * CELLS);
      expect(new Set(pixels).size).toBeLessThanOrEqual(2 ** BITS);
      expect(MOST_BITS).toBe(144);
    },
  );

  it('is for blur what is left by pixelate: the same cells give the same blur', () => {
    const size = 80;
    const sharp = { width: size, height: size, pixels: noise(3, size * size * 3) };
    const coarse = { ...sharp, pixels: sharp.pixels.slice() };
    maskPicture(coarse, [[0, 0, 1, 1]], 'pixelate');
    for (const each of [sharp, coarse]) maskPicture(each, [[0, 0, 1, 1]], 'blur');
    expect(coarse.pixels).toEqual(sharp.pixels);
  });
});
