import { instantOf } from '@amaan/contracts/instant';
import type { EnforcementRuleOf } from '@amaan/contracts/violations/enforcement';
import { sideOf } from '@amaan/vision/tracking/picture-geometry';
import { TrackMemory } from '@amaan/vision/tracking/track-memory';
import { lineCrossed } from '../detection/passage.ts';
import type { Finding, RuleContext, RuleWatch, WatchMoment } from '../detection/rule-watch.ts';
import { violationBase } from '../detection/violation-base.ts';
import type { WatchedVehicle } from '../detection/watched-vehicle.ts';
import { proveRed, signalEvidence } from '../signal/signal-reading.ts';
import { trafficViolations } from '../system.ts';
import { type Entered, EntryExitWatch, passageDoubt } from './entered.ts';
import { signalWait } from './signal-wait.ts';

interface Standing {
  readonly way: EntryExitWatch;
  isDone: boolean;
}

interface Rested {
  readonly vehicle: WatchedVehicle;
  readonly entered: Entered;
  readonly from: number;
  readonly until: number;
}

/** Over the stop line while red, and standing beyond it. */
export class StopLineWatch implements RuleWatch {
  readonly #rule: EnforcementRuleOf<'stop-line'>;
  readonly #context: RuleContext;
  readonly #standing = new TrackMemory<Standing>();
  #rested: Rested[] = [];

  constructor(rule: EnforcementRuleOf<'stop-line'>, context: RuleContext) {
    this.#rule = rule;
    this.#context = context;
  }

  step(vehicles: readonly WatchedVehicle[], moment: WatchMoment): Finding[] {
    for (const vehicle of vehicles) {
      const standing = this.#standing.recall(vehicle.track, moment.seconds, () => ({
        way: new EntryExitWatch(this.#rule, this.#context),
        isDone: false,
      }));
      if (!standing.isDone) this.#follow(standing, vehicle, moment);
    }
    this.#standing.forget(moment.seconds);
    const judged = this.#rested.map((rested) => ({ rested, finding: this.#judge(rested, moment) }));
    this.#rested = judged.filter(({ finding }) => finding === 'wait').map(({ rested }) => rested);
    return judged.flatMap(({ finding }) => (finding === 'wait' || finding === null ? [] : [finding]));
  }

  #follow(standing: Standing, vehicle: WatchedVehicle, { seconds, capturedAt }: WatchMoment): void {
    const { way } = standing;
    way.step(vehicle);
    if (way.gap !== null) this.#context.drop(this.#rule, way.gap, capturedAt);
    if (way.gap !== null || way.exited !== null) standing.isDone = true;
    const { restingSince } = vehicle.trajectory;
    if (standing.isDone || way.entered === null || seconds - restingSince < this.#rule.restSeconds) return;
    // It rolls over the line before it stands: what stood on it since before was not seen coming.
    if (!this.#isFirmlyBeyond(vehicle)) return;
    standing.isDone = true;
    this.#rested.push({ vehicle, entered: way.entered, from: restingSince, until: seconds });
  }

  /** A front that is a hand's breadth over the line is none of anybody's business, and may be the detector's error. */
  #isFirmlyBeyond({ trajectory: { last, object } }: WatchedVehicle): boolean {
    const { plane } = this.#context;
    const { entry } = this.#rule;
    const { stopLineMetres, stopLineHeights } = trafficViolations.thresholds;
    const [a, b] = entry.map((at) => plane?.toGround(at) ?? null);
    if (plane && a && b && last.ground) {
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      const normal = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length] as const;
      const beyond = Math.abs((last.ground[0] - a[0]) * normal[0] + (last.ground[1] - a[1]) * normal[1]);
      return beyond > stopLineMetres + 2 * (plane.placeError(last.foot, normal) ?? 0);
    }
    const length = Math.hypot(entry[1][0] - entry[0][0], entry[1][1] - entry[0][1]);
    return Math.abs(sideOf(entry, last.foot)) / length > stopLineHeights * object.box[3];
  }

  #judge({ vehicle, entered, from, until }: Rested, moment: WatchMoment): Finding | 'wait' | null {
    const { unixOf, capturedAt } = moment;
    const { passage, laneId } = entered;
    const came = { earliest: unixOf(passage.earliest), latest: unixOf(passage.latest) };
    const rest = { earliest: unixOf(from), latest: unixOf(until) };
    const reading = signalWait(this.#context.signalOf(this.#rule), came.earliest, rest.latest, moment);
    if (reading === 'wait') return 'wait';
    const red = proveRed(reading, came, rest, this.#rule.graceMs);
    if (red === 'not-red') return null;
    const doubt = typeof red === 'string' ? red : passageDoubt(vehicle, passage, until);
    if (doubt !== null) {
      this.#context.drop(this.#rule, doubt, capturedAt);
      return null;
    }
    // Red until it had stood for long enough: whoever may go on stands there for another reason.
    if (typeof red === 'string' || red.exitMs === null) return null;
    return {
      ruleId: this.#rule.id,
      sight: vehicle.sightAt(until),
      tracks: vehicle.tracks,
      violation: {
        ...violationBase(vehicle, laneId, this.#context),
        kind: 'stop-line',
        entry: lineCrossed(passage, unixOf),
        restedFrom: instantOf(Math.round(unixOf(from))),
        restSeconds: until - from,
        signal: signalEvidence(reading, { ...red, exitMs: null }),
      },
    };
  }
}
