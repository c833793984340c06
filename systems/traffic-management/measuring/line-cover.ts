import type { Box, LineSegment } from '@amaan/contracts/geometry';
import type { MeasuredLane } from '@amaan/road/measuring/measured-lane';
import { VEHICLE_LENGTH_M } from '@amaan/road/measuring/vehicle-length';
import type { VehicleTrajectory } from '@amaan/road/measuring/vehicle-trajectory';
import { TrackMemory } from '@amaan/vision/tracking/track-memory';

/**
 * How long the counting line of a lane is covered. On a calibrated lane a vehicle covers it from its foot point over the
 * length that its class usually has, on the side that is hidden; without a calibration while the lower half of its box
 * touches the line.
 */
export class LineCover {
  readonly #measured: MeasuredLane;
  readonly #covered = new TrackMemory<{ ms: number }>();

  constructor(measured: MeasuredLane) {
    this.#measured = measured;
  }

  /** Takes a frame's vehicles; answers with the time in milliseconds that any covered the line since the last frame. */
  step(vehicles: readonly VehicleTrajectory[]): number {
    let covered = 0;
    let longest = 0;
    let now = 0;
    for (const trajectory of vehicles) {
      const { previous, last } = trajectory;
      now = last.seconds;
      if (!previous || trajectory.laneId !== this.#measured.lane.id) continue;
      const stepMs = 1000 * (last.seconds - previous.seconds);
      const ms = stepMs * this.#shareOf(trajectory);
      this.#covered.recall(trajectory.track, now, () => ({ ms: 0 })).ms += ms;
      covered += ms;
      longest = Math.max(longest, stepMs);
    }
    this.#covered.forget(now);
    // Two boxes on one line are one vehicle, or two side by side: the line is covered once.
    return Math.min(covered, longest);
  }

  /** The time that one vehicle covered the line so far; null where it was not seen to. */
  coveredMs({ track, last }: VehicleTrajectory): number | null {
    const { ms } = this.#covered.recall(track, last.seconds, () => ({ ms: 0 }));
    return ms > 0 ? ms : null;
  }

  /** What part of the time between its last two sights a vehicle covered the line. */
  #shareOf(trajectory: VehicleTrajectory): number {
    const [from, to] = [this.#measured.along(trajectory.previous!), this.#measured.along(trajectory.last)];
    if (from === null || to === null)
      return touches(this.#measured.lane.countingLine, lowerHalf(trajectory.object.box)) ? 1 : 0;
    const length = VEHICLE_LENGTH_M[trajectory.class];
    // Where the foot point may be, along the lane, for the line to be covered.
    const [low, high] = {
      front: [0, length],
      rear: [-length, 0],
      side: [-length / 2, length / 2],
    }[this.#measured.footEnd] as [number, number];
    if (Math.abs(to - from) < 1e-6) return to >= low && to <= high ? 1 : 0;
    const [enter, leave] = [(low - from) / (to - from), (high - from) / (to - from)];
    return Math.max(0, Math.min(1, Math.max(enter, leave)) - Math.max(0, Math.min(enter, leave)));
  }
}

function lowerHalf([x, y, width, height]: Box): Box {
  return [x, y + height / 2, width, height / 2];
}

/** Whether a segment has a point in a box (Liang and Barsky, 1984). */
function touches([[ax, ay], [bx, by]]: LineSegment, [x, y, width, height]: Box): boolean {
  let [from, to] = [0, 1];
  const [dx, dy] = [bx - ax, by - ay];
  for (const [way, room] of [
    [-dx, ax - x],
    [dx, x + width - ax],
    [-dy, ay - y],
    [dy, y + height - ay],
  ] as const) {
    if (way === 0 && room < 0) return false;
    if (way < 0) from = Math.max(from, room / way);
    if (way > 0) to = Math.min(to, room / way);
  }
  return from <= to;
}
