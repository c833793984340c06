import type { Picture } from '@amaan/vision/image/picture';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { expect, test } from 'vitest';
import { findPlates, type PlateFinderOptions } from './plate-finder.ts';
import { boxOf } from './plate-quad.ts';

const OPTIONS: PlateFinderOptions = { confidence: 0.5, sides: [640, 320], vehicleSide: 320 };
const [CELL, UNIT] = [4, 16];

/** A finder that sees a plate of 48 × 16 pixels wherever a pixel is pure red, and notes the sizes that it is shown. */
function redFinder() {
  const sizes: string[] = [];
  const session = {
    model: { manifest: { input: { channels: 'rgb', mean: [0, 0, 0], std: [1, 1, 1] } } },
    run: async (_camera: unknown, tensor: Float32Array, size: { width: number; height: number }) => {
      sizes.push(`${size.width}x${size.height}`);
      const [columns, rows] = [size.width / CELL, size.height / CELL];
      const data = new Float32Array(9 * columns * rows).fill(0);
      data.fill(-20, 0, columns * rows);
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const at = (row * CELL + 2) * size.width + column * CELL + 2;
          const [red, green] = [tensor[at]!, tensor[at + size.width * size.height]!];
          if (red < 200 || green > 50) continue;
          const cell = row * columns + column;
          data[cell] = 3;
          for (const [index, [x, y]] of [
            [-24, -8],
            [24, -8],
            [24, 8],
            [-24, 8],
          ].entries()) {
            data[(1 + 2 * index) * columns * rows + cell] = x! / UNIT;
            data[(2 + 2 * index) * columns * rows + cell] = y! / UNIT;
          }
        }
      }
      return [{ dims: [1, 9, rows, columns], data }];
    },
  } as unknown as InferenceSession;
  return { session, sizes };
}

function grey(width: number, height: number): Picture {
  return { width, height, pixels: new Uint8Array(width * height * 3).fill(120) };
}

/** Paints a red square; far larger than one pixel, so that it is seen however the picture is scaled. */
function mark({ pixels, width }: Picture, x: number, y: number, side: number): void {
  for (let row = y; row < y + side; row++) {
    for (let column = x; column < x + side; column++) {
      pixels.set([255, 0, 0], (row * width + column) * 3);
    }
  }
}

test('the whole picture is looked at in every size, never enlarged, and a plate is where it was seen', async () => {
  const picture = grey(1280, 704);
  mark(picture, 636, 316, 8);
  const { session, sizes } = redFinder();
  const plates = await findPlates(picture, session, OPTIONS, null);
  expect(sizes).toEqual(['640x352', '320x192']);
  const box = boxOf(plates[0]!.quad);
  expect(box.x + box.width / 2).toBeCloseTo(640, -1);
  expect(box.y + box.height / 2).toBeCloseTo(320, -1);
  const small = redFinder();
  await findPlates(grey(416, 288), small.session, OPTIONS, null);
  expect(small.sizes).toEqual(['416x288']);
});

test('each vehicle is looked at by itself in place of further looks at the whole, and its plate is in the picture', async () => {
  const picture = grey(1280, 704);
  mark(picture, 898, 498, 4);
  const { session, sizes } = redFinder();
  const vehicle = { x: 820, y: 420, width: 160, height: 160 };
  const plates = await findPlates(picture, session, OPTIONS, null, [vehicle]);
  expect(sizes).toEqual(['640x352', '320x320']);
  const box = boxOf(plates[0]!.quad);
  expect(box.x + box.width / 2).toBeCloseTo(900, -1);
  expect(box.y + box.height / 2).toBeCloseTo(500, -1);
});

test('a plate whose vehicle nobody found is found beside one whose vehicle was', async () => {
  const picture = grey(1280, 704);
  mark(picture, 100, 100, 8);
  const { session } = redFinder();
  const plates = await findPlates(picture, session, OPTIONS, null, [
    { x: 820, y: 420, width: 160, height: 160 },
  ]);
  expect(boxOf(plates[0]!.quad).x + boxOf(plates[0]!.quad).width / 2).toBeCloseTo(104, -1);
});

test('vehicles too small to have a readable plate, beside the picture, or too many cost nothing', async () => {
  const { session, sizes } = redFinder();
  const tiny = { x: 10, y: 10, width: 40, height: 30 };
  const outside = { x: 2000, y: 10, width: 200, height: 100 };
  await findPlates(grey(1280, 704), session, OPTIONS, null, [tiny]);
  expect(sizes).toEqual(['640x352', '320x192']);
  sizes.length = 0;
  await findPlates(grey(1280, 704), session, OPTIONS, null, [
    outside,
    ...Array(20).fill({ ...outside, x: 100 }),
  ]);
  expect(sizes.length).toBeLessThanOrEqual(7);
});
