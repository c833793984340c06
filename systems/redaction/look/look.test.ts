import { describe, expect, it } from 'vitest';
import { mergeLooks } from './look.ts';
import { isSceneCut, SharpnessWatch, summarise } from './picture-change.ts';

function picture(value: (x: number, y: number) => number) {
  const [width, height] = [96, 64];
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) pixels.fill(value(x, y), (y * width + x) * 3, (y * width + x) * 3 + 3);
  return { width, height, pixels };
}

const stripes = (period: number, contrast = 100) =>
  picture((x) => 100 + (Math.floor(x / period) % 2) * contrast);

describe('what is noticed of a picture', () => {
  it('is a cut where most of it is another, and none where something moves through it', () => {
    const scene = summarise(picture((x, y) => x + y));
    expect(isSceneCut(scene, summarise(picture((x, y) => (x > 30 && x < 50 ? 255 : x + y))))).toBe(false);
    expect(isSceneCut(scene, summarise(picture((x, y) => 255 - x - y)))).toBe(true);
  });

  it('is a blur where it is much less sharp than before, and none after a cut', () => {
    const [sharp, soft] = [summarise(stripes(1)), summarise(stripes(1, 40))];
    const watch = new SharpnessWatch();
    expect([sharp, sharp, soft, sharp].map((one) => watch.isBlurred(one, false))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(watch.isBlurred(soft, true)).toBe(false);
  });

  it('survives a picture of one pixel', () => {
    expect(summarise({ width: 1, height: 1, pixels: new Uint8Array(3) }).sharpness).toBe(0);
  });
});

it('a reason is given once for moments that follow each other, and each reason by itself', () => {
  expect(
    mergeLooks(
      [
        { frame: 30, reason: 'faint' },
        { frame: 5, reason: 'faint' },
        { frame: 12, reason: 'faint' },
        { frame: 12, reason: 'blurred' },
      ],
      10,
    ),
  ).toEqual([
    { frame: 5, reason: 'faint' },
    { frame: 12, reason: 'blurred' },
    { frame: 30, reason: 'faint' },
  ]);
});
