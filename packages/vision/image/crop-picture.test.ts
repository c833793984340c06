import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropPicture } from './crop-picture.ts';
import type { Picture } from './picture.ts';

const [WIDTH, HEIGHT] = [7, 5];
const picture: Picture = {
  width: WIDTH,
  height: HEIGHT,
  pixels: Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, index) => index),
};

test('holds the very pixels of its place, whatever the box', () => {
  const side = fc.double({ min: -10, max: 20, noNaN: true });
  fc.assert(
    fc.property(side, side, side, side, (x, y, width, height) => {
      const crop = cropPicture(picture, { x, y, width, height });
      if (crop === null) return;
      expect(crop.pixels).toHaveLength(crop.width * crop.height * 3);
      expect(crop.x + crop.width).toBeLessThanOrEqual(WIDTH);
      expect(crop.y + crop.height).toBeLessThanOrEqual(HEIGHT);
      for (let row = 0; row < crop.height; row++) {
        for (let column = 0; column < crop.width; column++) {
          const whole = ((crop.y + row) * WIDTH + crop.x + column) * 3;
          expect(crop.pixels[(row * crop.width + column) * 3]).toBe(picture.pixels[whole]);
        }
      }
    }),
  );
});

test('is nothing beside the picture', () => {
  expect(cropPicture(picture, { x: 7, y: 0, width: 3, height: 3 })).toBeNull();
  expect(cropPicture(picture, { x: -4, y: 0, width: 4, height: 3 })).toBeNull();
  expect(cropPicture(picture, { x: 1, y: 1, width: 0, height: 3 })).toBeNull();
  expect(cropPicture(picture, { x: Number.NaN, y: 1, width: 2, height: 3 })).toBeNull();
});
