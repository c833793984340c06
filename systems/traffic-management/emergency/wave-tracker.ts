import type { Position } from '@amaan/contracts/geometry';
import {
  MOST_HOLD_SECONDS,
  type VehicleReport,
  type WaveStop,
  type WaveStopState,
} from '@amaan/contracts/traffic/emergency-wave';

/** A stop of a wave with what is known of its junction. */
export interface TrackedStop extends WaveStop {
  readonly position: Position | null;
  /** Seconds that its junction may need until the stage is green, in the worst case, with the queue in front of it. */
  readonly leadSeconds: number;
  /** Seconds for which it runs its fixed plan afterwards, so that everybody who had to wait is served once. */
  readonly recoverySeconds: number;
}

/** Where a stop stands. Times are Unix seconds. */
export interface StopStanding {
  readonly expectedAt: number;
  readonly state: WaveStopState;
}

/** A vehicle that is nearer to a stop line than this, in metres, is at it. */
const AT_STOP_LINE = 30;
/** Without a report, a stop counts as passed so many seconds after it was expected. */
const PASSING = 15;
/** What a vehicle under way drives at least, in km/h, where its own report says less: it may just stand in a queue. */
const LEAST_SPEED_KMH = 25;
/** Roads are longer than the straight line. */
const DETOUR = 1.2;
const SPEED_FACTOR = 3.6;

/**
 * Follows one emergency vehicle over the junctions of its way, and says which of them must be brought to its stage now. A
 * junction is held from the moment that it may need to get there until the vehicle has passed, and never for longer than two
 * minutes; afterwards it works off what had to wait.
 */
export class WaveTracker {
  readonly #stops: readonly TrackedStop[];
  readonly #startedAt: number;
  readonly #distance: (from: Position, to: Position) => number;
  readonly #heldSince: (number | null)[];
  readonly #passedAt: (number | null)[];
  #report: (VehicleReport & { readonly seconds: number }) | null = null;
  /** The stop line at which the vehicle was last, by its own word. */
  #reached: number | null = null;

  /**
   * @param startedAt Unix seconds
   * @param distance metres between two positions
   */
  constructor(
    stops: readonly TrackedStop[],
    startedAt: number,
    distance: (from: Position, to: Position) => number,
  ) {
    this.#stops = stops;
    this.#startedAt = startedAt;
    this.#distance = distance;
    this.#heldSince = stops.map(() => null);
    this.#passedAt = stops.map(() => null);
  }

  /** Takes where the vehicle is. An older report than the last one is left out. */
  report(report: VehicleReport): void {
    const seconds = Date.parse(report.at) / 1000;
    if (!(seconds > (this.#report?.seconds ?? Number.NEGATIVE_INFINITY))) return;
    const before = this.#reached;
    const at = this.#stops.findIndex(
      ({ position }, index) =>
        this.#passedAt[index] === null &&
        position !== null &&
        this.#distance(report.position, position) < AT_STOP_LINE,
    );
    this.#report = { ...report, seconds };
    if (at >= 0) this.#reached = at;
    // Whoever was at a stop line and is not any more has passed it, and all before it.
    else if (before !== null) {
      this.#pass(before, seconds);
      this.#reached = null;
    }
    if (at > 0) this.#pass(at - 1, seconds);
  }

  /** Where each stop stands at a moment; ask at least every few seconds. @param now Unix seconds */
  at(now: number): StopStanding[] {
    const expected = this.#expected();
    return this.#stops.map((stop, index) => {
      const expectedAt = expected[index]!;
      if (this.#passedAt[index] === null && this.#report === null && now > expectedAt + PASSING)
        this.#passedAt[index] = now;
      const isDue = now >= expectedAt - stop.leadSeconds;
      if (this.#passedAt[index] === null && isDue) this.#heldSince[index] ??= now;
      const since = this.#heldSince[index]!;
      if (this.#passedAt[index] === null && since !== null && now - since > MOST_HOLD_SECONDS)
        this.#passedAt[index] = now;
      return { expectedAt, state: this.#stateOf(index, now) };
    });
  }

  #stateOf(index: number, now: number): WaveStopState {
    const [passedAt, heldSince] = [this.#passedAt[index]!, this.#heldSince[index]!];
    if (passedAt === null) return heldSince === null ? 'ahead' : 'holding';
    // A junction that was never held has nothing to work off.
    if (heldSince === null) return 'done';
    return now - passedAt < this.#stops[index]!.recoverySeconds ? 'recovering' : 'done';
  }

  #pass(last: number, now: number): void {
    for (let index = 0; index <= last; index += 1) this.#passedAt[index] ??= now;
  }

  /** When the vehicle is expected at each stop line, Unix seconds. */
  #expected(): number[] {
    const planned = this.#stops.map(({ expectedSeconds }) => this.#startedAt + expectedSeconds);
    const next = this.#passedAt.indexOf(null);
    if (this.#report === null || next < 0) return planned;
    const speed = Math.max(this.#report.speedKmh, LEAST_SPEED_KMH) / SPEED_FACTOR;
    let place: Position | null = this.#report.position;
    let at = this.#report.seconds;
    return this.#stops.map((stop, index) => {
      if (index < next) return this.#passedAt[index]!;
      if (place !== null && stop.position !== null)
        at += (this.#distance(place, stop.position) * DETOUR) / speed;
      // Where nobody knows how far it is, the plan's own seconds between two stops count.
      else at += stop.expectedSeconds - (this.#stops[index - 1]?.expectedSeconds ?? 0);
      place = stop.position;
      return at;
    });
  }
}
