/** Half of the time, in milliseconds, over which the smallest delay is looked for. */
const WINDOW_MS = 30_000;

/**
 * Tells when a live camera saw a frame. A frame arrives late by a delay that is never negative, so of all
 * recent frames the one with the smallest `arrival - streamTime` says best how the two clocks lie to each
 * other. The window follows the drift of a camera's clock against ours; the answer never runs backwards
 * and never lies after the arrival.
 */
export class CaptureClock {
  #older = Number.POSITIVE_INFINITY;
  #newer = Number.POSITIVE_INFINITY;
  #windowStart = Number.NEGATIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  /**
   * @param streamSeconds time of the frame on the stream's clock
   * @param arrivedAt when it arrived, Unix time in milliseconds
   * @returns when it was captured, Unix time in milliseconds, never before the frame before it
   */
  capturedAt(streamSeconds: number, arrivedAt: number): number {
    const offset = arrivedAt - streamSeconds * 1000;
    if (arrivedAt - this.#windowStart > WINDOW_MS) {
      this.#older = this.#newer;
      this.#newer = offset;
      this.#windowStart = arrivedAt;
    }
    this.#newer = Math.min(this.#newer, offset);
    const captured = streamSeconds * 1000 + Math.min(this.#older, this.#newer);
    this.#last = Math.max(this.#last, captured);
    return this.#last;
  }
}
