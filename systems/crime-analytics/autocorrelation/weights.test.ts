import { expect, test } from 'vitest';
import { distanceBandWeights } from './distance-band-weights.ts';
import { globalG } from './global-g.ts';
import { globalMoran } from './global-moran.ts';
import { gridWeights } from './grid-weights.ts';
import { weightsOfNeighbours } from './spatial-weights.ts';

const grid = { originX: 0, originY: 0, cellMetres: 100, columns: 4, rows: 3 };
const neighboursOf = ({ weights, cells }: ReturnType<typeof gridWeights>, cell: number) =>
  [
    ...weights.neighbours.slice(
      weights.offsets[cells.indexOf(cell)],
      weights.offsets[cells.indexOf(cell) + 1],
    ),
  ].map((place) => cells[place]);

test('cells have the neighbours of rook, queen and distance', () => {
  expect(neighboursOf(gridWeights(grid, 'rook'), 5)).toEqual([1, 4, 6, 9]);
  expect(neighboursOf(gridWeights(grid, 'queen'), 5)).toEqual([0, 1, 2, 4, 6, 8, 9, 10]);
  expect(neighboursOf(gridWeights(grid, { metres: 200 }), 0)).toEqual([1, 2, 4, 5, 8]);
  expect(() => gridWeights(grid, { metres: 99 })).toThrow('must reach the next cell');
});

test('cells outside of the study area are no neighbours', () => {
  const mask = new Uint8Array(12).fill(1);
  mask[1] = 0;
  const masked = gridWeights({ ...grid, mask }, 'queen');
  expect(masked.weights.length).toBe(11);
  expect([...masked.cells]).not.toContain(1);
  expect(neighboursOf(masked, 0)).toEqual([4, 5]);
});

test('a distance band includes its own distance, also across squares and below 0', () => {
  const weights = distanceBandWeights([-10, 0, 30, 30.1], [0, 0, 0, 0], 30);
  expect([...weights.offsets]).toEqual([0, 1, 3, 5, 6]);
  expect([...weights.neighbours]).toEqual([1, 0, 2, 1, 3, 2]);
});

test('what cannot be judged is refused with its reason', () => {
  const ring = weightsOfNeighbours([
    [1, 3],
    [0, 2],
    [1, 3],
    [2, 0],
  ]);
  expect(() => globalMoran([1, 1, 1, 1], ring)).toThrow('same value');
  expect(() => globalMoran([1, 2, Number.NaN, 4], ring)).toThrow('place 3 is not a number');
  expect(() => globalMoran([1, 2, 3], weightsOfNeighbours([[1], [0], []]))).toThrow('At least 4');
  expect(() => globalG([1, 2, -3, 4], ring)).toThrow('negative');
  expect(() => weightsOfNeighbours([[1]])).toThrow('not among');
  expect(() => distanceBandWeights([0], [0], 0)).toThrow('above 0');
});

test('a chessboard is as unlike as can be, and shuffling finds it so', () => {
  const { weights } = gridWeights({ ...grid, columns: 8, rows: 8 }, 'rook');
  const board = Array.from({ length: 64 }, (_, cell) => (cell + Math.floor(cell / 8)) % 2);
  const { i, permutation } = globalMoran(board, weights, { permutations: 99, seed: 1 });
  expect(i).toBeCloseTo(-1, 12);
  expect(permutation!.p).toBe(0.02);
  expect(permutation!.mean).toBeCloseTo(-1 / 63, 1);
});
