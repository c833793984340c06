import { instantOf } from '@amaan/contracts/instant';
import type { EnforcementRuleOf } from '@amaan/contracts/violations/enforcement';
import { boxOverlap } from '@amaan/vision/tracking/box-overlap';
import { isInside } from '@amaan/vision/tracking/picture-geometry';
import {
  type Finding,
  isFor,
  type RuleContext,
  type RuleWatch,
  type WatchMoment,
} from '../detection/rule-watch.ts';
import { violationBase } from '../detection/violation-base.ts';
import type { VehicleSight, WatchedVehicle } from '../detection/watched-vehicle.ts';
import { trafficViolations } from '../system.ts';

/** What was reported in a place is not reported there again for so long. */
const REMEMBERED_SECONDS = 15;

/** A vehicle that stands in the zone. */
interface Parked {
  readonly since: number;
  /** As it stood when it came to rest. */
  readonly sight: VehicleSight;
  track: number;
  /** When it was last seen there. */
  seconds: number;
  isReported: boolean;
}

/**
 * Standing in a zone for longer than allowed. Who passes in front hides a parked vehicle again and again, and its track ends:
 * a vehicle that is found again in the same place and size within moments is the same one, for nobody parks that fast.
 */
export class NoParkingWatch implements RuleWatch {
  readonly #rule: EnforcementRuleOf<'no-parking'>;
  readonly #context: RuleContext;
  #parked: Parked[] = [];

  constructor(rule: EnforcementRuleOf<'no-parking'>, context: RuleContext) {
    this.#rule = rule;
    this.#context = context;
  }

  step(vehicles: readonly WatchedVehicle[], moment: WatchMoment): Finding[] {
    const { parkedHiddenSeconds, restSeconds } = trafficViolations.settings;
    for (const vehicle of vehicles) {
      const { trajectory } = vehicle;
      const isHere = isInside(this.#rule.zone, trajectory.last.foot);
      const rests = moment.seconds - trajectory.restingSince >= restSeconds;
      const known = this.#parked.find((one) => one.track === vehicle.track);
      if (known && isHere && this.#isSamePlace(known, vehicle)) known.seconds = moment.seconds;
      else if (!known && isHere && rests && isFor(this.#rule, vehicle)) this.#arrive(vehicle, vehicles);
    }
    // Who is not seen where it stood has left, or is hidden for longer than anybody may vouch for it.
    this.#parked = this.#parked.filter(({ seconds, isReported }) => {
      return moment.seconds - seconds <= (isReported ? REMEMBERED_SECONDS : parkedHiddenSeconds);
    });
    return vehicles.flatMap((vehicle) => this.#judge(vehicle, moment));
  }

  #arrive(vehicle: WatchedVehicle, vehicles: readonly WatchedVehicle[]): void {
    const seen = new Set(vehicles.map(({ track }) => track));
    const before = this.#parked.find((one) => !seen.has(one.track) && this.#isSamePlace(one, vehicle));
    if (before) {
      before.track = vehicle.track;
      before.seconds = vehicle.last.seconds;
      return;
    }
    const { track, last, trajectory } = vehicle;
    const { seconds } = last;
    this.#parked.push({ since: trajectory.restingSince, sight: last, track, seconds, isReported: false });
  }

  #isSamePlace({ sight }: Parked, { last }: WatchedVehicle): boolean {
    const { parkedOverlap } = trafficViolations.thresholds;
    return boxOverlap(sight.object.box, last.object.box) >= parkedOverlap;
  }

  #judge(vehicle: WatchedVehicle, { seconds, unixOf }: WatchMoment): Finding[] {
    const parked = this.#parked.find((one) => one.track === vehicle.track);
    if (!parked || parked.isReported || parked.seconds !== seconds) return [];
    if (seconds - parked.since < this.#rule.seconds) return [];
    parked.isReported = true;
    return [
      {
        ruleId: this.#rule.id,
        sight: vehicle.last,
        tracks: vehicle.tracks,
        violation: {
          ...violationBase(vehicle, null, this.#context),
          kind: 'no-parking',
          from: instantOf(Math.round(unixOf(parked.since))),
          to: instantOf(Math.round(unixOf(seconds))),
          seconds: seconds - parked.since,
          allowedSeconds: this.#rule.seconds,
        },
      },
    ];
  }
}
