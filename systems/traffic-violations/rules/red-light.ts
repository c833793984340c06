import type { EnforcementRuleOf } from '@amaan/contracts/violations/enforcement';
import { TrackMemory } from '@amaan/vision/tracking/track-memory';
import { lineCrossed, type Passage } from '../detection/passage.ts';
import type { Finding, RuleContext, RuleWatch, WatchMoment } from '../detection/rule-watch.ts';
import { violationBase } from '../detection/violation-base.ts';
import type { WatchedVehicle } from '../detection/watched-vehicle.ts';
import { proveRed, signalEvidence } from '../signal/signal-reading.ts';
import { trafficViolations } from '../system.ts';
import { type Entered, EntryExitWatch, passageDoubt } from './entered.ts';
import { signalWait } from './signal-wait.ts';

interface Passing {
  readonly way: EntryExitWatch;
  /** It stood between the two lines: what it did then is another question. */
  hasRested: boolean;
  isDone: boolean;
}

/** Gone over both lines; what the signal showed is still to come. */
interface Gone {
  readonly vehicle: WatchedVehicle;
  readonly entered: Entered;
  readonly exit: Passage;
  readonly hasRested: boolean;
}

/** Over the stop line while red, and on over an exit. */
export class RedLightWatch implements RuleWatch {
  readonly #rule: EnforcementRuleOf<'red-light'>;
  readonly #context: RuleContext;
  readonly #passing = new TrackMemory<Passing>();
  #gone: Gone[] = [];

  constructor(rule: EnforcementRuleOf<'red-light'>, context: RuleContext) {
    this.#rule = rule;
    this.#context = context;
  }

  step(vehicles: readonly WatchedVehicle[], moment: WatchMoment): Finding[] {
    for (const vehicle of vehicles) {
      const passing = this.#passing.recall(vehicle.track, moment.seconds, () => ({
        way: new EntryExitWatch(this.#rule, this.#context),
        hasRested: false,
        isDone: false,
      }));
      if (!passing.isDone) this.#follow(passing, vehicle, moment);
    }
    this.#passing.forget(moment.seconds);
    const judged = this.#gone.map((gone) => ({ gone, finding: this.#judge(gone, moment) }));
    this.#gone = judged.filter(({ finding }) => finding === 'wait').map(({ gone }) => gone);
    return judged.flatMap(({ finding }) => (finding === 'wait' || finding === null ? [] : [finding]));
  }

  #follow(passing: Passing, vehicle: WatchedVehicle, moment: WatchMoment): void {
    const { way } = passing;
    way.step(vehicle);
    if (way.gap !== null) {
      this.#context.drop(this.#rule, way.gap, moment.capturedAt);
      passing.isDone = true;
    }
    if (way.entered === null) return;
    const { restSeconds, longestPassageSeconds } = trafficViolations.settings;
    if (moment.seconds - vehicle.trajectory.restingSince > restSeconds) passing.hasRested = true;
    const isLong = moment.seconds - way.entered.passage.seconds > longestPassageSeconds;
    if (way.exited === null && !isLong) return;
    passing.isDone = true;
    if (way.exited === null) return;
    this.#gone.push({ vehicle, entered: way.entered, exit: way.exited, hasRested: passing.hasRested });
  }

  #judge({ vehicle, entered, exit, hasRested }: Gone, moment: WatchMoment): Finding | 'wait' | null {
    const { passage, laneId } = entered;
    const { unixOf, capturedAt } = moment;
    const [came, left] = [unixBounds(passage, unixOf), unixBounds(exit, unixOf)];
    const reading = signalWait(this.#context.signalOf(this.#rule), came.earliest, left.latest, moment);
    if (reading === 'wait') return 'wait';
    const red = proveRed(reading, came, left, this.#rule.graceMs);
    if (red === 'not-red') return null;
    const drop = (reason: Exclude<typeof red, object | 'not-red'>) => {
      this.#context.drop(this.#rule, reason, capturedAt);
      return null;
    };
    if (typeof red === 'string') return drop(red);
    // Who stood before the exit and left when it was green again has not gone through at red.
    if (red.exitMs === null && hasRested) return null;
    const doubt = passageDoubt(vehicle, passage, exit.after);
    if (doubt) return drop(doubt);
    return {
      ruleId: this.#rule.id,
      sight: vehicle.sightAt(passage.seconds),
      tracks: vehicle.tracks,
      violation: {
        ...violationBase(vehicle, laneId, this.#context),
        kind: 'red-light',
        entry: lineCrossed(passage, unixOf),
        exit: lineCrossed(exit, unixOf),
        signal: signalEvidence(reading, red),
      },
    };
  }
}

function unixBounds({ earliest, latest }: Passage, unixOf: (seconds: number) => number) {
  return { earliest: unixOf(earliest), latest: unixOf(latest) };
}
