import type { ModelManifest } from '@amaan/contracts/model-manifest';
import { pictureTensor } from '@amaan/vision/image/picture-tensor';
import { resizePicture } from '@amaan/vision/image/resize-picture';
import { expect, test } from 'vitest';
import { planesOf, shrunkPlanes, tileTensor } from './picture-planes.ts';

const INPUT: ModelManifest['input'] = {
  name: 'input',
  width: 3,
  height: 2,
  layout: 'nchw',
  channels: 'rgb',
  mean: [127, 127, 127],
  std: [128, 128, 128],
  fit: 'letterbox-top-left',
  padding: 127,
};
/** 4 × 2 pixels; red counts them, green is ten more, blue twenty more. */
const PICTURE = {
  width: 4,
  height: 2,
  pixels: Uint8Array.from({ length: 24 }, (_, index) => Math.floor(index / 3) + (index % 3) * 10),
};

test('a tile is cut out channel by channel', () => {
  const values = [...tileTensor(planesOf(PICTURE, PICTURE, INPUT), { x: 1, y: 0 }, INPUT)].map((value) =>
    Math.round(value * 128 + 127),
  );
  expect(values).toEqual([1, 2, 3, 5, 6, 7, 11, 12, 13, 15, 16, 17, 21, 22, 23, 25, 26, 27]);
});

test('what lies beyond the picture is padding, and blue comes first where the model wants it', () => {
  const bgr = { ...INPUT, channels: 'bgr' as const };
  const values = [...tileTensor(planesOf(PICTURE, PICTURE, bgr), { x: 3, y: 1 }, bgr)].map((value) =>
    Math.round(value * 128 + 127),
  );
  expect(values).toEqual([
    27, 127, 127, 127, 127, 127, 17, 127, 127, 127, 127, 127, 7, 127, 127, 127, 127, 127,
  ]);
});

test('scaling and normalising in one pass is what both do one after the other, but for rounding', () => {
  const pixels = Uint8Array.from({ length: 30 * 20 * 3 }, (_, index) => (index * 37) % 256);
  const picture = { width: 30, height: 20, pixels };
  for (const size of [
    { width: 17, height: 9 },
    { width: 30, height: 20 },
    { width: 1, height: 1 },
  ]) {
    const planes = planesOf(picture, size, INPUT);
    const expected = pictureTensor(resizePicture(picture, size.width, size.height), INPUT);
    planes.values.forEach((value, at) => {
      expect(Math.abs(value - expected[at]!) * 128).toBeLessThan(0.51);
    });
    const shrunk = shrunkPlanes(planesOf(picture, picture, INPUT), size);
    shrunk.values.forEach((value, at) => {
      expect(value).toBeCloseTo(planes.values[at]!, 4);
    });
  }
});
