/** An eigenvalue of a symmetric matrix with its unit eigenvector. */
export interface EigenPair {
  readonly value: number;
  readonly vector: readonly number[];
}

const SWEEPS = 60;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix, smallest first, by cyclic Jacobi rotations
 * (Golub and Van Loan, "Matrix Computations", 4th ed., section 8.5.3).
 *
 * @param matrix n × n, row by row; only read
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): EigenPair[] {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = matrix.map((_, row) => matrix.map((_, column) => (row === column ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let off = 0;
    let all = 0;
    for (let row = 0; row < n; row++)
      for (let column = 0; column < n; column++) {
        all += a[row]![column]! ** 2;
        if (row !== column) off += a[row]![column]! ** 2;
      }
    if (off <= 1e-30 * all) break;
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
  }
  return a
    .map((row, index) => ({ value: row[index]!, vector: v.map((line) => line[index]!) }))
    .sort((left, right) => left.value - right.value);
}

/** Makes `a[p][q]` zero by one rotation, and turns the vectors with it. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const apq = a[p]![q]!;
  if (apq === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const akp = a[k]![p]!;
    const akq = a[k]![q]!;
    a[k]![p] = c * akp - s * akq;
    a[k]![q] = s * akp + c * akq;
  }
  for (let k = 0; k < a.length; k++) {
    const apk = a[p]![k]!;
    const aqk = a[q]![k]!;
    a[p]![k] = c * apk - s * aqk;
    a[q]![k] = s * apk + c * aqk;
    const vkp = v[k]![p]!;
    const vkq = v[k]![q]!;
    v[k]![p] = c * vkp - s * vkq;
    v[k]![q] = s * vkp + c * vkq;
  }
}
