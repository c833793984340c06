/** The upper tail of a distribution of impostor scores: a generalised Pareto distribution above a threshold. */
export interface ImpostorTail {
  /** Similarity above which the tail is modelled. */
  readonly above: number;
  /** Share of impostor comparisons above it. */
  readonly share: number;
  /** ξ: below 0 the tail has an end, at 0 it is exponential, above 0 it is heavy. */
  readonly shape: number;
  /** σ, in units of similarity. */
  readonly scale: number;
}

/**
 * Fits the tail of impostor scores by probability-weighted moments: J. R. M. Hosking and J. R. Wallis, "Parameter and
 * quantile estimation for the generalized Pareto distribution", Technometrics 29 (1987) 339–349 (their k is −ξ). They
 * find it better than maximum likelihood for samples below 500. That excesses over a high threshold follow this
 * distribution: J. Pickands, Annals of Statistics 3 (1975) 119–131; its use for the scores of recognisers: W. J.
 * Scheirer et al., "Meta-recognition", IEEE TPAMI 33 (2011) 1689–1695.
 *
 * @param scores of comparisons of different people, in any order.
 * @param share of the scores that make the tail, 0–1.
 * @throws RangeError when the tail would hold fewer than 20 scores, or all of them are the same.
 */
export function fitTail(scores: readonly number[], share: number): ImpostorTail {
  const sorted = scores.toSorted((a, b) => b - a);
  const count = Math.floor(sorted.length * share);
  if (count < 20) throw new RangeError(`A tail of ${count} scores is too few to fit; 20 are needed.`);
  const above = sorted[count]!;
  const excesses = sorted.slice(0, count).map((score) => score - above);
  // Sorted downwards, the largest first: its plotting position p is the smallest share above it.
  let mean = 0;
  let weighted = 0;
  excesses.forEach((excess, index) => {
    mean += excess / count;
    weighted += (excess * (index + 0.35)) / count / count;
  });
  const denominator = mean - 2 * weighted;
  if (!(denominator > 1e-12)) throw new RangeError('All scores of the tail are the same.');
  return {
    above,
    share: count / sorted.length,
    shape: 2 - mean / denominator,
    scale: (2 * mean * weighted) / denominator,
  };
}

/**
 * The probability that the comparison of two different people scores at least this much.
 * @returns the tail's whole share for what lies below it.
 */
export function falseMatchRate({ above, share, shape, scale }: ImpostorTail, similarity: number): number {
  const excess = (similarity - above) / scale;
  if (excess <= 0) return share;
  if (Math.abs(shape) < 1e-9) return share * Math.exp(-excess);
  const base = 1 + shape * excess;
  return base <= 0 ? 0 : share * base ** (-1 / shape);
}

/**
 * The similarity that different people reach with this probability: the inverse of `falseMatchRate`.
 * @param rate above 0; a rate above the tail's share gives the tail's begin.
 */
export function similarityAt({ above, share, shape, scale }: ImpostorTail, rate: number): number {
  if (rate >= share) return above;
  const ratio = rate / share;
  if (Math.abs(shape) < 1e-9) return above - scale * Math.log(ratio);
  return above + (scale / shape) * (ratio ** -shape - 1);
}
