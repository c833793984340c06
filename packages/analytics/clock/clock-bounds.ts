/** Clocks are taken to drift apart by at most this share: 200 millionths, twice what plain crystals are sold with. */
const DRIFT = 200e-6;
/** A clock that was not compared for so long is not known any more, in milliseconds. */
const FORGOTTEN_MS = 60_000;

interface Bounds {
  /** Milliseconds of the comparing clock. */
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How far another clock is from one's own, by intersecting what each comparison allows (Marzullo, Maintaining the time in a
 * distributed system, 1984; with one source, over time). Between comparisons the interval grows by what crystals drift. A
 * comparison that contradicts those before means that a clock was set: it begins anew with that one.
 */
export class ClockBounds {
  #bounds: Bounds | null = null;

  /**
   * Notes a comparison.
   * @param at when it was made, milliseconds of a clock that goes on
   * @param low least and
   * @param high greatest difference that it allows, in milliseconds
   */
  add(at: number, low: number, high: number): void {
    const before = this.#widened(at);
    const both = before && { at, low: Math.max(low, before.low), high: Math.min(high, before.high) };
    this.#bounds = both && both.low <= both.high ? both : { at, low, high };
  }

  /** The middle and half the width of the interval, and when it was last compared; null: not known. @param at as in `add` */
  get(
    at: number,
  ): { readonly offsetMs: number; readonly errorMs: number; readonly comparedAt: number } | null {
    const bounds = this.#widened(at);
    if (bounds === null) return null;
    return {
      offsetMs: (bounds.low + bounds.high) / 2,
      errorMs: (bounds.high - bounds.low) / 2,
      comparedAt: bounds.at,
    };
  }

  #widened(at: number): Bounds | null {
    const bounds = this.#bounds;
    if (bounds === null || at - bounds.at > FORGOTTEN_MS) return null;
    const grown = Math.max(0, at - bounds.at) * DRIFT;
    return { at: bounds.at, low: bounds.low - grown, high: bounds.high + grown };
  }
}
