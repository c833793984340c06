import { instantOf } from '@amaan/contracts/instant';
import type { LaneId } from '@amaan/contracts/traffic/traffic-view';
import type { EnforcementRuleOf } from '@amaan/contracts/violations/enforcement';
import type { MeasuredLane } from '@amaan/road/measuring/measured-lane';
import type { Sight } from '@amaan/road/measuring/vehicle-trajectory';
import { TrackMemory } from '@amaan/vision/tracking/track-memory';
import {
  type Finding,
  isFor,
  type RuleContext,
  type RuleWatch,
  type WatchMoment,
} from '../detection/rule-watch.ts';
import { violationBase } from '../detection/violation-base.ts';
import type { WatchedVehicle } from '../detection/watched-vehicle.ts';
import { trafficViolations } from '../system.ts';

/** How far a vehicle has come back along its lane: from where it was furthest in the driving direction. */
interface Against {
  laneId: LaneId | null;
  furthest: { readonly at: number; readonly seconds: number } | null;
  isReported: boolean;
}

/** Against the driving direction of a lane, steadily and far enough. */
export class WrongWayWatch implements RuleWatch {
  readonly #rule: EnforcementRuleOf<'wrong-way'>;
  readonly #context: RuleContext;
  readonly #against = new TrackMemory<Against>();

  constructor(rule: EnforcementRuleOf<'wrong-way'>, context: RuleContext) {
    this.#rule = rule;
    this.#context = context;
  }

  step(vehicles: readonly WatchedVehicle[], moment: WatchMoment): Finding[] {
    const found = vehicles.flatMap((vehicle) => this.#follow(vehicle, moment));
    this.#against.forget(moment.seconds);
    return found;
  }

  #follow(vehicle: WatchedVehicle, { seconds, capturedAt, unixOf }: WatchMoment): Finding[] {
    const against = this.#against.recall(vehicle.track, seconds, () => ({
      ...{ laneId: null, furthest: null, isReported: false },
    }));
    const { last } = vehicle.trajectory;
    const lane = this.#rule.laneIds.map((id) => this.#context.lanes.get(id)).find((one) => one?.holds(last));
    const along = lane ? alongOf(lane, last) : null;
    if (!lane || along === null || against.laneId !== lane.lane.id) against.furthest = null;
    against.laneId = lane?.lane.id ?? null;
    if (!lane || along === null || against.isReported) return [];
    if (against.furthest === null || along >= against.furthest.at) against.furthest = { at: along, seconds };
    const { furthest } = against;
    const back = furthest.at - along;
    const passed = seconds - furthest.seconds;
    if (back < this.#least(lane, last) || !isFor(this.#rule, vehicle)) return [];
    const { wrongWayKmh } = trafficViolations.thresholds;
    const speed = lane.ground ? lane.recentSpeed(vehicle.trajectory) : null;
    if (lane.ground && (!speed || 3.6 * (speed.metresPerSecond + 2 * speed.error) > -wrongWayKmh)) return [];
    if (passed < trafficViolations.settings.wrongWaySeconds) return [];
    against.isReported = true;
    const doubt = vehicle.doubt(furthest.seconds, seconds, trafficViolations.settings.longestGapSeconds);
    if (doubt) {
      this.#context.drop(this.#rule, doubt, capturedAt);
      // It may go on, and be believed from here.
      against.isReported = false;
      against.furthest = { at: along, seconds };
      return [];
    }
    return [
      {
        ruleId: this.#rule.id,
        sight: vehicle.last,
        tracks: vehicle.tracks,
        violation: {
          ...violationBase(vehicle, lane.lane.id, this.#context),
          kind: 'wrong-way',
          from: instantOf(Math.round(unixOf(furthest.seconds))),
          to: instantOf(Math.round(unixOf(seconds))),
          metres: lane.ground ? back : null,
        },
      },
    ];
  }

  /** Metres with the errors of both places; without a calibration a share of the lane as drawn. */
  #least(lane: MeasuredLane, { foot }: Sight): number {
    const { plane } = this.#context;
    if (!lane.ground || !plane) return trafficViolations.thresholds.wrongWayLaneShare;
    return this.#rule.leastMetres + 3 * (plane.placeError(foot, lane.ground.axis) ?? 0);
  }
}

/** Metres along a lane; without a calibration the share of its drawn length. */
function alongOf(lane: MeasuredLane, sight: Sight): number | null {
  if (lane.ground) return lane.along(sight);
  const [[ax, ay], [bx, by]] = lane.lane.travel;
  const [dx, dy] = [bx - ax, by - ay];
  return ((sight.foot[0] - ax) * dx + (sight.foot[1] - ay) * dy) / (dx * dx + dy * dy);
}
