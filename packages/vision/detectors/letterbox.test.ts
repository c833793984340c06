import type { ModelManifest } from '@amaan/contracts/model-manifest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Picture } from '../image/picture.ts';
import { Letterbox } from './letterbox.ts';

const INPUT: ModelManifest['input'] = {
  name: 'picture',
  width: 4,
  height: 4,
  layout: 'nchw',
  channels: 'rgb',
  mean: [0, 0, 0],
  std: [1, 1, 1],
  fit: 'letterbox-top-left',
  padding: 114,
};

/** A picture of one colour. */
function plain(width: number, height: number, colour: [number, number, number]): Picture {
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < pixels.length; at += 3) pixels.set(colour, at);
  return { width, height, pixels };
}

/** One channel of an `nchw` input, as rows. */
function rowsOf(letterbox: Letterbox, channel: number, { width, height } = INPUT): number[][] {
  return Array.from({ length: height }, (_, row) => {
    const from = (channel * height + row) * width;
    return Array.from(letterbox.data.subarray(from, from + width));
  });
}

describe('fitting a picture', () => {
  test('copies one that fits, and pads the rest with grey', () => {
    const letterbox = new Letterbox(INPUT);
    const pixels = Uint8Array.from({ length: 4 * 2 * 3 }, (_, index) => index);
    expect(letterbox.fit({ width: 4, height: 2, pixels })).toEqual({ left: 0, top: 0, width: 4, height: 2 });
    expect(rowsOf(letterbox, 0)).toEqual([
      [0, 3, 6, 9],
      [12, 15, 18, 21],
      [114, 114, 114, 114],
      [114, 114, 114, 114],
    ]);
    expect(rowsOf(letterbox, 2)[0]).toEqual([2, 5, 8, 11]);
  });

  test('puts it into the middle where the model was trained so', () => {
    const letterbox = new Letterbox({ ...INPUT, fit: 'letterbox-centre' });
    expect(letterbox.fit(plain(4, 2, [9, 9, 9]))).toEqual({ left: 0, top: 1, width: 4, height: 2 });
    expect(rowsOf(letterbox, 0).map(([first]) => first)).toEqual([114, 9, 9, 114]);
  });

  test('stretches it where the model was trained so', () => {
    const letterbox = new Letterbox({ ...INPUT, fit: 'stretch' });
    expect(letterbox.fit(plain(8, 2, [7, 8, 9]))).toEqual({ left: 0, top: 0, width: 4, height: 4 });
    expect(new Set(rowsOf(letterbox, 1).flat())).toEqual(new Set([8]));
  });

  test('orders the channels and normalises them in the model’s order', () => {
    const letterbox = new Letterbox({ ...INPUT, channels: 'bgr', mean: [10, 20, 30], std: [2, 4, 5] });
    letterbox.fit(plain(4, 4, [100, 60, 20]));
    expect([0, 1, 2].map((channel) => rowsOf(letterbox, channel)[0]?.[0])).toEqual([5, 10, 14]);
  });

  test('interleaves the channels for a model that has them last', () => {
    const letterbox = new Letterbox({ ...INPUT, layout: 'nhwc' });
    letterbox.fit(plain(4, 4, [1, 2, 3]));
    expect(Array.from(letterbox.data.subarray(0, 6))).toEqual([1, 2, 3, 1, 2, 3]);
  });

  test('averages the pixels that a smaller one lies between', () => {
    const letterbox = new Letterbox({ ...INPUT, width: 2, height: 2, fit: 'stretch' });
    const pixels = Uint8Array.from([0, 10, 20, 30].flatMap((value) => [value, value, value]));
    letterbox.fit({ width: 4, height: 1, pixels });
    expect(Array.from(letterbox.data.subarray(0, 2))).toEqual([5, 25]);
  });

  test('leaves nothing of the picture before, whatever their sizes', () => {
    const size = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(size, size, fc.integer({ min: 0, max: 255 })), { minLength: 1 }),
        (pictures) => {
          const letterbox = new Letterbox(INPUT);
          for (const [width, height, value] of pictures) {
            const placed = letterbox.fit(plain(width, height, [value, value, value]));
            for (const [y, row] of rowsOf(letterbox, 1).entries()) {
              const inside = y < placed.top + placed.height ? placed.left + placed.width : 0;
              expect(row).toEqual(row.map((_, x) => (x < inside ? value : 114)));
            }
          }
        },
      ),
    );
  });
});
