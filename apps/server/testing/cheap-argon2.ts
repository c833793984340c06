import { createRequire } from 'node:module';

/**
 * Stands in for the library in tests (`vitest.config.ts`): the same hashes with the least that Argon2 allows. Each person of a
 * test costs four of them, at 40 ms each with what a deployment asks for, and hundreds of people sign in in a run of
 * all tests. What a deployment asks for is asserted in `passwords.test.ts`, with the library itself.
 */
const library: typeof import('@node-rs/argon2') = createRequire(import.meta.url)('@node-rs/argon2');

export const { verify } = library;

export const hash: typeof library.hash = (password, options, signal) =>
  library.hash(password, { ...options, memoryCost: 8, timeCost: 1 }, signal);
