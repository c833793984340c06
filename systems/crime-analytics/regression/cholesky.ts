/**
 * Solves A x = b and inverts A for a symmetric positive definite A, by its Cholesky factor (G. H. Golub and C. F. Van Loan,
 * Matrix Computations, 4th ed., section 4.2).
 */
export interface CholeskyFactor {
  readonly solve: (b: Float64Array) => Float64Array;
  /** A⁻¹, row by row. */
  readonly inverse: () => Float64Array;
}

/**
 * @param a Row by row, size × size
 * @returns null where A is not positive definite to within rounding: a column follows from others
 */
export function choleskyFactor(a: Float64Array, size: number): CholeskyFactor | null {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = a[row * size + column]!;
      for (let k = 0; k < column; k++) sum -= lower[row * size + k]! * lower[column * size + k]!;
      if (row > column) lower[row * size + column] = sum / lower[column * size + column]!;
      else if (sum > 1e-11 * a[row * size + row]!) lower[row * size + row] = Math.sqrt(sum);
      else return null;
    }
  }
  const solve = (b: Float64Array) => {
    const x = Float64Array.from(b);
    for (let row = 0; row < size; row++) {
      for (let k = 0; k < row; k++) x[row]! -= lower[row * size + k]! * x[k]!;
      x[row]! /= lower[row * size + row]!;
    }
    for (let row = size - 1; row >= 0; row--) {
      for (let k = row + 1; k < size; k++) x[row]! -= lower[k * size + row]! * x[k]!;
      x[row]! /= lower[row * size + row]!;
    }
    return x;
  };
  return {
    solve,
    inverse: () => {
      const inverse = new Float64Array(size * size);
      for (let column = 0; column < size; column++) {
        const unit = new Float64Array(size);
        unit[column] = 1;
        const solved = solve(unit);
        for (let row = 0; row < size; row++) inverse[row * size + column] = solved[row]!;
      }
      return inverse;
    },
  };
}
