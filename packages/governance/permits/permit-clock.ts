/**
 * A clock for judging permits that follows the machine's clock forwards but never backwards: setting the
 * machine's clock back does not give an expired permit its life back while the process runs.
 */
export class PermitClock {
  readonly #wallMs: () => number;
  readonly #steadyMs: () => number;
  #latestMs: number;
  #latestSteadyMs: number;

  /**
   * @param wallMs Unix time in milliseconds.
   * @param steadyMs milliseconds of a clock that nobody can set.
   */
  constructor(wallMs: () => number = Date.now, steadyMs: () => number = () => performance.now()) {
    this.#wallMs = wallMs;
    this.#steadyMs = steadyMs;
    this.#latestMs = wallMs();
    this.#latestSteadyMs = steadyMs();
  }

  /** The later of the machine's clock and the latest time seen plus what has passed since. */
  now(): Date {
    const steady = this.#steadyMs();
    this.#latestMs = Math.max(this.#wallMs(), this.#latestMs + steady - this.#latestSteadyMs);
    this.#latestSteadyMs = steady;
    return new Date(this.#latestMs);
  }
}
