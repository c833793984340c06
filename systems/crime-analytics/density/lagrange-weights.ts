/** How many nodes a value is taken from. */
export const LAGRANGE_NODES = 8;
/** 1 / Π (node − other nodes), for nodes −3 … 4. */
const SCALES = [-5040, 720, -240, 144, -144, 240, -720, 5040].map((product) => 1 / product);

/**
 * Weights by which a smooth function at `offset` between node 0 and node 1 follows from its values at nodes −3 … 4:
 * Lagrange's interpolation of degree 7. The same weights, the other way around, put an incident on those nodes so that a
 * smooth kernel laid on them is as if it lay on the incident.
 *
 * For a Gaussian of s node distances the error is below 0.113 s⁻⁸ of its peak: (½ · 3/2 · 5/2 · 7/2)² / 8! times its
 * eighth derivative, 105 s⁻⁸.
 * @param offset In [0, 1]
 * @param into Takes the eight weights
 */
export function lagrangeWeights(offset: number, into: Float64Array): void {
  let product = 1;
  for (let node = 0; node < LAGRANGE_NODES; node += 1) {
    into[node] = product;
    product *= offset - (node - 3);
  }
  product = 1;
  for (let node = LAGRANGE_NODES - 1; node >= 0; node -= 1) {
    into[node]! *= product * SCALES[node]!;
    product *= offset - (node - 3);
  }
}
