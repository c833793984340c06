import { expect, test } from 'vitest';
import type { Picture } from './picture.ts';
import { pictureTensor } from './picture-tensor.ts';

const PICTURE: Picture = { width: 2, height: 1, pixels: Uint8Array.of(10, 20, 30, 40, 50, 60) };
const PLAIN = { mean: [0, 0, 0], std: [1, 1, 1] } as const;

test('each channel is a plane of its own, in the order that the model wants', () => {
  const tensor = (channels: 'rgb' | 'bgr') => [
    ...pictureTensor(PICTURE, { channels, mean: [...PLAIN.mean], std: [...PLAIN.std] }),
  ];
  expect(tensor('rgb')).toEqual([10, 40, 20, 50, 30, 60]);
  expect(tensor('bgr')).toEqual([30, 60, 20, 50, 10, 40]);
});

test('mean and deviation are those of the model’s channels', () => {
  const tensor = pictureTensor(PICTURE, { channels: 'bgr', mean: [30, 20, 10], std: [30, 2, 0.5] });
  expect([...tensor]).toEqual([0, 1, 0, 15, 0, 60]);
});
