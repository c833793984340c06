import { denialOf } from '@amaan/analytics/permits/denial-of';
import type { InferenceStanding } from '@amaan/analytics/permits/inference-desk';
import type { TrackedObject } from '@amaan/contracts/detection';
import type { Digest } from '@amaan/contracts/digest';
import { newIdentifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { TrafficView } from '@amaan/contracts/traffic/traffic-view';
import type { EnforcementPlan } from '@amaan/contracts/violations/enforcement';
import type { ClockProof } from '@amaan/contracts/violations/signal-timeline';
import type { AssignedCamera } from '@amaan/contracts/worker-messages';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import type { Finding } from '@amaan/traffic-violations/detection/rule-watch';
import { ViolationWatch } from '@amaan/traffic-violations/detection/violation-watch';
import type { SectionPassage } from '@amaan/traffic-violations/rules/section-passages';
import { trafficViolations } from '@amaan/traffic-violations/system';
import type { Frame } from '@amaan/vision/frame';
import { cropPicture } from '@amaan/vision/image/crop-picture';
import type { Logger } from 'pino';
import type { EvidenceCollector } from '../evidence-collector.ts';
import type { ReportOutbox } from '../report-outbox.ts';
import type { TrackedDesk } from '../tracked-desk.ts';
import type { RiderJudges } from './rider-judge.ts';
import type { SignalBoard } from './signal-board.ts';
import { StillRing } from './still-ring.ts';
import { violationMoments } from './violation-moments.ts';
import { violationSpan } from './violation-span.ts';

/** Frames that are remembered by their moments, for what is found later than it happened. */
const NOTED_SECONDS = 40;
/** Counts of what was not reported are told so often. */
const GAPS_EVERY_MS = 10_000;

export interface ViolationLaneOptions {
  readonly camera: Pick<AssignedCamera, 'id' | 'siteId'>;
  readonly desk: Pick<TrackedDesk, 'admit' | 'standing'>;
  readonly outbox: Pick<ReportOutbox, 'add'>;
  readonly evidence: Pick<EvidenceCollector, 'collectSpan'>;
  readonly signals: Pick<SignalBoard, 'watchOf'>;
  /** The worker's clock against the control plane's; null: not proven, and nothing at signals is reported. */
  readonly clock: () => ClockProof | null;
  readonly judges: RiderJudges;
  readonly logger: Logger;
}

/** What is enforced on a camera, with the lanes that it was drawn upon. */
export interface AssignedEnforcement {
  readonly plan: EnforcementPlan;
  readonly view: TrafficView;
}

/** What is said of the frame that something was seen in. */
interface FrameNote {
  readonly seconds: number;
  readonly frameDigest: Digest;
  readonly standing: InferenceStanding;
}

/** A plan at work. */
interface Watching extends AssignedEnforcement {
  readonly watch: ViolationWatch;
  /** Null: nobody is forbidden to stand here for minutes. */
  readonly stills: StillRing | null;
  notes: FrameNote[];
  gapsToldAt: number;
}

/**
 * What is enforced on one camera: watches the tracks of its objects under a permit of `traffic-violations`, reports what looks
 * like a violation with pictures and clip, and counts what it does not report for want of evidence. Without permit, plan or
 * the lanes that it was drawn upon it watches nothing.
 */
export class ViolationLane implements Disposable {
  readonly #options: ViolationLaneOptions;
  #assigned: AssignedEnforcement | null;
  #watching: Watching | null = null;
  /** Why the last frame was refused; told once. */
  #refused: string | null = null;
  /** What could not be watched; told once. */
  #failed: AssignedEnforcement | null = null;
  /** Pictures that models are judging. */
  #judging = 0;

  constructor(options: ViolationLaneOptions, camera: AssignedCamera) {
    this.#options = options;
    this.#assigned = enforcementOf(camera);
  }

  /** Takes what is enforced on the camera now. With another version watching begins anew. */
  setPlan(camera: AssignedCamera): void {
    const before = this.#assigned;
    const now = enforcementOf(camera);
    const isSame =
      before?.plan.id === now?.plan.id &&
      before?.plan.version === now?.plan.version &&
      before?.view.version === now?.view.version;
    if (isSame) return;
    this.#assigned = now;
    this.pause();
  }

  /**
   * Watches a frame.
   * @param frameDigest of the frame that the model saw last
   * @param holds whether the camera stands where its lines were drawn
   */
  look(frame: Frame, objects: readonly TrackedObject[], frameDigest: Digest, holds: boolean): void {
    const assigned = this.#assigned;
    if (assigned === null || assigned === this.#failed) return;
    try {
      const { desk, camera } = this.#options;
      const standing = desk.admit(camera.id);
      this.#refused = null;
      this.#watching ??= this.#begin(assigned);
      this.#watch(this.#watching, frame, objects, holds, { frameDigest, standing });
    } catch (error) {
      if (error instanceof PermitDenied) this.#deny(error);
      else this.#fail(assigned, error);
    }
  }

  /** Forgets every vehicle, and tells what was counted: no picture comes, or may be looked at. */
  pause(): void {
    const watching = this.#watching;
    this.#watching = null;
    if (watching) this.#tellGaps(watching, undefined);
  }

  [Symbol.dispose](): void {
    this.pause();
  }

  /** @throws CalibrationError where lanes and calibration contradict each other */
  #begin(assigned: AssignedEnforcement): Watching {
    const { signals } = this.#options;
    const { plan, view } = assigned;
    const longest = Math.max(0, ...plan.rules.map((rule) => (rule.kind === 'no-parking' ? rule.seconds : 0)));
    return {
      ...assigned,
      watch: new ViolationWatch({ plan, view, signal: (source) => signals.watchOf(source) }),
      stills: longest === 0 ? null : new StillRing(longest),
      notes: [],
      gapsToldAt: 0,
    };
  }

  #watch(
    watching: Watching,
    frame: Frame,
    objects: readonly TrackedObject[],
    holds: boolean,
    seen: Pick<FrameNote, 'frameDigest' | 'standing'>,
  ): void {
    const { watch, stills } = watching;
    const { streamSeconds, capturedAt } = frame;
    watching.notes.push({ seconds: streamSeconds, ...seen });
    watching.notes = watching.notes.filter(
      ({ seconds }) => seconds <= streamSeconds && streamSeconds - seconds <= NOTED_SECONDS,
    );
    stills?.look(frame, streamSeconds);
    const { findings, passages } = watch.update({
      ...{ objects, streamSeconds, capturedAt, holds, worker: this.#options.clock() },
      picture: watch.readsLamps ? frame : null,
    });
    for (const finding of findings) this.#report(watching, finding, frame);
    for (const passage of passages) this.#pass(watching, passage);
    this.#judgeRiders(watching, frame);
    if (capturedAt - watching.gapsToldAt >= GAPS_EVERY_MS) {
      watching.gapsToldAt = capturedAt;
      this.#tellGaps(watching, capturedAt);
    }
  }

  #report(watching: Watching, { ruleId, sight, violation }: Finding, frame: Frame): void {
    const { outbox, evidence } = this.#options;
    const observation = {
      ...this.#originOf(watching, ruleId, sight.seconds, sight.capturedAt),
      kind: 'violation-suspected' as const,
      object: sight.object,
      violation,
    };
    outbox.add({ type: 'observation', observation });
    const secondsOf = (at: Instant) => frame.streamSeconds + (Date.parse(at) - frame.capturedAt) / 1000;
    const { entry, exit } = violationMoments(violation);
    const from = secondsOf(entry);
    const span = violationSpan(from, exit === null ? null : secondsOf(exit));
    const still = span.clip.from > from ? (watching.stills?.at(from) ?? null) : null;
    evidence.collectSpan(observation, { ...span, still });
  }

  /** A vehicle at one end of a section: the server finds its other end by its plate, or forgets it. */
  #pass(watching: Watching, { ruleId, sectionId, end, crossing, sight }: SectionPassage): void {
    const { outbox, clock } = this.#options;
    const { plan } = watching;
    const rule = plan.rules.find(({ id }) => id === ruleId);
    outbox.add({
      type: 'section-passage',
      passage: {
        ...this.#originOf(watching, ruleId, sight.seconds, sight.capturedAt),
        ...{ sectionId, end, crossing, object: sight.object, clock: clock() },
        laneId: rule && 'laneIds' in rule && rule.laneIds.length === 1 ? rule.laneIds[0]! : null,
        softwareVersion: `${trafficViolations.id} ${trafficViolations.version}`,
      },
    });
  }

  /** What everything that is reported says of where it comes from. */
  #originOf({ notes, plan, view }: Watching, ruleId: string, seconds: number, capturedAt: number) {
    const { camera, clock } = this.#options;
    const note = notes.findLast((one) => one.seconds <= seconds + 0.001) ?? notes[0]!;
    return {
      ...note.standing,
      ...{ id: newIdentifier(), system: trafficViolations.id, frameDigest: note.frameDigest },
      capturedAt: instantOf(Math.round(capturedAt)),
      ...{ cameraId: camera.id, siteId: camera.siteId, simulated: false },
      clockOffsetMs: clock()?.offsetMs ?? 0,
      enforcement: { planId: plan.id, version: plan.version, ruleId },
      view: { id: view.id, version: view.version },
    };
  }

  /** Has models look at riders and drivers where rules want it; one picture at a time. */
  #judgeRiders({ watch }: Watching, frame: Frame): void {
    const { judges, camera } = this.#options;
    if (judges.size === 0 || this.#judging > 0) return;
    for (const { ruleId, model, object } of watch.verdictsWanted()) {
      const judge = judges.get(model);
      if (judge === undefined) continue;
      const { width, height } = frame;
      const [x, y, w, h] = object.box;
      const vehicle = cropPicture(frame, {
        ...{ x: x * width, y: y * height, width: w * width, height: h * height },
      });
      if (vehicle === null) continue;
      this.#judging += 1;
      judge
        .judge(vehicle, camera.id)
        .then(({ verdict, confidence }) => {
          const at = instantOf(Math.round(frame.capturedAt));
          const said = { modelDigest: judge.modelDigest, at, verdict, confidence };
          watch.addVerdict(ruleId, object.track, said, frame.streamSeconds);
        })
        .catch((error: unknown) => {
          if (error instanceof PermitDenied) this.#deny(error);
          else this.#options.logger.error({ err: error, model }, 'A picture of a vehicle was not judged.');
        })
        .finally(() => {
          this.#judging -= 1;
        });
    }
  }

  #tellGaps({ watch }: Watching, now: number | undefined): void {
    const { outbox, camera } = this.#options;
    const counts = watch.takeGaps(now);
    if (counts.length === 0) return;
    const gaps = { id: newIdentifier(), cameraId: camera.id, siteId: camera.siteId, counts };
    outbox.add({ type: 'evidence-gaps', gaps });
  }

  /** Watching was refused: told once for each reason. */
  #deny(error: PermitDenied): void {
    const { desk, camera, outbox } = this.#options;
    const last = this.#watching?.notes.at(-1)?.standing ?? null;
    this.pause();
    if (this.#refused === error.message) return;
    this.#refused = error.message;
    const denial = denialOf(error, trafficViolations.id, camera.id, desk.standing ?? last);
    outbox.add({ type: 'denial', denial });
  }

  #fail(assigned: AssignedEnforcement, error: unknown): void {
    this.#failed = assigned;
    this.#watching = null;
    this.#options.logger.error(
      { err: error, plan: assigned.plan.id, version: assigned.plan.version },
      'Nothing is enforced with the lines of this camera; they have to be drawn anew.',
    );
  }
}

/** What is enforced on a camera: a plan, and just the lanes that it was drawn upon. */
function enforcementOf({ enforcement, traffic }: AssignedCamera): AssignedEnforcement | null {
  if (enforcement === null || traffic === null) return null;
  const { view } = traffic;
  const isDrawnUpon = view.id === enforcement.view.id && view.version === enforcement.view.version;
  return isDrawnUpon ? { plan: enforcement, view } : null;
}
