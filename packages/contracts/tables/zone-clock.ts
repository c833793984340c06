const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** What a clock time of a zone stands for. */
export interface ClockInstant {
  /** Milliseconds since 1970 UTC. Both are equal but where the clock showed this time twice. */
  readonly from: number;
  readonly until: number;
  /** The clock skipped this time (and it is taken as if it had not been changed yet), or showed it twice. */
  readonly changed: boolean;
}

/**
 * The clocks of a time zone. Looking an offset up takes microseconds, so they are kept by the day; days of a change are
 * looked up each time.
 */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  /** Offset of days whose neighbours have the same; null: there is a change nearby. */
  readonly #days = new Map<number, number | null>();

  /** @param timeZone by its name in the IANA database. @throws RangeError when there is none of that name */
  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
  }

  /**
   * The instant of a clock time. A skipped time is read with the offset before the change (RFC 5545, section 3.3.5); one
   * that came twice is an interval from the first to the second.
   *
   * @param local the clock time as if it were UTC, in milliseconds since 1970
   */
  instantOf(local: number): ClockInstant {
    const day = Math.floor(local / DAY_MS);
    let steady = this.#days.get(day);
    if (steady === undefined) {
      const before = this.offsetAt((day - 1) * DAY_MS);
      const after = this.offsetAt((day + 2) * DAY_MS);
      steady = before === after ? before : null;
      this.#days.set(day, steady);
    }
    if (steady !== null) return { from: local - steady, until: local - steady, changed: false };
    const before = this.offsetAt(local - DAY_MS);
    const after = this.offsetAt(local + DAY_MS);
    const fits = [...new Set([local - before, local - after])].filter(
      (instant) => instant + this.offsetAt(instant) === local,
    );
    const [from = local - before, until = from] = fits.sort((a, b) => a - b);
    return { from, until, changed: fits.length !== 1 };
  }

  /** Milliseconds by which the clocks are ahead of UTC at an instant. */
  offsetAt(instant: number): number {
    const parts = Object.fromEntries(
      this.#format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
    ) as Record<string, number>;
    const { year, month, day, hour, minute, second } = parts;
    return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!) - Math.floor(instant / 1000) * 1000;
  }
}
