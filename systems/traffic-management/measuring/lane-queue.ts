import type { MeasuredLane } from '@amaan/road/measuring/measured-lane';
import { VEHICLE_LENGTH_M } from '@amaan/road/measuring/vehicle-length';
import type { VehicleTrajectory } from '@amaan/road/measuring/vehicle-trajectory';
import { LinePassage } from '@amaan/vision/tracking/line-passage';
import { TrackMemory } from '@amaan/vision/tracking/track-memory';

export interface QueueThresholds {
  /** A vehicle joins the queue below the first speed and leaves it above the second. */
  readonly belowKmh: number;
  readonly untilKmh: number;
  /** How far past a line a vehicle must be, in sizes of its own box. */
  readonly margin: number;
}

export interface LaneQueue {
  readonly vehicles: number;
  /** From the stop line, or the foremost waiting vehicle, to the end of the last one; null without a calibration. */
  readonly metres: number | null;
}

/** A vehicle at rest for so long waits, whatever its measured speed. */
const REST_SECONDS = 1.5;
/** Without a speed a vehicle that moved this recently does not wait. */
const MOVED_SECONDS = 0.5;
/** Waiting vehicles further apart than this are two queues; the first one counts. */
const LARGEST_SPACE_M = 25;

interface Waiting {
  isQueued: boolean;
  /** Null where the lane has no stop line. */
  readonly stop: LinePassage | null;
  hasPassed: boolean;
}

/** Who waits in a lane, before its stop line where it has one. */
export class LaneQueueWatch {
  readonly #measured: MeasuredLane;
  readonly #thresholds: QueueThresholds;
  readonly #waiting = new TrackMemory<Waiting>();

  constructor(measured: MeasuredLane, thresholds: QueueThresholds) {
    this.#measured = measured;
    this.#thresholds = thresholds;
  }

  /** Takes a frame's vehicles. */
  step(vehicles: readonly VehicleTrajectory[], seconds: number): LaneQueue {
    const queued = vehicles.filter((trajectory) => this.#isQueued(trajectory, seconds));
    this.#waiting.forget(seconds);
    return { vehicles: queued.length, metres: this.#metresOf(queued) };
  }

  #isQueued(trajectory: VehicleTrajectory, seconds: number): boolean {
    const { stopLine } = this.#measured.lane;
    const state = this.#waiting.recall(trajectory.track, seconds, () => ({
      isQueued: false,
      stop: stopLine && new LinePassage(stopLine, this.#thresholds.margin),
      hasPassed: false,
    }));
    const passage = state.stop?.step(trajectory.object.box) ?? null;
    if (passage && stopLine) state.hasPassed = passage === this.#measured.forwardOver(stopLine);
    const isHere = trajectory.laneId === this.#measured.lane.id && this.#measured.holds(trajectory.last);
    if (!isHere || state.hasPassed) return false;
    const restingSeconds = seconds - trajectory.restingSince;
    const kmh = this.#kmhOf(trajectory);
    const { belowKmh, untilKmh } = this.#thresholds;
    if (restingSeconds >= REST_SECONDS || (kmh !== null && kmh < belowKmh && restingSeconds > 0))
      state.isQueued = true;
    else if (kmh === null ? restingSeconds < MOVED_SECONDS : kmh > untilKmh) state.isQueued = false;
    return state.isQueued;
  }

  #kmhOf(trajectory: VehicleTrajectory): number | null {
    const speed = this.#measured.recentSpeed(trajectory);
    return speed && 3.6 * speed.metresPerSecond;
  }

  #metresOf(queued: readonly VehicleTrajectory[]): number | null {
    const { ground, footEnd } = this.#measured;
    if (!ground?.measured) return null;
    const extents = queued.flatMap((trajectory) => {
      const foot = this.#measured.along(trajectory.last);
      if (foot === null) return [];
      const length = VEHICLE_LENGTH_M[trajectory.class];
      const front = footEnd === 'front' ? foot : footEnd === 'rear' ? foot + length : foot + length / 2;
      return [{ front, rear: front - length }];
    });
    const ordered = extents.toSorted((a, b) => b.front - a.front);
    const head = ground.stopM ?? ordered[0]?.front ?? 0;
    let end = head;
    for (const { front, rear } of ordered) {
      if (end - front > LARGEST_SPACE_M) break;
      end = Math.min(end, rear);
    }
    return head - end;
  }
}
