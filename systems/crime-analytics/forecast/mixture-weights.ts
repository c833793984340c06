/** Rounds after which the weights of a mixture no longer move by anything that counts. */
const ROUNDS = 300;

/**
 * The weights with which a mixture of known densities tells incidents best: maximum likelihood by expectation and
 * maximisation (A. P. Dempster et al., Journal of the Royal Statistical Society B 39 (1977), 1–38). One incident more is
 * imagined for every density, so that a few incidents cannot rule one out.
 *
 * @param densities One row for each density: its value where each incident happened
 * @param counts How often each of these places counts
 * @returns Weights that sum to 1
 */
export function mixtureWeights(densities: readonly Float64Array[], counts: Float64Array): Float64Array {
  const kinds = densities.length;
  let total = 0;
  for (const count of counts) total += count;
  let weights = new Float64Array(kinds).fill(1 / kinds);
  const parts = new Float64Array(kinds);
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = new Float64Array(kinds).fill(1);
    for (let at = 0; at < counts.length; at += 1) {
      let sum = 0;
      for (let kind = 0; kind < kinds; kind += 1) {
        const part = weights[kind]! * densities[kind]![at]!;
        parts[kind] = part;
        sum += part;
      }
      // A place that no density knows teaches nothing about them.
      if (!(sum > 0)) continue;
      const scale = counts[at]! / sum;
      for (let kind = 0; kind < kinds; kind += 1) sums[kind]! += parts[kind]! * scale;
    }
    const next = sums.map((sum) => sum / (total + kinds));
    let moved = 0;
    for (let kind = 0; kind < kinds; kind += 1)
      moved = Math.max(moved, Math.abs(next[kind]! - weights[kind]!));
    weights = next;
    if (moved < 1e-6) break;
  }
  return weights;
}
