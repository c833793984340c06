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
  if (logLikelihoodRatio(total, expected, total) <= limit) return total + 1;
  // The ratio grows and bends upward with the cases: Newton's steps from a point above it fall towards it.
  let cases = Math.min(total, expected + Math.sqrt(2 * limit * expected) + limit);
  while (cases < total && logLikelihoodRatio(cases, expected, total) <= limit)
    cases = Math.min(total, 2 * cases - expected + 1);
  for (let step = 0; step < 40; step += 1) {
    const slope = Math.log(cases / expected) - Math.log((total - cases) / (total - expected));
    const next = cases - (logLikelihoodRatio(cases, expected, total) - limit) / slope;
    // At `total` the slope is endless and nothing moves; a bisecting step does.
    const moved = Number.isFinite(slope) ? next : (cases + expected) / 2;
    if (logLikelihoodRatio(moved, expected, total) <= limit || cases - moved < 1e-6) break;
    cases = moved;
  }
  let whole = Math.max(Math.ceil(expected), Math.floor(cases) - 2);
  while (logLikelihoodRatio(whole, expected, total) <= limit) whole += 1;
  return whole;
}
