/** Frames are counted over this time. */
const WINDOW_MS = 5_000;

/** Frames per second over the last seconds. */
export class FrameRate {
  readonly #startedAt = performance.now();
  #times: number[] = [];

  count(): void {
    this.#times.push(performance.now());
    this.#forget();
  }

  perSecond(): number {
    this.#forget();
    const seconds = Math.min(WINDOW_MS, performance.now() - this.#startedAt) / 1000;
    return Number((this.#times.length / Math.max(seconds, 1)).toFixed(1));
  }

  #forget(): void {
    const begin = performance.now() - WINDOW_MS;
    const first = this.#times.findIndex((time) => time >= begin);
    if (first !== 0) this.#times = first < 0 ? [] : this.#times.slice(first);
  }
}
