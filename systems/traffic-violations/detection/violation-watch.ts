import type { TrackedObject } from '@amaan/contracts/detection';
import { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { LaneId, TrafficView } from '@amaan/contracts/traffic/traffic-view';
import type { EnforcementPlan, EnforcementRule } from '@amaan/contracts/violations/enforcement';
import type { ClockProof } from '@amaan/contracts/violations/signal-timeline';
import type { EvidenceGapCount, RiderVerdict } from '@amaan/contracts/violations/suspected-violation';
import { GroundPlane } from '@amaan/road/calibration/ground-plane';
import { MeasuredLane } from '@amaan/road/measuring/measured-lane';
import { LaneUseWatch } from '../rules/lane-use.ts';
import { NoParkingWatch } from '../rules/no-parking.ts';
import { ProhibitedTurnWatch } from '../rules/prohibited-turn.ts';
import { RedLightWatch } from '../rules/red-light.ts';
import { RiderVerdictWatch } from '../rules/rider-verdicts.ts';
import { type SectionPassage, SectionWatch } from '../rules/section-passages.ts';
import { SpeedWatch } from '../rules/speed.ts';
import { StopLineWatch } from '../rules/stop-line.ts';
import { WrongWayWatch } from '../rules/wrong-way.ts';
import { type LampPicture, readLamps } from '../signal/lamp-reader.ts';
import { LampTimeline } from '../signal/lamp-timeline.ts';
import type { SignalWatch } from '../signal/signal-reading.ts';
import { trafficViolations } from '../system.ts';
import { EvidenceGaps } from './evidence-gaps.ts';
import type { Finding, RuleContext, RuleWatch, WatchMoment } from './rule-watch.ts';
import { expectedBoxes, isAnothers, successorOf } from './track-mending.ts';
import { WatchedVehicle } from './watched-vehicle.ts';

/** What is new after a frame. */
export interface ViolationReport {
  readonly findings: readonly Finding[];
  readonly passages: readonly SectionPassage[];
}

/** What is known with a frame. */
export interface ViolationFrame {
  readonly objects: readonly TrackedObject[];
  /** The frame's time on the stream's clock; where it goes back the stream has begun anew. */
  readonly streamSeconds: number;
  /** When the camera saw it, Unix milliseconds by the worker's clock. */
  readonly capturedAt: number;
  /** The worker's clock against the control plane's; null: never measured. */
  readonly worker: ClockProof | null;
  /** False: the camera has moved since its lines were drawn, and nothing is judged by them. */
  readonly holds: boolean;
  /** For lamps that are read from the picture; null where the plan has none. */
  readonly picture: LampPicture | null;
}

export interface ViolationWatchOptions {
  readonly plan: Pick<EnforcementPlan, 'rules'>;
  /** The version of the view that the plan was drawn upon. */
  readonly view: Pick<TrafficView, 'version' | 'lanes' | 'calibration'>;
  /** What a junction's controller says of a group; asked once for each rule. */
  readonly signal: (source: { readonly junctionId: string; readonly group: string }) => SignalWatch;
}

/** A picture of a vehicle that a model should judge. */
export interface VerdictWanted {
  readonly ruleId: string;
  readonly model: string;
  readonly object: TrackedObject;
}

/** A vehicle that was not seen for longer is gone: the tracker waits no longer either. */
const GONE_SECONDS = 6;
/** After a longer pause nobody knows what happened in between. */
const LONGEST_STEP_SECONDS = 2;

/**
 * What is enforced on one camera, at work: tracked objects in, suspected violations and counted gaps of evidence out. Pure:
 * no I/O and no clock but the frames'. In doubt there is no case.
 *
 * @example
 * const watch = new ViolationWatch({ plan, view, signal: ({ junctionId, group }) => timelines.get(junctionId).group(group) });
 * const { findings } = watch.update({ objects, streamSeconds, capturedAt, worker, holds: true, picture: null });
 */
export class ViolationWatch {
  readonly #plane: GroundPlane | null;
  readonly #lanes: ReadonlyMap<LaneId, MeasuredLane>;
  readonly #rules: readonly RuleWatch[];
  readonly #sections: readonly SectionWatch[];
  readonly #lamps: readonly { readonly rule: SignalRule; readonly timeline: LampTimeline }[];
  readonly #gaps = new EvidenceGaps();
  #vehicles = new Map<number, WatchedVehicle>();
  #seconds = Number.NEGATIVE_INFINITY;

  /** @throws CalibrationError where a lane lies outside of what the calibration describes. */
  constructor({ plan, view, signal }: ViolationWatchOptions) {
    const { speedErrorKmh } = trafficViolations.thresholds;
    this.#plane = view.calibration && new GroundPlane(view.calibration.input);
    this.#lanes = new Map(
      view.lanes.map((lane) => [lane.id, new MeasuredLane(lane, this.#plane, speedErrorKmh)]),
    );
    const lamps: { rule: SignalRule; timeline: LampTimeline }[] = [];
    const signals = new Map<EnforcementRule, SignalWatch>();
    for (const rule of plan.rules) {
      if (!('signal' in rule)) continue;
      if (rule.signal.from === 'controller') signals.set(rule, signal(rule.signal));
      else {
        const timeline = new LampTimeline();
        lamps.push({ rule, timeline });
        signals.set(rule, timeline);
      }
    }
    this.#lamps = lamps;
    const context: RuleContext = {
      ...{ view, lanes: this.#lanes, plane: this.#plane },
      signalOf: (rule) => signals.get(rule)!,
      drop: (rule, reason, capturedAt) => this.#gaps.add(rule.kind, reason, capturedAt),
    };
    this.#rules = plan.rules.flatMap((rule) => ruleWatch(rule, context) ?? []);
    this.#sections = plan.rules.flatMap((rule) =>
      rule.kind === 'average-speed' ? [new SectionWatch(rule, context)] : [],
    );
  }

  /** Whether a picture is needed for the lamps on it. */
  get readsLamps(): boolean {
    return this.#lamps.length > 0;
  }

  /** Takes what one frame shows. */
  update(frame: ViolationFrame): ViolationReport {
    const { streamSeconds, capturedAt, worker, picture } = frame;
    const step = streamSeconds - this.#seconds;
    if (step <= 0 || step > LONGEST_STEP_SECONDS) this.#vehicles.clear();
    this.#seconds = streamSeconds;
    for (const { rule, timeline } of this.#lamps) {
      if (rule.signal.from !== 'picture') continue;
      timeline.add(picture && frame.holds ? readLamps(picture, rule.signal.lamps) : 'unknown', capturedAt);
    }
    if (!frame.holds) {
      this.#vehicles.clear();
      return { findings: [], passages: [] };
    }
    const moment: WatchMoment = {
      ...{ seconds: streamSeconds, capturedAt, worker },
      unixOf: (seconds) => capturedAt + 1000 * (seconds - streamSeconds),
    };
    const vehicles = this.#follow(frame.objects, moment);
    return {
      findings: this.#rules.flatMap((rule) => rule.step(vehicles, moment)),
      passages: this.#sections.flatMap((section) => section.step(vehicles, moment)),
    };
  }

  /** The vehicles of the last frame whose riders or drivers a model should judge. */
  verdictsWanted(): VerdictWanted[] {
    const here = [...new Set(this.#vehicles.values())].filter(({ last }) => last.seconds === this.#seconds);
    return this.#riders().flatMap((rule) =>
      here
        .filter((vehicle) => rule.wants(vehicle))
        .map(({ last }) => ({ ruleId: rule.ruleId, model: rule.model, object: last.object })),
    );
  }

  /** Takes what the model said of a picture that was wanted; a vehicle that is gone is not judged any more. */
  addVerdict(ruleId: string, track: number, verdict: RiderVerdict, streamSeconds: number): void {
    const vehicle = this.#vehicles.get(track);
    const rule = this.#riders().find((one) => one.ruleId === ruleId);
    if (vehicle && rule) rule.add(vehicle, verdict, streamSeconds);
  }

  /** Takes the counts of the minutes that are over. @param now Unix milliseconds; left out: all */
  takeGaps(now?: number): EvidenceGapCount[] {
    return this.#gaps.take(now);
  }

  #riders(): RiderVerdictWatch[] {
    return this.#rules.filter((rule) => rule instanceof RiderVerdictWatch);
  }

  /** Brings the vehicles up to a frame; answers with those that it shows whole. */
  #follow(objects: readonly TrackedObject[], moment: WatchMoment): WatchedVehicle[] {
    const seen = objects.filter(
      (object) => VehicleClass.safeParse(object.class).success && WatchedVehicle.isWhole(object),
    );
    const present = new Set(seen.map(({ track }) => track));
    const expected = expectedBoxes(this.#vehicles, moment.seconds);
    const vehicles = seen.map((object) => {
      const ended = this.#vehicles.has(object.track) ? null : successorOf(object, expected, present);
      // Should its old number come back, that is a vehicle of its own.
      for (const track of ended?.tracks ?? []) this.#vehicles.delete(track);
      const known = ended ?? this.#vehicles.get(object.track);
      if (known && isAnothers(object, known, expected)) known.suspect(moment.seconds);
      if (known) known.see(object, moment, this.#plane);
      const vehicle = known ?? new WatchedVehicle(object, moment, this.#plane);
      this.#vehicles.set(object.track, vehicle);
      const { last } = vehicle.trajectory;
      const lane = [...this.#lanes.values()].find((one) => one.holds(last));
      if (lane) vehicle.laneId = lane.lane.id;
      return vehicle;
    });
    for (const [track, { last }] of this.#vehicles)
      if (moment.seconds - last.seconds > GONE_SECONDS) this.#vehicles.delete(track);
    return vehicles;
  }
}

type SignalRule = Extract<EnforcementRule, { signal: unknown }>;

/** Average speed has no watch of its own here: its two ends are told apart. */
function ruleWatch(rule: EnforcementRule, context: RuleContext): RuleWatch | null {
  switch (rule.kind) {
    case 'red-light':
      return new RedLightWatch(rule, context);
    case 'stop-line':
      return new StopLineWatch(rule, context);
    case 'wrong-way':
      return new WrongWayWatch(rule, context);
    case 'speed':
      return new SpeedWatch(rule, context);
    case 'lane':
      return new LaneUseWatch(rule, context);
    case 'prohibited-turn':
      return new ProhibitedTurnWatch(rule, context);
    case 'no-parking':
      return new NoParkingWatch(rule, context);
    case 'helmet':
    case 'seat-belt':
      return new RiderVerdictWatch(rule, context);
    case 'average-speed':
      return null;
  }
}
