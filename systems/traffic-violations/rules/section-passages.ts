import type { Identifier } from '@amaan/contracts/identifier';
import type { EnforcementRuleOf } from '@amaan/contracts/violations/enforcement';
import type { LineCrossed } from '@amaan/contracts/violations/suspected-violation';
import { TrackMemory } from '@amaan/vision/tracking/track-memory';
import { frontPassage, lineCrossed, type PassageWatch } from '../detection/passage.ts';
import { isFor, type RuleContext, type WatchMoment } from '../detection/rule-watch.ts';
import type { VehicleSight, WatchedVehicle } from '../detection/watched-vehicle.ts';
import { trafficViolations } from '../system.ts';
import { laneOf, passageDoubt } from './entered.ts';

/** A vehicle at one end of a section of road. Its mean speed is found where both ends are known, by its plate. */
export interface SectionPassage {
  readonly ruleId: string;
  readonly sectionId: Identifier;
  readonly end: 'entry' | 'exit';
  readonly crossing: LineCrossed;
  /** The vehicle at the line. */
  readonly sight: VehicleSight;
}

/** Vehicles over the line at one end of a section. */
export class SectionWatch {
  readonly #rule: EnforcementRuleOf<'average-speed'>;
  readonly #context: RuleContext;
  readonly #lines = new TrackMemory<PassageWatch | null>();

  constructor(rule: EnforcementRuleOf<'average-speed'>, context: RuleContext) {
    this.#rule = rule;
    this.#context = context;
  }

  step(vehicles: readonly WatchedVehicle[], moment: WatchMoment): SectionPassage[] {
    const passed = vehicles.flatMap((vehicle) => this.#follow(vehicle, moment));
    this.#lines.forget(moment.seconds);
    return passed;
  }

  #follow(vehicle: WatchedVehicle, { seconds, capturedAt, unixOf }: WatchMoment): SectionPassage[] {
    const { id, sectionId, end, line, laneIds } = this.#rule;
    const watch = this.#lines.recall(vehicle.track, seconds, () => {
      const lane = laneOf(this.#rule, this.#context);
      return lane && frontPassage(line, lane, this.#context.plane, trafficViolations.thresholds.margin);
    });
    const passage = watch?.step(vehicle) ?? null;
    const { laneId } = vehicle;
    if (passage === null || laneId === null || !laneIds.includes(laneId) || !isFor(this.#rule, vehicle))
      return [];
    const doubt = passage === 'front-unknown' ? passage : passageDoubt(vehicle, passage, passage.after);
    if (passage === 'front-unknown' || doubt !== null) {
      this.#context.drop(this.#rule, doubt ?? 'front-unknown', capturedAt);
      return [];
    }
    const crossing = lineCrossed(passage, unixOf);
    return [{ ruleId: id, sectionId, end, crossing, sight: vehicle.sightAt(passage.seconds) }];
  }
}
