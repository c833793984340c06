import type { EnforcementRuleOf } from '@amaan/contracts/violations/enforcement';
import { TrackMemory } from '@amaan/vision/tracking/track-memory';
import { lineCrossed } from '../detection/passage.ts';
import type { Finding, RuleContext, RuleWatch, WatchMoment } from '../detection/rule-watch.ts';
import { violationBase } from '../detection/violation-base.ts';
import type { WatchedVehicle } from '../detection/watched-vehicle.ts';
import { EntryExitWatch, passageDoubt } from './entered.ts';

/** From a lane over the entry, and out over an exit that leads where it must not turn to. */
export class ProhibitedTurnWatch implements RuleWatch {
  readonly #rule: EnforcementRuleOf<'prohibited-turn'>;
  readonly #context: RuleContext;
  readonly #ways = new TrackMemory<{ readonly way: EntryExitWatch; isDone: boolean }>();

  constructor(rule: EnforcementRuleOf<'prohibited-turn'>, context: RuleContext) {
    this.#rule = rule;
    this.#context = context;
  }

  step(vehicles: readonly WatchedVehicle[], moment: WatchMoment): Finding[] {
    const found = vehicles.flatMap((vehicle) => this.#follow(vehicle, moment));
    this.#ways.forget(moment.seconds);
    return found;
  }

  #follow(vehicle: WatchedVehicle, { seconds, capturedAt, unixOf }: WatchMoment): Finding[] {
    const known = this.#ways.recall(vehicle.track, seconds, () => ({
      way: new EntryExitWatch(this.#rule, this.#context),
      isDone: false,
    }));
    if (known.isDone) return [];
    const { way } = known;
    way.step(vehicle);
    known.isDone = way.exited !== null || way.gap !== null;
    if (way.entered === null || way.exited === null) return [];
    const { passage, laneId } = way.entered;
    const doubt = passageDoubt(vehicle, passage, way.exited.after);
    if (doubt !== null) {
      this.#context.drop(this.#rule, doubt, capturedAt);
      return [];
    }
    return [
      {
        ruleId: this.#rule.id,
        sight: vehicle.sightAt(way.exited.seconds),
        tracks: vehicle.tracks,
        violation: {
          ...violationBase(vehicle, laneId, this.#context),
          kind: 'prohibited-turn',
          entry: lineCrossed(passage, unixOf),
          exit: lineCrossed(way.exited, unixOf),
        },
      },
    ];
  }
}
