/**
 * Randomness of Monte Carlo replicas: each replica has its own stream, which depends on the seed and the replica's number
 * alone, so that one loop and eight threads draw the same. The generator is xoshiro128** 1.1 (D. Blackman, S. Vigna,
 * "Scrambled linear pseudorandom number generators", ACM TOMS 47(4), 2021; period 2¹²⁸ − 1): a city's replicas draw
 * hundreds of millions of numbers, which would overlap in a generator of 32 bits.
 */
export class ReplicaRandom {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** @param seed, replica whole numbers; their lower 32 bits count */
  constructor(seed: number, replica: number) {
    this.#a = mix(seed ^ 0x9e3779b9);
    this.#b = mix(replica ^ this.#a);
    this.#c = mix(this.#b ^ (seed + 0x85ebca6b));
    this.#d = mix(this.#c ^ replica) | 1;
    // The first few still show how alike the seeds were.
    for (let skip = 0; skip < 8; skip += 1) this.uint32();
  }

  /** The generator in a state of its authors' test. */
  static ofState(a: number, b: number, c: number, d: number): ReplicaRandom {
    const random = new ReplicaRandom(0, 0);
    random.#a = a;
    random.#b = b;
    random.#c = c;
    random.#d = d;
    return random;
  }

  /** A whole number in [0, 2³²). */
  uint32(): number {
    const times5 = Math.imul(this.#b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result >>> 0;
  }

  /** A number in [0, 1) with 32 random bits. */
  uniform(): number {
    return this.uint32() / 4_294_967_296;
  }

  /** A whole number in [0, bound); each is equally likely to within bound / 2³². */
  below(bound: number): number {
    return Math.floor(this.uniform() * bound);
  }

  /** Puts values in a random order, in place (Fisher and Yates, in the form of R. Durstenfeld, CACM 7(7), 1964). */
  shuffle(values: Int32Array | Uint16Array | Float64Array): void {
    for (let last = values.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      const kept = values[last]!;
      values[last] = values[other]!;
      values[other] = kept;
    }
  }
}

/** Scatters 32 bits (the finalizer of MurmurHash3, A. Appleby, public domain). */
function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
