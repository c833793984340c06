/**
 * Which way the vehicles of one lane go: shares learnt from those that were seen to go, and a guess for one that has not gone
 * yet, the same one each time it is asked about the same vehicle.
 */
export class TurningShares {
  readonly #counts: number[];

  /** @param isStraight for each movement of the lane whether it leads straight on: the likelier one before any was seen */
  constructor(isStraight: readonly boolean[]) {
    this.#counts = isStraight.map((straight) => (straight ? 3 : 1));
  }

  /** @param turned for each movement how many went that way */
  learn(turned: readonly number[]): void {
    for (const [movement, count] of turned.entries()) this.#counts[movement]! += count;
  }

  /**
   * @param fraction of 0 to 1, drawn or derived from the vehicle's track
   * @returns the place of a movement among the lane's
   */
  guess(fraction: number): number {
    let left = fraction * this.#counts.reduce((sum, count) => sum + count, 0);
    for (const [movement, count] of this.#counts.entries()) {
      left -= count;
      if (left < 0) return movement;
    }
    return this.#counts.length - 1;
  }
}

/** FNV-1a of a text with a finaliser, as a fraction: similar texts give unrelated fractions (Fowler, Noll, Vo). */
export function fractionOf(text: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (hash >>> 0) / 4_294_967_296;
}
