import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Picture } from './picture.ts';
import { stretchContrast } from './stretch-contrast.ts';

function grey(values: readonly number[]): Picture {
  return {
    width: values.length,
    height: 1,
    pixels: Uint8Array.from(values.flatMap((value) => [value, value, value])),
  };
}

const reds = ({ pixels }: Picture) => [...pixels].filter((_, index) => index % 3 === 0);

test('text in shadow is spread over the whole range', () => {
  const shadow = grey([...Array(50).fill(40), ...Array(50).fill(60), ...Array(50).fill(80)]);
  expect([...new Set(reds(stretchContrast(shadow)))]).toEqual([0, 128, 255]);
});

test('single bright or dark pixels do not hold it back', () => {
  const shadow = grey([0, 255, ...Array(200).fill(100), ...Array(200).fill(150)]);
  expect([...new Set(reds(stretchContrast(shadow)))]).toEqual([0, 255]);
});

test('a picture that has the whole range is given back as it is', () => {
  const full = grey(Array.from({ length: 256 }, (_, value) => value));
  expect(stretchContrast(full)).toBe(full);
});

test('what was darker is never brighter afterwards, and the picture itself is left alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 80 }), (values) => {
      const picture = grey(values);
      const after = reds(stretchContrast(picture));
      expect(reds(picture)).toEqual(values);
      const byBrightness = values
        .map((value, index) => [value, after[index]!] as const)
        .toSorted((a, b) => a[0] - b[0]);
      for (const [index, [, stretched]] of byBrightness.entries()) {
        if (index > 0) expect(stretched).toBeGreaterThanOrEqual(byBrightness[index - 1]![1]);
      }
    }),
  );
});

test('colours go along: a red mark in the haze stays red', () => {
  const haze: Picture = {
    width: 100,
    height: 1,
    pixels: Uint8Array.from(
      Array.from({ length: 100 }, (_, x) => (x < 50 ? [140, 110, 110] : [170, 170, 170])).flat(),
    ),
  };
  const [red, green, blue] = stretchContrast(haze).pixels;
  expect(red!).toBeGreaterThan(green!);
  expect(green).toBe(blue);
});
