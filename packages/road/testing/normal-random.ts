import { seededRandom } from '@amaan/contracts/seeded-random';

/** Numbers of a standard normal distribution, the same for the same seed (Box–Muller). */
export function normalRandom(seed: number): () => number {
  const uniform = seededRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
