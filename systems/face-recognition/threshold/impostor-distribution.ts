import type { ImpostorTail } from './fit-tail.ts';
import record from './impostor-tail.json' with { type: 'json' };

/** The fitted tail of the similarities of different people; how it was made stands in the file itself. */
export const IMPOSTOR_TAIL: ImpostorTail = record.tail;

/** The embedding model (sha256) that the tail belongs to: with another one it says nothing. */
export const TAIL_OF_MODEL: string = record.embedding;

/** Pairs of different people behind it: rates below 1 in this number are extrapolated. */
export const IMPOSTOR_PAIRS: number = record.impostorPairs;

/**
 * Where, with 95 %, the similarity lies that different people reach with this probability. Interpolated on the logarithm
 * of the rate between the recorded powers of ten; beyond them it is that of the last one.
 */
export function similarityInterval(rate: number): { readonly low: number; readonly high: number } {
  const power = Math.log10(rate);
  const points = record.interval;
  const next = points.findIndex((point) => point.power <= power);
  if (next === 0) return limitsOf(points[0]!);
  if (next === -1) return limitsOf(points.at(-1)!);
  const [a, b] = [points[next - 1]!, points[next]!];
  const part = (power - a.power) / (b.power - a.power);
  return { low: a.low + (b.low - a.low) * part, high: a.high + (b.high - a.high) * part };
}

function limitsOf({ low, high }: { low: number; high: number }): { low: number; high: number } {
  return { low, high };
}
