/**
 * P-values adjusted so that among the places whose adjusted value is at most α, no more than a share α is expected to
 * be there by chance. `'any-dependence'` holds however the tests depend on each other and finds less.
 *
 * Source: Y. Benjamini and Y. Hochberg, JRSS B 57 (1995) 289–300; for any dependence Y. Benjamini and D. Yekutieli,
 * Annals of Statistics 29 (2001) 1165–1188; for local statistics on maps M. C. de Castro and B. H. Singer,
 * Geographical Analysis 38 (2006) 180–208. The same as R's `p.adjust` with `BH` and `BY`.
 * @param p One p-value a place; NaN where there is none, which stays NaN and does not count as a test
 */
export function falseDiscoveryAdjusted(
  p: ArrayLike<number>,
  dependence: 'independent-or-positive' | 'any-dependence' = 'independent-or-positive',
): Float64Array {
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  const order = Uint32Array.from(Array.from(p, (_, at) => at).filter((at) => !Number.isNaN(p[at])));
  order.sort((one, two) => p[one]! - p[two]!);
  const tests = order.length;
  let penalty = 1;
  if (dependence === 'any-dependence') {
    penalty = 0;
    for (let n = 1; n <= tests; n += 1) penalty += 1 / n;
  }
  let least = 1;
  for (let rank = tests; rank >= 1; rank -= 1) {
    const at = order[rank - 1]!;
    least = Math.min(least, (p[at]! * tests * penalty) / rank);
    adjusted[at] = least;
  }
  return adjusted;
}
