import type { MeasuredLane } from '@amaan/road/measuring/measured-lane';
import { isMeasuredWithin } from '@amaan/road/measuring/stretch';
import type { VehicleTrajectory } from '@amaan/road/measuring/vehicle-trajectory';
import { LinePassage } from '@amaan/vision/tracking/line-passage';
import { TrackMemory } from '@amaan/vision/tracking/track-memory';

/** A vehicle that came into view later than this share of the way to the stop line has an unknown past. */
const LATEST_START_SHARE = 0.4;

interface Approach {
  readonly stop: LinePassage;
  /** Where and when it was first measured in the lane; null before that. */
  first: { readonly metres: number; readonly seconds: number } | null;
}

/**
 * Control delay of vehicles that leave over a stop line: how much longer they took from where they were first measured
 * than at the speed limit. Time lost further upstream, where the camera does not see, is not in it.
 */
export class LaneDelay {
  readonly #measured: MeasuredLane;
  readonly #margin: number;
  readonly #approaches = new TrackMemory<Approach>();

  constructor(measured: MeasuredLane, margin: number) {
    this.#measured = measured;
    this.#margin = margin;
  }

  /** Takes a frame's vehicles; answers with the delay in seconds of each that has just crossed the stop line. */
  step(vehicles: readonly VehicleTrajectory[], seconds: number): number[] {
    const { ground, lane } = this.#measured;
    const { stopLine, speedLimitKmh } = lane;
    if (!ground?.measured || ground.stopM === null || !stopLine || speedLimitKmh === null) return [];
    const { measured, stopM } = ground;
    const delays = vehicles.flatMap((trajectory) => {
      const approach = this.#approaches.recall(trajectory.track, seconds, () => ({
        stop: new LinePassage(stopLine, this.#margin),
        first: null,
      }));
      const metres = this.#measured.along(trajectory.last);
      if (metres === null) return [];
      const isOnLane = trajectory.laneId === lane.id && isMeasuredWithin(measured, metres);
      approach.first ??= isOnLane ? { metres, seconds } : null;
      const hasLeft = approach.stop.step(trajectory.object.box) === this.#measured.forwardOver(stopLine);
      const { first } = approach;
      if (!hasLeft || !first) return [];
      approach.first = null;
      if (first.metres > measured.from + LATEST_START_SHARE * (stopM - measured.from)) return [];
      return [Math.max(0, seconds - first.seconds - (metres - first.metres) / (speedLimitKmh / 3.6))];
    });
    this.#approaches.forget(seconds);
    return delays;
  }
}
