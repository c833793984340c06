import { expect, test } from 'vitest';
import { measureImage } from './measure-image.ts';

/** A grey picture from a function of the place. */
function picture(width: number, height: number, greyAt: (x: number, y: number) => number) {
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) pixels.fill(greyAt(x, y), (y * width + x) * 3, (y * width + x) * 3 + 3);
  return { pixels, width, height };
}

test('an even picture has its own brightness and no sharpness', () => {
  const { brightness, sharpness } = measureImage(picture(32, 24, () => 120));
  expect(brightness).toBeCloseTo(120, 3);
  expect(sharpness).toBeCloseTo(0, 3);
});

test('a chess board has the variance that its Laplacian has: ±4 times the contrast', () => {
  const { brightness, sharpness } = measureImage(picture(32, 32, (x, y) => ((x + y) % 2) * 100));
  expect(brightness).toBeCloseTo(50, 3);
  expect(sharpness).toBeCloseTo(400 ** 2, 0);
});

test('a blurred edge is less sharp than a hard one', () => {
  const hard = measureImage(picture(32, 32, (x) => (x < 16 ? 0 : 255)));
  const soft = measureImage(picture(32, 32, (x) => Math.min(255, Math.max(0, (x - 8) * 16))));
  expect(soft.sharpness).toBeLessThan(hard.sharpness / 10);
});

test('green is brighter than blue', () => {
  const colour = (rgb: readonly number[]) => ({
    pixels: new Uint8Array(Array.from({ length: 9 }, () => rgb).flat()),
    width: 3,
    height: 3,
  });
  expect(measureImage(colour([0, 255, 0])).brightness).toBeCloseTo(149.7, 1);
  expect(measureImage(colour([0, 0, 255])).brightness).toBeCloseTo(29.1, 1);
});
