import { expect, test } from 'vitest';
import { parseMapSearch, shownLayers, withLayer } from './map-search.ts';

test('shown layers and how strongly they are drawn are in the address, in the order of drawing', () => {
  const search = parseMapSearch({ layers: ['hot-spots:80', 'density:55', 'roads:10', 'clusters:x', 7] });
  expect(search.layers).toEqual(['density:55', 'hot-spots:80']);
  expect(shownLayers(search)).toEqual([
    { name: 'density', opacity: 55 },
    { name: 'hot-spots', opacity: 80 },
  ]);
});

test('an address that says nothing shows density and areas; one with an empty list shows nothing', () => {
  expect(shownLayers(parseMapSearch({})).map(({ name }) => name)).toEqual(['density', 'boundaries']);
  expect(shownLayers(parseMapSearch({ layers: [] }))).toEqual([]);
});

test('a layer is switched on, changed and switched off', () => {
  const on = withLayer({}, 'hot-spots', 80);
  expect(on).toEqual(['density:75', 'hot-spots:80', 'boundaries:90']);
  expect(withLayer({ layers: on }, 'density', 20)).toEqual(['density:20', 'hot-spots:80', 'boundaries:90']);
  expect(withLayer({ layers: on }, 'density', null)).toEqual(['hot-spots:80', 'boundaries:90']);
});
