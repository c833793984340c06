import type { NearRepeatResult } from '@amaan/contracts/crime/analysis-result';

export interface KnoxCell {
  /** Index of the band of time. */
  readonly column: number;
  readonly observed: number;
  readonly expected: number;
  /** Observed over expected; null where none was expected. */
  readonly ratio: number | null;
  readonly p: number;
  /** More pairs than chance explains. */
  readonly significant: boolean;
}

/** The table of Knox's test, row by row. @param alpha level of significance */
export function knoxCells({ observed, expected, p }: NearRepeatResult, alpha: number): KnoxCell[][] {
  return observed.map((counts, row) =>
    counts.map((count, column) => {
      const chance = expected[row]?.[column] ?? 0;
      const ratio = chance > 0 ? count / chance : null;
      const probability = p[row]?.[column] ?? 1;
      return {
        ...{ column, observed: count, expected: chance, ratio, p: probability },
        significant: probability <= alpha && ratio !== null && ratio > 1,
      };
    }),
  );
}
