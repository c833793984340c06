import type { CellLattice } from '@amaan/contracts/crime/cell-lattice';
import { expect, test } from 'vitest';
import { CRIME_COLOURS, channels } from './crime-colours.ts';
import { rasterCorners, rasterPixels, rasterReach } from './raster-pixels.ts';

/** Half a degree by half a degree, evenly laid out. */
const lattice: CellLattice = {
  ...{ crs: 'EPSG:32643', originX: 0, originY: 0, cellMetres: 100, columns: 2, rows: 2 },
  control: [31, 31.25, 31.5].flatMap((latitude) =>
    [74, 74.25, 74.5].map((longitude): [number, number] => [longitude, latitude]),
  ),
};

/** @param values from the south-west */
function raster(values: readonly number[]) {
  const known = values.filter((value) => !Number.isNaN(value));
  const bytes = Buffer.from(new Float32Array(values).buffer);
  return {
    ...{ lattice, values: bytes.toString('base64') },
    ...{ minimum: Math.min(...known), maximum: Math.max(...known) },
  };
}

/** Colour of a pixel, counted from the north-west. */
const pixel = (pixels: Uint8ClampedArray, at: number) => [...pixels.slice(at * 4, at * 4 + 4)];

test('the south-western cell is the lower left pixel, the densest is opaque, and what lies outside is not drawn', () => {
  const pixels = rasterPixels(raster([40, 0, Number.NaN, 10]), 'per-km2', 'dark');
  expect(pixel(pixels, 2)).toEqual([253, 231, 37, 255]);
  expect(pixel(pixels, 3)[3]).toBe(0);
  expect(pixel(pixels, 0)).toEqual([0, 0, 0, 0]);
  expect(pixel(pixels, 1)[3]).toBe(255);
});

test('on a light ground the densest is the darkest', () => {
  expect(pixel(rasterPixels(raster([40, 0, 0, 0]), 'per-km2', 'light'), 2)).toEqual([68, 1, 84, 255]);
});

test('more and fewer than before have colours of their own, no change has none, and one outlier hides no other', () => {
  const far = raster([9, -9, 0, Math.log(2)]);
  expect(rasterReach(far, 'log-ratio')).toBe(Math.log(4));
  const pixels = rasterPixels(far, 'log-ratio', 'light');
  expect(pixel(pixels, 2)).toEqual([...channels(CRIME_COLOURS.light.more), 255]);
  expect(pixel(pixels, 3)).toEqual([...channels(CRIME_COLOURS.light.fewer), 255]);
  expect(pixel(pixels, 0)[3]).toBe(0);
  expect(pixel(pixels, 1)[3]).toBe(128);
});

test('a place without incidents is drawn without dividing by nothing', () => {
  const pixels = rasterPixels(raster([0, 0, 0, 0]), 'per-km2', 'dark');
  expect([0, 1, 2, 3].map((at) => pixel(pixels, at)[3])).toEqual([0, 0, 0, 0]);
});

test('its corners go round from the north-west', () => {
  expect(rasterCorners(lattice)).toEqual([
    [74, 31.5],
    [74.5, 31.5],
    [74.5, 31],
    [74, 31],
  ]);
});
