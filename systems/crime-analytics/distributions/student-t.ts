import { betaProbability, betaQuantile } from './beta-distribution.ts';

/** Probability of a Student t variable at least as far from 0 as t (Abramowitz and Stegun 26.7.1). */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  return betaProbability(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
}

/** How far from 0 a Student t variable lies at most, on either side, with a probability: 0.95 for an interval at 95 %. */
export function studentReach(probability: number, degreesOfFreedom: number): number {
  // The same beta variable from its other end, where small reaches do not lose their digits.
  const share = betaQuantile(probability, 0.5, degreesOfFreedom / 2);
  return Math.sqrt((degreesOfFreedom * share) / (1 - share));
}
