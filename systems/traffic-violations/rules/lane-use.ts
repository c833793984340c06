import { instantOf } from '@amaan/contracts/instant';
import type { EnforcementRuleOf } from '@amaan/contracts/violations/enforcement';
import { TrackMemory } from '@amaan/vision/tracking/track-memory';
import { isBodyOf } from '../detection/body-width.ts';
import { FootPassage, lineCrossed, type Passage } from '../detection/passage.ts';
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
import { passageDoubt } from './entered.ts';

interface InLane {
  readonly solid: FootPassage | null;
  /** Since when it is in one of the lanes without a break. */
  since: number | null;
  isReported: boolean;
  crossed: Passage | null;
}

/** In a lane that the vehicle's class may not use, or over a solid line. */
export class LaneUseWatch implements RuleWatch {
  readonly #rule: EnforcementRuleOf<'lane'>;
  readonly #context: RuleContext;
  readonly #vehicles = new TrackMemory<InLane>();

  constructor(rule: EnforcementRuleOf<'lane'>, context: RuleContext) {
    this.#rule = rule;
    this.#context = context;
  }

  step(vehicles: readonly WatchedVehicle[], moment: WatchMoment): Finding[] {
    const found = vehicles.flatMap((vehicle) => this.#follow(vehicle, moment));
    this.#vehicles.forget(moment.seconds);
    return found;
  }

  #follow(vehicle: WatchedVehicle, moment: WatchMoment): Finding[] {
    const { seconds } = moment;
    const { plane } = this.#context;
    const { margin } = trafficViolations.thresholds;
    const state = this.#vehicles.recall(vehicle.track, seconds, () => ({
      solid: this.#rule.solidLine && new FootPassage(this.#rule.solidLine, null, plane, margin),
      ...{ since: null, isReported: false, crossed: null },
    }));
    const passage = state.solid?.step(vehicle) ?? null;
    const isInLane = vehicle.laneId !== null && this.#rule.laneIds.includes(vehicle.laneId);
    const isOnLane = isInLane && this.#context.lanes.get(vehicle.laneId!)!.holds(vehicle.trajectory.last);
    state.since = isOnLane ? (state.since ?? seconds) : null;
    if (state.isReported || !isFor(this.#rule, vehicle)) return [];
    state.crossed ??= passage;
    // Firmly over, not a wheel on the line: it is still across it a moment later.
    const { firmSeconds } = trafficViolations.settings;
    if (passage !== null && state.crossed !== passage) state.crossed = null;
    if (state.crossed !== null && seconds - state.crossed.seconds > firmSeconds)
      return this.#report(state, vehicle, state.crossed.seconds, state.crossed, moment);
    const { since } = state;
    if (!this.#rule.forbidden.includes(vehicle.class) || since === null) return [];
    if (seconds - since < this.#rule.leastSeconds) return [];
    return this.#report(state, vehicle, since, null, moment);
  }

  #report(
    state: InLane,
    vehicle: WatchedVehicle,
    from: number,
    passage: Passage | null,
    { seconds, capturedAt, unixOf }: WatchMoment,
  ): Finding[] {
    const { longestGapSeconds } = trafficViolations.settings;
    const unsure = passage === null && !this.#isSurelyForbidden(vehicle) ? ('class-unsure' as const) : null;
    const doubt =
      unsure ??
      (passage ? passageDoubt(vehicle, passage, seconds) : vehicle.doubt(from, seconds, longestGapSeconds));
    if (doubt !== null) {
      this.#context.drop(this.#rule, doubt, capturedAt);
      // While it stays there, there is more to see of it.
      state.since = seconds;
      state.crossed = null;
      return [];
    }
    state.isReported = true;
    return [
      {
        ruleId: this.#rule.id,
        sight: passage ? vehicle.sightAt(passage.seconds) : vehicle.last,
        tracks: vehicle.tracks,
        violation: {
          ...violationBase(vehicle, vehicle.laneId, this.#context),
          kind: 'lane',
          from: instantOf(Math.round(unixOf(from))),
          to: instantOf(Math.round(unixOf(seconds))),
          crossing: passage && lineCrossed(passage, unixOf),
        },
      },
    ];
  }

  /** By what most frames say, and by its size on the ground. */
  #isSurelyForbidden(vehicle: WatchedVehicle): boolean {
    const { forbidden } = this.#rule;
    const { plane, lanes } = this.#context;
    const axis = vehicle.laneId === null ? undefined : lanes.get(vehicle.laneId)?.ground?.axis;
    const isAsWide = plane && axis ? isBodyOf(forbidden, vehicle, axis, plane) : null;
    return vehicle.shareOf(forbidden) >= trafficViolations.thresholds.classShare && isAsWide !== false;
  }
}
