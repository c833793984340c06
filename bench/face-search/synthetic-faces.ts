import { seededRandom } from '@amaan/contracts/seeded-random';
import { DIMENSIONS } from '@amaan/vision/templates/block-layout';

/** Mean similarity of two different people: with the deviation it gives the 5 % and 0.1 % of the fitted impostor tail. */
const IMPOSTOR_MEAN = 0.053;
/** Measured on 8,506 pairs: mean 0.048, deviation 0.107. */
const IMPOSTOR_DEVIATION = 0.111;
/** Similarities of two pictures of one person: 311 pairs of `amaan bench faces` have mean 0.612, deviation 0.151, 0.25 to 0.90. */
const GENUINE = { mean: 0.61, deviation: 0.15, least: 0.2, most: 0.95 } as const;

const TABLE = 1 << 16;

/**
 * Made-up templates that are as alike as those of real people.
 *
 * A template is a direction that all faces share, and normal values whose variances fall as a power of their rank:
 * `impostorDeviation`⁻² of 512 dimensions count (the participation ratio), so that different people are as similar as the
 * real model's, whose similarities have the mean and deviation above. Another picture of a person is the template turned
 * towards a random face of the same kind, by an angle whose cosine is drawn from the genuine distribution: what changes
 * between two pictures lies in the same few dimensions as what tells people apart, which is the harder case.
 */
export class SyntheticFaces {
  readonly #normal = new Float32Array(TABLE);
  readonly #deviations: Float32Array;
  readonly #common: Float32Array;
  /** xorshift128 (G. Marsaglia, Journal of Statistical Software 8 (2003) 14). */
  readonly #state: Int32Array;

  constructor(seed: number) {
    const random = seededRandom(seed);
    for (let at = 0; at < TABLE; at++)
      this.#normal[at] = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    this.#state = Int32Array.from({ length: 4 }, () => Math.floor(random() * 2 ** 32) | 1);
    const own = IMPOSTOR_DEVIATION / (1 - IMPOSTOR_MEAN);
    this.#deviations = spectrum(own ** -2);
    const common = unit(this.#draw().map((value, at) => value / this.#deviations[at]!));
    this.#common = common.map((value) => value * Math.sqrt(IMPOSTOR_MEAN));
  }

  /** Somebody new, of length 1. */
  face(): Float32Array {
    const values = this.#draw();
    const factor = Math.sqrt(1 - IMPOSTOR_MEAN) / lengthOf(values);
    for (let at = 0; at < DIMENSIONS; at++) values[at] = values[at]! * factor + this.#common[at]!;
    return unit(values);
  }

  /** Another picture of somebody, as similar as said. */
  again(face: Float32Array, similarity: number = this.genuineSimilarity()): Float32Array {
    const other = this.face();
    let dot = 0;
    for (let at = 0; at < DIMENSIONS; at++) dot += face[at]! * other[at]!;
    const across = unit(other.map((value, at) => value - dot * face[at]!));
    const part = Math.sqrt(1 - similarity ** 2);
    return face.map((value, at) => similarity * value + part * across[at]!);
  }

  genuineSimilarity(): number {
    const { mean, deviation, least, most } = GENUINE;
    for (;;) {
      const drawn = mean + deviation * this.#normal[this.#next() >>> 16]!;
      if (drawn >= least && drawn <= most) return drawn;
    }
  }

  #draw(): Float32Array {
    const values = new Float32Array(DIMENSIONS);
    for (let at = 0; at < DIMENSIONS; at += 2) {
      const bits = this.#next();
      values[at] = this.#normal[bits >>> 16]! * this.#deviations[at]!;
      values[at + 1] = this.#normal[bits & 0xffff]! * this.#deviations[at + 1]!;
    }
    return values;
  }

  #next(): number {
    const state = this.#state;
    let mixed = state[3]! ^ (state[3]! << 11);
    mixed ^= mixed >>> 8;
    state[3] = state[2]!;
    state[2] = state[1]!;
    state[1] = state[0]!;
    mixed ^= state[0]! ^ (state[0]! >>> 19);
    state[0] = mixed;
    return mixed >>> 0;
  }
}

/** Deviations that fall as a power of the rank, with this participation ratio (Σλ)²/Σλ². */
function spectrum(participation: number): Float32Array {
  let [low, high] = [0, 4];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (participationOf(middle) > participation) low = middle;
    else high = middle;
  }
  return Float32Array.from({ length: DIMENSIONS }, (_, at) => Math.sqrt((at + 1) ** -low));
}

function participationOf(power: number): number {
  let [sum, squares] = [0, 0];
  for (let rank = 1; rank <= DIMENSIONS; rank++) {
    sum += rank ** -power;
    squares += rank ** (-2 * power);
  }
  return sum ** 2 / squares;
}

function lengthOf(values: Float32Array): number {
  let squares = 0;
  for (let at = 0; at < DIMENSIONS; at++) squares += values[at]! * values[at]!;
  return Math.sqrt(squares);
}

/** In place. */
function unit(values: Float32Array): Float32Array {
  const factor = 1 / lengthOf(values);
  for (let at = 0; at < DIMENSIONS; at++) values[at]! *= factor;
  return values;
}
