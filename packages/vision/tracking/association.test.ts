import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { associate } from './association.ts';

/** The best sum over all ways to pair rows with columns, by trying them all. */
function bestSum(matrix: readonly (readonly number[])[], atLeast: number, row = 0, taken = 0): number {
  const values = matrix[row];
  if (!values) return 0;
  const skip = bestSum(matrix, atLeast, row + 1, taken);
  const pair = values.map((value, column) =>
    value < atLeast || value === 0 || taken & (1 << column)
      ? 0
      : value + bestSum(matrix, atLeast, row + 1, taken | (1 << column)),
  );
  return Math.max(skip, ...pair);
}

const matrix = fc.integer({ min: 1, max: 5 }).chain((columns) =>
  fc.array(
    fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: columns,
      maxLength: columns,
    }),
    { minLength: 1, maxLength: 5 },
  ),
);

describe('associate', () => {
  it('finds the best of all possible associations, each row and column used once', () => {
    fc.assert(
      fc.property(matrix, fc.double({ min: 0, max: 0.9, noNaN: true }), (values, atLeast) => {
        const columns = values[0]?.length ?? 0;
        const { pairs, aloneRows, aloneColumns } = associate(
          values.length,
          columns,
          (row, column) => values[row]?.[column] ?? 0,
          atLeast,
        );
        const rows = [...pairs.map(([row]) => row), ...aloneRows].sort((a, b) => a - b);
        expect(rows).toEqual(values.map((_, row) => row));
        const used = [...pairs.map(([, column]) => column), ...aloneColumns].sort((a, b) => a - b);
        expect(used).toEqual(Array.from({ length: columns }, (_, column) => column));

        const sum = pairs.reduce((total, [row, column]) => total + (values[row]?.[column] ?? 0), 0);
        expect(sum).toBeCloseTo(bestSum(values, atLeast), 9);
      }),
    );
  });

  it('leaves all alone where nothing is alike', () => {
    expect(associate(2, 1, () => 0, 0)).toEqual({ pairs: [], aloneRows: [0, 1], aloneColumns: [0] });
    expect(associate(0, 2, () => 1, 0)).toEqual({ pairs: [], aloneRows: [], aloneColumns: [0, 1] });
  });
});
