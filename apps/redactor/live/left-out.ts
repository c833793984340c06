/** How often pictures of one view were left out lately. */
export class LeftOut {
  readonly #most: number;
  readonly #seconds: number;
  #times: number[] = [];

  /**
   * @param most how often they may be left out within the time.
   * @param seconds of the view, by the camera's clock.
   */
  constructor(most: number, seconds: number) {
    this.#most = most;
    this.#seconds = seconds;
  }

  /**
   * Pictures are left out now.
   * @returns whether that is oftener than it may be.
   */
  again(now: number): boolean {
    this.#times = [...this.#times.filter((time) => time > now - this.#seconds), now];
    return this.#times.length > this.#most;
  }
}
