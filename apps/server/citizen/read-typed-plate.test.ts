import { expect, test } from 'vitest';
import { readTypedPlate } from './read-typed-plate.ts';

test.each([
  ['LEA 4521', 'LEA4521'],
  ['lea-45 21', 'LEA4521'],
  ['LEA ۴۵۲۱', 'LEA4521'],
  ['LEA ٤٥٢١', 'LEA4521'],
  ['ＬＥＡ４５２１', 'LEA4521'],
  [' l.e.a/4521\u200f', 'LEA4521'],
  ['لاہور', ''],
])('%s is read as %s', (typed, plate) => {
  expect(readTypedPlate(typed)).toBe(plate);
});
