import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnalysisArea } from './analysis-data.ts';
import { areaAt, areaOfCells, maskedByAreas } from './area-of-cells.ts';

function area(...plane: readonly (readonly number[])[]): AnalysisArea {
  return {
    id: 'a',
    name: 'A',
    nameUrdu: '',
    population: null,
    areaKm2: 1,
    rings: [],
    plane: plane.map((ring) => Float64Array.from(ring)),
  };
}

const grid = { originX: 0, originY: 0, cellMetres: 10, columns: 4, rows: 3 };

test('cells whose middle lies in an area are its; holes and what is outside are nobody’s', () => {
  const west = area([0, 0, 20, 0, 20, 30, 0, 30]);
  // All of the rest, but for a hole around the middle of cell 7.
  const east = area([20, 0, 40, 0, 40, 30, 20, 30], [31, 11, 39, 11, 39, 19, 31, 19]);
  expect([...areaOfCells(grid, [west, east])]).toEqual([0, 0, 1, 1, 0, 0, 1, -1, 0, 0, 1, 1]);
  expect([...maskedByAreas(grid, [west]).mask!]).toEqual([1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0]);
  expect(maskedByAreas(grid, [])).toBe(grid);
});

test('a cell is in the area that its middle is in, whatever the shape', () => {
  const corner = fc.tuple(fc.integer({ min: -15, max: 55 }), fc.integer({ min: -15, max: 45 }));
  fc.assert(
    fc.property(fc.array(corner, { minLength: 3, maxLength: 8 }), (corners) => {
      // A hair off whole numbers, so that no middle lies on an edge.
      const areas = [area(corners.flatMap(([x, y]) => [x + 0.013, y + 0.007]))];
      const found = areaOfCells(grid, areas);
      for (let cell = 0; cell < 12; cell += 1)
        expect(found[cell]).toBe(areaAt(areas, (cell % 4) * 10 + 5, Math.floor(cell / 4) * 10 + 5));
    }),
  );
});
