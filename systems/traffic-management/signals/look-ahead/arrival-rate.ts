/** How many vehicles a second come on a lane, from those that were seen for the first time; forgets slowly. */
export class ArrivalRate {
  /** Vehicles a second. A lane that nobody has been seen on yet is taken to be little used. */
  #rate = 0.02;
  #at: number | null = null;

  /** @param fresh vehicles that came into view since the last look, at `now` seconds */
  add(fresh: number, now: number): void {
    const seconds = this.#at === null ? 1 : Math.max(1, now - this.#at);
    this.#at = now;
    const kept = (1 - 1 / MEMORY) ** seconds;
    this.#rate = kept * this.#rate + (1 - kept) * (fresh / seconds);
  }

  /** Seconds from now at which the next vehicles may come, up to a horizon: evenly, begun at a drawn fraction of a gap. */
  arrivals(horizon: number, fraction: number): number[] {
    if (this.#rate < NOBODY) return [];
    const times: number[] = [];
    for (let at = fraction / this.#rate; at < horizon; at += 1 / this.#rate) times.push(at);
    return times;
  }
}

/** Seconds over which what was seen counts. */
const MEMORY = 200;
/** Vehicles a second below which none is expected. */
const NOBODY = 0.002;
