import type { LaneId } from '@amaan/contracts/traffic/traffic-view';
import type { EnforcementRuleOf } from '@amaan/contracts/violations/enforcement';
import type { RiderVerdict } from '@amaan/contracts/violations/suspected-violation';
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

interface Judged {
  readonly verdicts: { readonly verdict: RiderVerdict; readonly seconds: number }[];
  laneId: LaneId | null;
  isDone: boolean;
}

/** Verdicts that are kept of one vehicle. */
const MOST_VERDICTS = 20;

/**
 * Riders without a helmet, or drivers without a belt, by the verdicts of a model on pictures of one vehicle. They all have to
 * say so, each of them surely. The rule's classes decide what is asked at all: nobody looks for a belt on a motorcycle.
 */
export class RiderVerdictWatch implements RuleWatch {
  readonly #rule: EnforcementRuleOf<'helmet' | 'seat-belt'>;
  readonly #context: RuleContext;
  readonly #judged = new TrackMemory<Judged>();
  #last: WatchMoment | null = null;

  constructor(rule: EnforcementRuleOf<'helmet' | 'seat-belt'>, context: RuleContext) {
    this.#rule = rule;
    this.#context = context;
  }

  /** The model whose verdict is asked for. */
  get model(): string {
    return this.#rule.model;
  }

  get ruleId(): string {
    return this.#rule.id;
  }

  /** Whether a picture of this vehicle should be judged now. */
  wants(vehicle: WatchedVehicle): boolean {
    const isOnLane = this.#rule.laneIds.some((id) =>
      this.#context.lanes.get(id)?.holds(vehicle.trajectory.last),
    );
    const judged = this.#stateOf(vehicle.track, vehicle.last.seconds);
    return isOnLane && !judged.isDone && judged.verdicts.length < MOST_VERDICTS && this.#isSurelyFor(vehicle);
  }

  /** Takes a verdict on a picture of a vehicle. @param seconds of the stream, when the picture was taken */
  add(vehicle: WatchedVehicle, verdict: RiderVerdict, seconds: number): void {
    if (!this.#isSurelyFor(vehicle)) {
      this.#context.drop(this.#rule, 'class-unsure', vehicle.last.capturedAt);
      return;
    }
    const judged = this.#stateOf(vehicle.track, seconds);
    if (judged.verdicts.length < MOST_VERDICTS) judged.verdicts.push({ verdict, seconds });
    if (vehicle.laneId !== null && this.#rule.laneIds.includes(vehicle.laneId))
      judged.laneId = vehicle.laneId;
  }

  step(vehicles: readonly WatchedVehicle[], moment: WatchMoment): Finding[] {
    this.#last = moment;
    const found = vehicles.flatMap((vehicle) => this.#judge(vehicle, moment));
    this.#judged.forget(moment.seconds);
    return found;
  }

  #judge(vehicle: WatchedVehicle, { seconds, capturedAt }: WatchMoment): Finding[] {
    const judged = this.#stateOf(vehicle.track, seconds);
    const { leastVerdicts, leastConfidence } = this.#rule;
    const told = judged.verdicts.filter(({ verdict }) => verdict.verdict !== 'unclear');
    if (judged.isDone || told.length < leastVerdicts) return [];
    judged.isDone = true;
    const isWithout = told.every(
      ({ verdict: { verdict, confidence } }) => verdict === 'not-worn' && confidence >= leastConfidence,
    );
    if (!isWithout) {
      // Who surely wears it is no case and no gap either.
      if (told.some(({ verdict }) => verdict.verdict === 'not-worn'))
        this.#context.drop(this.#rule, 'verdict-unsure', capturedAt);
      return [];
    }
    const [from, to] = [told[0]!.seconds, told.at(-1)!.seconds];
    const doubt = from === to ? null : vehicle.doubt(from, to, trafficViolations.settings.longestGapSeconds);
    if (doubt !== null) {
      this.#context.drop(this.#rule, doubt, capturedAt);
      return [];
    }
    return [
      {
        ruleId: this.#rule.id,
        sight: vehicle.sightAt(from),
        tracks: vehicle.tracks,
        violation: {
          ...violationBase(vehicle, judged.laneId, this.#context),
          kind: this.#rule.kind,
          verdicts: judged.verdicts.map(({ verdict }) => verdict),
        },
      },
    ];
  }

  #isSurelyFor(vehicle: WatchedVehicle): boolean {
    return (
      isFor(this.#rule, vehicle) &&
      vehicle.shareOf(this.#rule.classes) >= trafficViolations.thresholds.classShare
    );
  }

  #stateOf(track: number, seconds: number): Judged {
    const now = Math.max(seconds, this.#last?.seconds ?? seconds);
    return this.#judged.recall(track, now, () => ({ verdicts: [], laneId: null, isDone: false }));
  }
}
