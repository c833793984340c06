import type { LaneMinute } from '@amaan/contracts/traffic/lane-measures';
import type { MeasuredLane } from '@amaan/road/measuring/measured-lane';
import { isMeasuredWithin } from '@amaan/road/measuring/stretch';
import type { VehicleTrajectory } from '@amaan/road/measuring/vehicle-trajectory';
import { LaneCounter } from './lane-counter.ts';
import { LaneDelay } from './lane-delay.ts';
import { type LaneQueue, LaneQueueWatch, type QueueThresholds } from './lane-queue.ts';
import { MinuteBook } from './minute-book.ts';

/** A vehicle's time in a lane since the frame before, and the distance that it drove in it. */
export interface Presence {
  readonly track: number;
  readonly presentMs: number;
  readonly travelledCm: number;
}

export interface LaneThresholds extends QueueThresholds {
  readonly speedErrorKmh: number;
}

/** The frame at hand. */
export interface Moment {
  readonly seconds: number;
  readonly capturedAt: number;
  /** Seconds since the last frame; null at the start and after a pause. */
  readonly stepSeconds: number | null;
  /** Whether the calibration holds: whether metres may be told. */
  readonly usesGround: boolean;
}

/** All that is measured on one lane, by minute. */
export class LaneMeter {
  readonly measured: MeasuredLane;
  readonly #book: MinuteBook;
  readonly #counter: LaneCounter;
  readonly #queue: LaneQueueWatch;
  readonly #delay: LaneDelay;
  #coveredMs = 0;
  #queueNow: LaneQueue = { vehicles: 0, metres: null };
  #presence: readonly Presence[] = [];

  constructor(measured: MeasuredLane, thresholds: LaneThresholds) {
    this.measured = measured;
    this.#book = new MinuteBook(measured.lane.id);
    this.#counter = new LaneCounter(measured, thresholds.margin, thresholds.speedErrorKmh);
    this.#queue = new LaneQueueWatch(measured, thresholds);
    this.#delay = new LaneDelay(measured, thresholds.margin);
  }

  /** Milliseconds that the counting line was covered since the frame before. */
  get coveredMs(): number {
    return this.#coveredMs;
  }

  /** Who waits in the frame at hand. */
  get queue(): LaneQueue {
    return this.#queueNow;
  }

  /** Who was in the lane since the frame before. */
  get presence(): readonly Presence[] {
    return this.#presence;
  }

  /** Takes a frame's vehicles, wherever they are. */
  step(vehicles: readonly VehicleTrajectory[], moment: Moment): void {
    const { seconds, capturedAt, stepSeconds, usesGround } = moment;
    const unixOf = (at: number) => capturedAt + 1000 * (at - seconds);
    if (stepSeconds === null) this.#counter.pause();
    this.#coveredMs = this.#counter.step(vehicles, seconds, unixOf);
    this.#queueNow = this.#queue.step(vehicles, seconds);
    this.#presence = this.#presenceOf(vehicles);
    const delays = this.#delay.step(vehicles, seconds);
    this.#counter.settle(seconds, (unixMs) => this.#book.at(unixMs), usesGround);
    if (stepSeconds === null) return;

    // What lies between two frames belongs to the minute of its middle.
    const stepMs = 1000 * stepSeconds;
    const draft = this.#book.at(capturedAt - stepMs / 2);
    if (!draft) return;
    draft.observedMs += stepMs;
    draft.occupiedMs += Math.min(this.#coveredMs, stepMs);
    draft.queueWatchedMs += stepMs;
    draft.queueVehicleMs += this.queue.vehicles * stepMs;
    draft.maxQueueVehicles = Math.max(draft.maxQueueVehicles, this.queue.vehicles);
    const stretch = this.measured.ground?.measured;
    if (!usesGround || !stretch) return;
    if (this.queue.metres !== null) {
      draft.queueMetresWatchedMs += stepMs;
      draft.queueMetreMs += this.queue.metres * stepMs;
      draft.maxQueueM = Math.max(draft.maxQueueM, this.queue.metres);
    }
    draft.areaMetreMs += (stretch.to - stretch.from) * stepMs;
    for (const { presentMs, travelledCm } of this.#presence) {
      draft.presentMs += presentMs;
      draft.travelledCm += travelledCm;
    }
    for (const delay of delays) {
      const delayMs = Math.round(1000 * delay);
      draft.delays += 1;
      draft.delaySumMs += delayMs;
      draft.delaySquares += delayMs ** 2;
    }
  }

  /** The minutes that ended long enough before an instant for nothing more to come to them. */
  close(nowMs: number): LaneMinute[] {
    return this.#book.close(nowMs - 1000 * LaneCounter.longestWaitSeconds);
  }

  /** All that is left. */
  finish(moment: Moment): LaneMinute[] {
    this.#counter.settle(Number.POSITIVE_INFINITY, (unixMs) => this.#book.at(unixMs), moment.usesGround);
    return this.#book.finish();
  }

  /** What Edie's sums are made of: a step counts by half where only one of its ends is in the lane. */
  #presenceOf(vehicles: readonly VehicleTrajectory[]): Presence[] {
    return vehicles.flatMap(({ track, laneId, previous, last }) => {
      if (!previous || laneId !== this.measured.lane.id) return [];
      const inside = [previous, last].filter((sight) => this.#isMeasured(sight)).length / 2;
      const [from, to] = [this.measured.along(previous), this.measured.along(last)];
      if (from === null || to === null || inside === 0) return [];
      const presentMs = inside * 1000 * (last.seconds - previous.seconds);
      return [{ track, presentMs, travelledCm: inside * 100 * (to - from) }];
    });
  }

  #isMeasured(sight: VehicleTrajectory['last']): boolean {
    const metres = this.measured.along(sight);
    return (
      metres !== null &&
      isMeasuredWithin(this.measured.ground?.measured ?? null, metres) &&
      this.measured.holds(sight)
    );
  }
}
