/**
 * How much likelier so many cases are with a risk of their own inside than with the same risk everywhere, as a logarithm;
 * 0 where there are not more than expected (M. Kulldorff 1997, equation for the Poisson model; used by the space-time
 * permutation model, too).
 * @param cases inside @param expected inside, above 0 @param total cases inside and outside
 */
export function logLikelihoodRatio(cases: number, expected: number, total: number): number {
  if (cases <= expected) return 0;
  const outside = total - cases;
  const rest = outside > 0 ? outside * Math.log(outside / (total - expected)) : 0;
  return cases * Math.log(cases / expected) + rest;
}

/**
 * Never below the ratio, and found without a logarithm: from (1 + x) ln(1 + x) − x ≤ x² / 2 inside and
 * (1 − y) ln(1 − y) + y ≤ y² / (2 (1 − y)) outside.
 */
export function ratioBound(cases: number, expected: number, total: number): number {
  const excess = cases - expected;
  if (excess <= 0) return 0;
  return 0.5 * excess * excess * (1 / expected + 1 / (total - cases));
}

/** The fewest cases whose ratio exceeds a limit; one more than there are where even all do not. */
export function fewestCases(limit: number, expected: number, total: number): number {
  // The ratio grows with the cases: those up to `few` do not exceed the limit, those from `many` on do.
  let few = Math.floor(expected);
  let many = total + 1;
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (logLikelihoodRatio(middle, expected, total) > limit) many = middle;
    else few = middle;
  }
  return many;
}
