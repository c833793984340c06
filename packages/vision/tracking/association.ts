import { linearSumAssignment } from 'linear-sum-assignment';

/** Which rows go with which columns, and which of either stay alone; all in ascending order. */
export interface Association {
  readonly pairs: readonly (readonly [row: number, column: number])[];
  readonly aloneRows: readonly number[];
  readonly aloneColumns: readonly number[];
}

/**
 * Joins rows and columns one to one so that the sum of `likeness` over the pairs is largest (Jonker–Volgenant
 * on rectangular matrices: Crouse, "On implementing 2D rectangular assignment algorithms", IEEE TAES 2016).
 *
 * @param likeness 0–1 for a row and a column; 0 where they cannot be the same.
 * @param atLeast pairs below it are no pairs, and weigh nothing against the others.
 */
export function associate(
  rows: number,
  columns: number,
  likeness: (row: number, column: number) => number,
  atLeast: number,
): Association {
  const all = (count: number) => Array.from({ length: count }, (_, index) => index);
  if (rows === 0 || columns === 0) return { pairs: [], aloneRows: all(rows), aloneColumns: all(columns) };

  // A pair that is no pair costs as much as staying alone: a perfect pair is never given up for two bad ones.
  const costs = all(rows).map((row) =>
    Float64Array.from({ length: columns }, (_, column) => {
      const value = likeness(row, column);
      return value >= atLeast && value > 0 ? 1 - value : 1;
    }),
  );
  const { rowAssignments } = linearSumAssignment(costs, { maximaze: false });

  const pairs: [number, number][] = [];
  const aloneRows: number[] = [];
  const taken = new Set<number>();
  for (const row of all(rows)) {
    const column = rowAssignments[row] ?? -1;
    const cost = costs[row]?.[column] ?? 1;
    if (cost < 1) {
      pairs.push([row, column]);
      taken.add(column);
    } else {
      aloneRows.push(row);
    }
  }
  return { pairs, aloneRows, aloneColumns: all(columns).filter((column) => !taken.has(column)) };
}
