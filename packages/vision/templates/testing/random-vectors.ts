import { DIMENSIONS } from '../block-layout.ts';

/** Vectors of normal values (Box–Muller over mulberry32), the same ones for the same seed. */
export function randomVectors(seed: number): () => Float32Array {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return () => Float32Array.from({ length: DIMENSIONS }, normal);
}

/** Cosine of two vectors, in double precision. */
export function cosineOf(a: Float32Array, b: Float32Array): number {
  let [dot, aa, bb] = [0, 0, 0];
  for (let at = 0; at < DIMENSIONS; at++) {
    dot += a[at]! * b[at]!;
    aa += a[at]! ** 2;
    bb += b[at]! ** 2;
  }
  return dot / Math.sqrt(aa) / Math.sqrt(bb);
}

/** A vector at this cosine from another one. */
export function vectorAt(cosine: number, from: Float32Array, other: Float32Array): Float32Array {
  const length = lengthOf(from);
  const along = cosineOf(from, other) * lengthOf(other);
  const across = other.map((value, at) => value - (along * from[at]!) / length);
  const scale = Math.sqrt(1 - cosine ** 2) / lengthOf(across);
  return from.map((value, at) => (cosine * value) / length + scale * across[at]!);
}

function lengthOf(vector: Float32Array): number {
  let squares = 0;
  for (let at = 0; at < DIMENSIONS; at++) squares += vector[at]! ** 2;
  return Math.sqrt(squares);
}
