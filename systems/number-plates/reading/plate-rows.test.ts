import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FoundQuad, type PixelBox, quadOf } from '../finding/plate-quad.ts';
import { plateRows } from './plate-rows.ts';

const line = (x: number, y: number, width: number, height: number): FoundQuad => ({
  quad: quadOf({ x, y, width, height }),
  confidence: 0.9,
});

// A plate of two rows, and what else is written on it.
const UPPER = line(60, 20, 120, 40);
const LOWER = line(50, 70, 150, 42);
const CAPTION = line(70, 2, 100, 12);

test('one line is one row', () => {
  expect(plateRows([UPPER])).toEqual([[UPPER]]);
  expect(plateRows([])).toEqual([]);
});

test('two rows come from the top down, in whatever order they were found', () => {
  expect(plateRows([LOWER, UPPER])).toEqual([[UPPER], [LOWER]]);
});

test('captions are left out: a province, a dealer', () => {
  expect(plateRows([CAPTION, LOWER, UPPER])).toEqual([[UPPER], [LOWER]]);
  expect(plateRows([CAPTION, UPPER])).toEqual([[UPPER]]);
});

test('pieces of one row are one row from the left to the right', () => {
  const [left, right] = [line(10, 20, 60, 40), line(90, 24, 80, 38)];
  expect(plateRows([right, left])).toEqual([[left, right]]);
  expect(plateRows([right, LOWER, left])).toEqual([[left, right], [LOWER]]);
});

test('of three rows the two largest that lie over each other are the number', () => {
  const below = line(60, 120, 60, 30);
  expect(plateRows([UPPER, LOWER, below])).toEqual([[UPPER], [LOWER]]);
});

test('text far below, or beside, is no second row', () => {
  expect(plateRows([UPPER, line(60, 200, 100, 40)])).toEqual([[UPPER]]);
  expect(plateRows([UPPER, line(190, 62, 100, 40)])).toEqual([[UPPER]]);
});

test('there are at most two rows, of lines that were found, each once', () => {
  const box: fc.Arbitrary<PixelBox> = fc.record({
    x: fc.integer({ min: 0, max: 250 }),
    y: fc.integer({ min: 0, max: 150 }),
    width: fc.integer({ min: 10, max: 200 }),
    height: fc.integer({ min: 8, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(box, { minLength: 1, maxLength: 8 }), (boxes) => {
      const lines = boxes.map(({ x, y, width, height }) => line(x, y, width, height));
      const rows = plateRows(lines);
      expect(rows.length).toBeGreaterThanOrEqual(1);
      expect(rows.length).toBeLessThanOrEqual(2);
      const used = rows.flat();
      expect(used.every((one) => lines.includes(one))).toBe(true);
      expect(new Set(used).size).toBe(used.length);
      for (const row of rows) {
        const lefts = row.map(({ quad }) => quad[0].x);
        expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
      }
    }),
  );
});
