import type { SpatialWeights } from './spatial-weights.ts';

/** Sums over a matrix of weights that the moments of global statistics are made of. */
export interface WeightSums {
  /** S₀ = ΣΣ wᵢⱼ */
  readonly s0: number;
  /** S₁ = ½ ΣΣ (wᵢⱼ + wⱼᵢ)² */
  readonly s1: number;
  /** S₂ = Σ (wᵢ. + w.ᵢ)² */
  readonly s2: number;
}

/** Source: A. D. Cliff and J. K. Ord, *Spatial Processes* (1981), section 1.5. */
export function weightSums(of: SpatialWeights): WeightSums {
  const { offsets, neighbours, weights } = of;
  const inward = new Float64Array(of.length);
  const outward = new Float64Array(of.length);
  const byPair = new Map<number, number>();
  let s0 = 0;
  for (let place = 0; place < of.length; place += 1)
    for (let at = offsets[place]!; at < offsets[place + 1]!; at += 1) {
      const [weight, other] = [weights[at]!, neighbours[at]!];
      s0 += weight;
      outward[place]! += weight;
      inward[other]! += weight;
      const pair = place < other ? place * of.length + other : other * of.length + place;
      // A place's weight for itself stands for both directions.
      byPair.set(pair, (byPair.get(pair) ?? 0) + (place === other ? 2 * weight : weight));
    }
  // Each pair of places occurs in both orders in the double sum, a place with itself once.
  let s1 = 0;
  for (const [pair, weight] of byPair)
    s1 += weight * weight * (Math.floor(pair / of.length) === pair % of.length ? 0.5 : 1);
  let s2 = 0;
  for (let place = 0; place < of.length; place += 1) s2 += (outward[place]! + inward[place]!) ** 2;
  return { s0, s1, s2 };
}
