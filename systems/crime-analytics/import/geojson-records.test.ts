import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GeojsonRecords } from './geojson-records.ts';

const point = (properties: object, coordinates: unknown = [74.3, 31.5]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates },
});
const collection = (...features: object[]) =>
  JSON.stringify({ type: 'FeatureCollection', name: 'features', crs: { features: [1] }, features });

function read(text: string, size = text.length) {
  const parser = new GeojsonRecords(['@longitude', '@latitude', 'type']);
  const records = [];
  for (let from = 0; from < text.length; from += size)
    records.push(...parser.push(text.slice(from, from + size)));
  return [...records, ...parser.end()];
}

describe('GeojsonRecords', () => {
  test('gives places and wanted properties, and nothing of the others', () => {
    const text = collection(
      point({ type: 'Theft "from" }{ shop', victim: 'A. B.' }),
      point({ type: null }, [74.4, 31.6, 210]),
      { ...point({ type: 'x' }), geometry: { type: 'LineString', coordinates: [[1, 2]] } },
    );
    expect(read(text)).toEqual([
      { line: 1, cells: ['74.3', '31.5', 'Theft "from" }{ shop'] },
      { line: 2, cells: ['74.4', '31.6', ''] },
      { line: 3, cells: ['', '', 'x'] },
    ]);
  });

  test('takes one feature to a line, too', () => {
    const text = [point({ type: 'a' }), point({ type: 'b' })].map((one) => JSON.stringify(one)).join('\n');
    expect(read(text).map((record) => 'cells' in record && record.cells[2])).toEqual(['a', 'b']);
  });

  test('keeps what is whole of half a file', () => {
    const text = collection(point({ type: 'a' }), point({ type: 'b' }));
    expect(read(text.slice(0, -30))).toEqual([
      { line: 1, cells: ['74.3', '31.5', 'a'] },
      { line: 2, problem: 'not-an-object' },
    ]);
  });

  test('gives the same however the text is cut into pieces', () => {
    const text = collection(point({ type: 'q\\"{' }), point({ type: '[features]' }), { type: 'Nothing' });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (size) => {
        expect(read(text, size)).toEqual(read(text));
      }),
    );
  });
});
