import fc from 'fast-check';
import { DIMENSIONS } from '../block-layout.ts';
import { randomVectors } from './random-vectors.ts';

const seed = fc.integer({ min: 1, max: 2 ** 31 });

/** Vectors as they come, and as they must not break anything: of one value, of two equal ones, tiny, huge, very uneven. */
export const arbitraryVector = fc.oneof(
  seed.map((from) => randomVectors(from)()),
  fc.nat(DIMENSIONS - 1).map((at) => new Float32Array(DIMENSIONS).fill(1, at, at + 1)),
  fc.nat(DIMENSIONS - 1).map((at) => new Float32Array(DIMENSIONS).fill(-1, 0, at + 1)),
  seed.map((from) => randomVectors(from)().map((value) => value * 1e-18)),
  seed.map((from) => randomVectors(from)().map((value) => value * 1e17)),
  seed.map((from) => randomVectors(from)().map((value, at) => value * 0.97 ** at)),
  fc
    .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
    .map((values) => Float32Array.from(values, (value, at) => value + (at === 0 ? 2 : 0))),
);
