import { expect, test } from 'vitest';
import { bearingOfName } from './bearing-of-name.ts';

test.each([
  ['Mall Road, eastbound', 90],
  ['Northbound', 0],
  ['From the north', 180],
  ['Canal Road from West', 90],
  ['North Circular Road', null],
  ['Westwood Street', null],
  ['شمال سے', null],
])('%s', (approach, bearing) => {
  expect(bearingOfName(approach)).toBe(bearing);
});
