import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectionOf, utmPlaneOf } from './projection.ts';

describe('projectionOf', () => {
  test('gives the coordinates that pyproj documents for UTM zone 10', () => {
    // The example of pyproj.Proj: Proj(proj='utm', zone=10, ellps='WGS84')(-120.108, 34.36116666).
    const [x, y] = projectionOf('EPSG:32610').forward(-120.108, 34.36116666);
    expect(x).toBeCloseTo(765975.641, 3);
    expect(y).toBeCloseTo(3805993.134, 3);
  });

  test('finds Chicago and Vancouver from the planes that their police publish', () => {
    const [longitude, latitude] = projectionOf('EPSG:26971').inverse(359192.302798928, 570510.890752286);
    expect([longitude, latitude].map((value) => Number(value.toFixed(3)))).toEqual([-87.621, 41.803]);
    const vancouver = projectionOf('epsg:26910').inverse(490246.7971, 5458367.4099);
    expect(vancouver.map((value) => Number(value.toFixed(3)))).toEqual([-123.134, 49.278]);
  });

  test('takes the state planes in feet as PROJ does, and measures in none of them', () => {
    // `cs2cs EPSG:4269 EPSG:…` of PROJ 9.1.
    const known = [
      [2263, -73.9857, 40.7484, 988212.237, 211939.279],
      [3435, -87.6298, 41.8781, 1175844.397, 1898954.876],
      [2272, -75.1652, 39.9526, 2693060.217, 236194.916],
      [2227, -122.4194, 37.7749, 6006957.098, 2110309.181],
      [2276, -96.797, 32.7767, 2491875.041, 6969751.329],
    ] as const;
    for (const [code, longitude, latitude, x, y] of known) {
      const plane = projectionOf(`EPSG:${code}`);
      const feet = plane.forward(longitude, latitude);
      expect(Math.hypot(feet[0] - x, feet[1] - y)).toBeLessThan(0.02);
      expect(plane.inverse(x, y).map((degrees) => Number(degrees.toFixed(6)))).toEqual([longitude, latitude]);
      expect(plane.measures).toBe(false);
    }
    expect(
      ['EPSG:4326', 'EPSG:3857', 'EPSG:32643', 'EPSG:26971'].map((code) => projectionOf(code).measures),
    ).toEqual([false, false, true, true]);
  });

  test('comes back to where it started, in each zone', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -179.9, max: 179.9, noNaN: true }),
        fc.integer({ min: -79, max: 83 }),
        (longitude, latitude) => {
          const plane = utmPlaneOf(longitude, latitude);
          const back = plane.inverse(...plane.forward(longitude, latitude));
          expect(back[0]).toBeCloseTo(longitude, 7);
          expect(back[1]).toBeCloseTo(latitude, 7);
        },
      ),
    );
  });

  test('takes degrees as they are, and names no plane for them', () => {
    const degrees = projectionOf('4326');
    expect(degrees.geographic).toBe(true);
    expect(degrees.forward(74.35, 31.52)).toEqual([74.35, 31.52]);
    expect(utmPlaneOf(74.35, 31.52).code).toBe('EPSG:32643');
    expect(utmPlaneOf(74.35, -31.52).code).toBe('EPSG:32743');
  });

  test.each(['', 'utm', 'EPSG:1', 'EPSG:32661', 'EPSG:26924', '+proj=utm +zone=43', 'EPSG:4326; x'])(
    'refuses %j',
    (code) => {
      expect(() => projectionOf(code)).toThrow(expect.objectContaining({ code: 'CRS_UNKNOWN' }));
    },
  );
});
