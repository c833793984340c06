import type { Box } from '@amaan/contracts/geometry';
import type { Picture } from '@amaan/vision/image/picture';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { vehicleColour } from './vehicle-colour.ts';

const BOX: Box = [0.25, 0.25, 0.5, 0.5];
type Colour = readonly [number, number, number];

/** A street with a vehicle in `BOX`, in bands from the left to the right. */
function pictureOf(street: Colour, ...bands: Colour[]): Picture {
  const [width, height] = [80, 80];
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const isVehicle = x >= 20 && x < 60 && y >= 20 && y < 60;
    // The paint that is looked at reaches from 18 to 82 % of the width.
    const band = Math.min(
      bands.length - 1,
      Math.max(0, Math.floor(((x + 0.5 - 27.2) / 25.6) * bands.length)),
    );
    pixels.set(isVehicle ? bands[band]! : street, at * 3);
  }
  return { width, height, pixels };
}

const STREET: Colour = [120, 120, 115];

test.each<[string, Colour]>([
  ['white', [235, 235, 230]],
  ['silver', [170, 172, 175]],
  ['grey', [110, 112, 115]],
  ['black', [22, 22, 25]],
  ['red', [170, 25, 30]],
  ['orange', [230, 120, 20]],
  ['brown', [110, 65, 35]],
  ['yellow', [225, 205, 40]],
  ['green', [30, 110, 50]],
  ['blue', [30, 60, 150]],
])('a %s vehicle', (colour, paint) => {
  expect(vehicleColour(pictureOf(STREET, paint), BOX)).toEqual({ colour, confidence: 1 });
});

test('the confidence is the part that agrees', () => {
  const seen = vehicleColour(
    pictureOf(STREET, [235, 235, 235], [235, 235, 235], [235, 235, 235], [170, 25, 30]),
    BOX,
  );
  expect(seen?.colour).toBe('white');
  expect(seen?.confidence).toBeCloseTo(0.75, 1);
});

test('a vehicle of many colours has none', () => {
  const many: Colour[] = [
    [235, 235, 230],
    [170, 25, 30],
    [225, 205, 40],
    [30, 110, 50],
    [30, 60, 150],
  ];
  expect(vehicleColour(pictureOf(STREET, ...many), BOX)).toBeNull();
});

test('what lies around the vehicle does not count', () => {
  for (const street of [
    [0, 200, 0],
    [250, 250, 250],
  ] as const) {
    expect(vehicleColour(pictureOf(street, [170, 25, 30]), BOX)?.colour).toBe('red');
  }
});

test('in the dark, where all is black, no colour is named', () => {
  expect(vehicleColour(pictureOf([12, 12, 14], [10, 10, 12]), BOX)).toBeNull();
  expect(vehicleColour(pictureOf([12, 12, 14], [170, 25, 30]), BOX)?.colour).toBe('red');
});

test('boxes that reach beyond the picture are no reason to fail', () => {
  const edge = fc.double({ min: -1, max: 2, noNaN: true });
  const picture = pictureOf(STREET, [170, 25, 30]);
  fc.assert(
    fc.property(fc.tuple(edge, edge, edge, edge), (box) => {
      const seen = vehicleColour(picture, box);
      if (seen) {
        expect(seen.confidence).toBeGreaterThanOrEqual(0.3);
        expect(seen.confidence).toBeLessThanOrEqual(1);
      }
    }),
  );
  expect(vehicleColour(picture, [2, 2, 0.1, 0.1])).toBeNull();
});
