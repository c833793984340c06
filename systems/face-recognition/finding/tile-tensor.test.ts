import type { ModelManifest } from '@amaan/contracts/model-manifest';
import { expect, test } from 'vitest';
import { tileTensor } from './tile-tensor.ts';

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
  const values = [...tileTensor(PICTURE, { x: 1, y: 0 }, INPUT)].map((value) =>
    Math.round(value * 128 + 127),
  );
  expect(values).toEqual([1, 2, 3, 5, 6, 7, 11, 12, 13, 15, 16, 17, 21, 22, 23, 25, 26, 27]);
});

test('what lies beyond the picture is padding, and blue comes first where the model wants it', () => {
  const values = [...tileTensor(PICTURE, { x: 3, y: 1 }, { ...INPUT, channels: 'bgr' })].map((value) =>
    Math.round(value * 128 + 127),
  );
  expect(values).toEqual([
    27, 127, 127, 127, 127, 127, 17, 127, 127, 127, 127, 127, 7, 127, 127, 127, 127, 127,
  ]);
});
