import { ZoneClock } from '@amaan/contracts/tables/zone-clock';

const DAY = 86_400_000;

/**
 * How far the clocks of a zone are ahead of UTC, for many instants: kept by the day where they are not changed within it.
 */
export class LocalOffsets {
  readonly #clock: ZoneClock;
  /** By the UTC day; null where the clocks are changed within it. */
  readonly #days = new Map<number, number | null>();

  /** @throws RangeError when there is no time zone of that name */
  constructor(timeZone: string) {
    this.#clock = new ZoneClock(timeZone);
  }

  /** Milliseconds ahead of UTC at an instant. */
  at(instant: number): number {
    const day = Math.floor(instant / DAY);
    let steady = this.#days.get(day);
    if (steady === undefined) {
      const before = this.#clock.offsetAt(day * DAY);
      steady = before === this.#clock.offsetAt((day + 1) * DAY) ? before : null;
      this.#days.set(day, steady);
    }
    return steady ?? this.#clock.offsetAt(instant);
  }

  /** The instant at which clocks first show a local time, given as if it were UTC. */
  instantOf(local: number): number {
    return this.#clock.instantOf(local).from;
  }
}
