import { DIMENSIONS } from './block-layout.ts';
import { FACTORS_AT, type RotationKernel, rotationKernel, VALUES_AT } from './kernel/rotation-kernel.ts';

const ROUNDS = 2;

/**
 * A rotation that spreads every direction evenly over all values: signs flipped at random, then a Walsh–Hadamard
 * transform, twice; N. Ailon and B. Chazelle, "The fast Johnson–Lindenstrauss transform", SIAM J. Comput. 39 (2009)
 * 302–322. Angles stay as they are. With another seed it is another rotation.
 */
export class Rotation {
  /** The values that `turn` turns. They are nobody's between two calls: fill them before, read them after. */
  readonly values: Float32Array;
  readonly #kernel: RotationKernel;

  /** @param seed any 32-bit number; drawn anew for each process, nobody can prepare a template for it. */
  constructor(seed: number) {
    this.#kernel = rotationKernel();
    const { buffer } = this.#kernel.memory;
    this.values = new Float32Array(buffer, VALUES_AT, DIMENSIONS);
    new Float32Array(buffer, FACTORS_AT, ROUNDS * DIMENSIONS).set([...randomSigns(seed)]);
  }

  /** Turns the values, and makes them longer by 512. */
  turn(): void {
    for (let round = 0; round < ROUNDS; round++) this.#kernel.turn(FACTORS_AT + round * DIMENSIONS * 4);
  }
}

/** mulberry32, its highest bit. */
function* randomSigns(seed: number): Generator<number> {
  let state = seed | 0;
  for (let count = 0; count < ROUNDS * DIMENSIONS; count++) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    yield (mixed ^ (mixed >>> 14)) < 0 ? -1 : 1;
  }
}
