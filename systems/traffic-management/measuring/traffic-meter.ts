import type { TrackedObject } from '@amaan/contracts/detection';
import { type LaneMinute, VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { TrafficIncident, TrafficIncidentEnd } from '@amaan/contracts/traffic/traffic-incident';
import type { CheckedTrafficView, LaneId } from '@amaan/contracts/traffic/traffic-view';
import { GroundPlane } from '@amaan/road/calibration/ground-plane';
import { MeasuredLane } from '@amaan/road/measuring/measured-lane';
import { VehicleTrajectory } from '@amaan/road/measuring/vehicle-trajectory';
import { IncidentWatch } from '../incidents/incident-watch.ts';
import { trafficManagement } from '../system.ts';
import { LaneMeter, type Moment } from './lane-meter.ts';

/** What is new after a frame. */
export interface TrafficReport {
  /** Minutes that are over, with all that belongs to them. */
  readonly minutes: readonly LaneMinute[];
  readonly incidents: readonly TrafficIncident[];
  readonly ends: readonly TrafficIncidentEnd[];
}

/** One vehicle of a lane as it is now. */
export interface LaneVehicle {
  readonly class: VehicleClass;
  /** The same vehicle keeps it while it is seen; it means nothing elsewhere. */
  readonly track: number;
  /** To the stop line, or to the counting line where there is none; null without a calibration. */
  readonly distanceM: number | null;
  readonly speedKmh: number | null;
}

/** A lane as it is now: what signal control plans with. */
export interface LaneNow {
  readonly laneId: LaneId;
  readonly vehicles: readonly LaneVehicle[];
  readonly queueVehicles: number;
  readonly queueMetres: number | null;
  /** How far before the stop line vehicles are seen and placed; null without a calibration that holds. */
  readonly rangeM: number | null;
}

/** A longer time without a frame was not watched. */
const LONGEST_STEP_SECONDS = 2;
/** A vehicle that was not seen for longer is gone: the tracker waits no longer either. */
const GONE_SECONDS = 2.5;

/**
 * One camera's view at work: tracked objects in, minutes of lanes and incidents out. Pure: no I/O and no clock but the
 * frames'.
 *
 * @example
 * const meter = new TrafficMeter(view);
 * const { minutes, incidents } = meter.update(objects, frame.streamSeconds, frame.capturedAt);
 */
export class TrafficMeter {
  readonly #plane: GroundPlane | null;
  readonly #lanes: readonly LaneMeter[];
  readonly #incidents: IncidentWatch;
  #trajectories = new Map<number, VehicleTrajectory>();
  #calibrationHolds = true;
  #moment: Moment | null = null;

  /** @throws CalibrationError where a lane lies outside of what the calibration describes. */
  constructor(view: CheckedTrafficView) {
    const { thresholds } = trafficManagement;
    this.#plane = view.calibration && new GroundPlane(view.calibration.input);
    this.#lanes = view.lanes.map(
      (lane) =>
        new LaneMeter(new MeasuredLane(lane, this.#plane, thresholds.speedErrorKmh), {
          belowKmh: thresholds.queueBelowKmh,
          untilKmh: thresholds.queueUntilKmh,
          margin: thresholds.margin,
          speedErrorKmh: thresholds.speedErrorKmh,
        }),
    );
    this.#incidents = new IncidentWatch(view, this.#lanes);
  }

  /** Says whether the calibration still holds. While it does not, nothing is told in metres. */
  setCalibrationHolds(holds: boolean): void {
    this.#calibrationHolds = holds;
  }

  /**
   * Takes the tracked objects of one frame.
   * @param streamSeconds the frame's time on the stream's clock; where it goes back the stream has begun anew
   * @param capturedAt when the camera saw the frame, Unix time in milliseconds
   */
  update(objects: readonly TrackedObject[], streamSeconds: number, capturedAt: number): TrafficReport {
    const step = this.#moment ? streamSeconds - this.#moment.seconds : Number.POSITIVE_INFINITY;
    if (step < 0) this.#trajectories.clear();
    const isPause = step <= 0 || step > LONGEST_STEP_SECONDS;
    const moment: Moment = {
      seconds: streamSeconds,
      capturedAt,
      stepSeconds: isPause ? null : step,
      usesGround: this.#plane !== null && this.#calibrationHolds,
    };
    this.#moment = moment;
    const vehicles = this.#follow(objects, streamSeconds);
    for (const lane of this.#lanes) lane.step(vehicles, moment);
    const { incidents, ends } = this.#incidents.step(vehicles, objects, moment);
    return { minutes: this.#lanes.flatMap((lane) => lane.close(capturedAt)), incidents, ends };
  }

  /** The pictures are over: what is left, the minute at hand included. */
  finish(): TrafficReport {
    const moment = this.#moment;
    if (!moment) return { minutes: [], incidents: [], ends: [] };
    const minutes = this.#lanes.flatMap((lane) => lane.finish(moment));
    return { minutes, incidents: [], ends: this.#incidents.finish(moment) };
  }

  /** The lanes as they were in the last frame. */
  now(): LaneNow[] {
    return this.#lanes.map(({ measured, queue }) => {
      const here = [...this.#trajectories.values()].filter(
        (one) => one.laneId === measured.lane.id && one.last.seconds === this.#moment?.seconds,
      );
      const stopM = measured.ground?.stopM ?? 0;
      const stretch = measured.ground?.measured;
      const isKnown = this.#moment?.usesGround === true;
      return {
        laneId: measured.lane.id,
        queueVehicles: queue.vehicles,
        queueMetres: isKnown ? queue.metres : null,
        rangeM: isKnown && stretch ? Math.max(1, stopM - stretch.from) : null,
        vehicles: here
          .filter((one) => measured.holds(one.last))
          .map((one) => {
            const along = isKnown ? measured.along(one.last) : null;
            const speed = isKnown ? measured.recentSpeed(one) : null;
            return {
              class: one.class,
              track: one.track,
              distanceM: along === null ? null : stopM - along,
              speedKmh: speed && 3.6 * speed.metresPerSecond,
            };
          }),
      };
    });
  }

  /** Brings the trajectories up to a frame; answers with those that it shows. */
  #follow(objects: readonly TrackedObject[], seconds: number): VehicleTrajectory[] {
    const seen = objects.filter((object) => VehicleClass.safeParse(object.class).success);
    const vehicles = seen.map((object) => {
      const known = this.#trajectories.get(object.track);
      if (known) known.see(object, seconds, this.#plane);
      const trajectory = known ?? new VehicleTrajectory(object, seconds, this.#plane);
      this.#trajectories.set(object.track, trajectory);
      const lane = this.#lanes.find(({ measured }) => measured.holds(trajectory.last));
      if (lane) trajectory.laneId = lane.measured.lane.id;
      return trajectory;
    });
    for (const [track, { last }] of this.#trajectories)
      if (seconds - last.seconds > GONE_SECONDS) this.#trajectories.delete(track);
    return vehicles;
  }
}
