import { instantOf } from '@amaan/contracts/instant';
import type { LaneMinute, LaneSums } from '@amaan/contracts/traffic/lane-measures';
import type { LaneId } from '@amaan/contracts/traffic/traffic-view';
import { emptyLaneSums, wholeLaneSums } from './lane-sums.ts';

const MINUTE_MS = 60_000;

/**
 * The sums of a lane by minute of the clock. A minute is given out once, when nothing more can come to it; what it says
 * is rounded then, so that all sums of sums are exact.
 */
export class MinuteBook {
  readonly #laneId: LaneId;
  readonly #drafts = new Map<number, LaneSums>();
  /** What ended before this was given out. */
  #closedMs = Number.NEGATIVE_INFINITY;

  constructor(laneId: LaneId) {
    this.#laneId = laneId;
  }

  /** The draft of the minute that an instant (Unix ms) lies in; null where that one was given out already. */
  at(unixMs: number): LaneSums | null {
    const minute = Math.floor(unixMs / MINUTE_MS) * MINUTE_MS;
    if (minute < this.#closedMs) return null;
    const draft = this.#drafts.get(minute) ?? emptyLaneSums();
    this.#drafts.set(minute, draft);
    return draft;
  }

  /** The minutes that ended by an instant, oldest first; those without a picture are left out. */
  close(untilMs: number): LaneMinute[] {
    const until = Math.floor(untilMs / MINUTE_MS) * MINUTE_MS;
    const minutes = [...this.#drafts.keys()].filter((minute) => minute < until).toSorted((a, b) => a - b);
    this.#closedMs = Math.max(this.#closedMs, until);
    return minutes.flatMap((minute) => {
      const sums = wholeLaneSums(this.#drafts.get(minute)!);
      this.#drafts.delete(minute);
      return sums.observedMs > 0 ? [{ laneId: this.#laneId, from: instantOf(minute), sums }] : [];
    });
  }

  /** All that is left, the minute at hand included. */
  finish(): LaneMinute[] {
    const last = Math.max(...this.#drafts.keys());
    return Number.isFinite(last) ? this.close(last + MINUTE_MS) : [];
  }
}
