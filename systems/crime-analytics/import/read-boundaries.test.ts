import { describe, expect, test } from 'vitest';
import { readBoundaries } from './read-boundaries.ts';

const square = (longitude: number, latitude: number, size: number) => [
  [longitude, latitude],
  [longitude + size, latitude],
  [longitude + size, latitude + size],
  [longitude, latitude + size],
  [longitude, latitude],
];
const area = (properties: object, coordinates: unknown = [square(74.3, 31.5, 0.01)], type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

describe('readBoundaries', () => {
  test('reads names, population and surface, and opens the rings', () => {
    const withHole = [square(74.3, 31.5, 0.01), square(74.302, 31.502, 0.002)];
    const [first, second] = readBoundaries(
      JSON.stringify(
        collection(
          area({ name: 'Civil Lines', name_ur: 'سول لائنز', code: 12, population: '90000', officer: 'X' }),
          area({ name: 'Gulberg' }, [withHole, [square(74.4, 31.5, 0.01)]], 'MultiPolygon'),
        ),
      ),
    );
    expect(first).toMatchObject({
      name: 'Civil Lines',
      nameUrdu: 'سول لائنز',
      code: '12',
      population: 90000,
    });
    expect(JSON.stringify(first)).not.toContain('officer');
    expect(first!.geometry.coordinates[0]).toHaveLength(4);
    // 0.01° at 31.5° north are 949.6 m by 1,108.7 m (WGS 84).
    expect(first!.areaKm2).toBeCloseTo(1.0528, 2);
    expect(second!.areaKm2).toBeCloseTo(first!.areaKm2 * 1.96, 2);
    expect(second!.population).toBeNull();
  });

  test.each([
    ['{"type":"Feature', /no JSON/],
    [{ type: 'Feature' }, /no GeoJSON collection/],
    [collection(), /no areas/],
    [collection(area({})), /Feature 1: it needs a property "name"/],
    [collection(area({ name: 'A' }), area({ name: 'A' })), /Feature 2: another one is named "A"/],
    [collection(area({ name: 'A', population: -3 })), /population/],
    [collection(area({ name: 'A' }, [74, 31], 'Point')), /Polygon/],
    [collection(area({ name: 'A' }, [square(439_112, 3_487_455, 100)])), /degrees/],
    [
      collection(
        area({ name: 'A' }, [
          [
            [74, 31],
            [74.1, 31.1],
            [74.1, 31],
            [74, 31.1],
          ],
        ]),
      ),
      /crosses itself/,
    ],
    [
      collection(
        area({ name: 'A' }, [
          [
            [74, 31],
            [74.1, 31.1],
            [74.2, 31.2],
          ],
        ]),
      ),
      /no surface/,
    ],
    [
      collection(
        area({ name: 'A' }, [
          [
            [74, 31],
            [74.1, 31],
            [74, 31],
          ],
        ]),
      ),
      /three corners/,
    ],
  ])('refuses what misleads: %#', (geojson, reason) => {
    expect(() => readBoundaries(geojson)).toThrow(
      expect.objectContaining({ code: 'BOUNDARIES_INVALID', message: expect.stringMatching(reason) }),
    );
  });
});
