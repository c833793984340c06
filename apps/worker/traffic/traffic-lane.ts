import { denialOf } from '@amaan/analytics/permits/denial-of';
import type { InferenceStanding } from '@amaan/analytics/permits/inference-desk';
import type { TrackedObject } from '@amaan/contracts/detection';
import type { Digest } from '@amaan/contracts/digest';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import type { LaneStates } from '@amaan/contracts/traffic/signal-messages';
import type { TrafficIncident, TrafficIncidentEnd } from '@amaan/contracts/traffic/traffic-incident';
import type { AssignedTrafficView } from '@amaan/contracts/traffic/worker-traffic';
import type { AssignedCamera } from '@amaan/contracts/worker-messages';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import { JunctionSight } from '@amaan/traffic-management/measuring/junction-sight';
import { TrafficMeter, type TrafficReport } from '@amaan/traffic-management/measuring/traffic-meter';
import { trafficManagement } from '@amaan/traffic-management/system';
import type { Frame } from '@amaan/vision/frame';
import type { Logger } from 'pino';
import type { ReportOutbox } from '../report-outbox.ts';
import type { TrackedDesk } from '../tracked-desk.ts';
import { DriftWatch } from './drift-watch.ts';

const MINUTE_MS = 60_000;
/** Minutes whose last frame is remembered: what belongs to one is complete soon after it. */
const MINUTES_NOTED = 5;

export interface TrafficLaneOptions {
  readonly camera: Pick<AssignedCamera, 'id' | 'siteId'>;
  readonly desk: Pick<TrackedDesk, 'admit' | 'standing'>;
  readonly outbox: Pick<ReportOutbox, 'add'>;
  /** Keeps the pictures of an incident that was just noticed. */
  readonly collect: (observations: readonly Observation[]) => void;
  /** Tells signal control what is seen of the lanes of junctions now. */
  readonly tellSignals: (states: LaneStates) => void;
  readonly clockOffsetMs: () => number;
  readonly logger: Logger;
}

/** What is said of the frame that something was measured in. */
interface FrameNote {
  readonly capturedAt: Instant;
  /** Of the frame that the model saw last: where nothing moves since, it shows what is there. */
  readonly frameDigest: Digest;
  readonly standing: InferenceStanding;
}

/** A view at work. */
interface Measuring {
  readonly view: AssignedTrafficView['view'];
  readonly meter: TrafficMeter;
  readonly drift: DriftWatch;
  readonly sight: JunctionSight;
  /** By the Unix time in milliseconds of the minute: its last frame. */
  readonly notes: Map<number, FrameNote>;
  /** Incidents that go on, by what they are about. */
  readonly open: Map<string, { readonly id: Identifier; readonly capturedAt: Instant }>;
}

/**
 * The traffic of one camera: measures the tracks of its objects in the lanes that are drawn on it, under a permit of
 * traffic management. Minutes without pictures, or without a permit, are reported by nobody, and are gaps.
 */
export class TrafficLane implements Disposable {
  readonly #options: TrafficLaneOptions;
  #assigned: AssignedTrafficView | null;
  #measuring: Measuring | null = null;
  /** Why the last frame was refused; told once. */
  #refused: string | null = null;
  /** The view that could not be measured with; told once. */
  #failed: AssignedTrafficView | null = null;

  constructor(options: TrafficLaneOptions, assigned: AssignedTrafficView | null) {
    this.#options = options;
    this.#assigned = assigned;
  }

  /** Takes the view that the camera has now. With another version measuring begins anew. */
  setView(assigned: AssignedTrafficView | null): void {
    const before = this.#assigned;
    this.#assigned = assigned;
    if (before?.view.id === assigned?.view.id && before?.view.version === assigned?.view.version) return;
    this.pause();
  }

  /** Whether the camera stands where it stood when its lanes were drawn, as far as is known. */
  get holds(): boolean {
    return this.#measuring?.drift.holds ?? this.#assigned?.moved !== true;
  }

  /**
   * Measures a frame.
   * @param frameDigest of the frame that the model saw last
   */
  look(frame: Frame, objects: readonly TrackedObject[], frameDigest: Digest): void {
    const assigned = this.#assigned;
    if (assigned === null || assigned === this.#failed) return;
    try {
      const { desk, camera } = this.#options;
      const standing = desk.admit(camera.id);
      this.#refused = null;
      this.#measuring ??= begin(camera.id, assigned);
      this.#measure(this.#measuring, frame, objects, { frameDigest, standing });
    } catch (error) {
      if (error instanceof PermitDenied) this.#deny(error);
      else this.#fail(assigned, error);
    }
  }

  /** Reports what was measured until now, and begins anew with the next frame: no picture comes, or may be looked at. */
  pause(): void {
    const measuring = this.#measuring;
    this.#measuring = null;
    if (measuring) this.#report(measuring, measuring.meter.finish());
  }

  [Symbol.dispose](): void {
    this.pause();
  }

  #measure(
    measuring: Measuring,
    frame: Frame,
    objects: readonly TrackedObject[],
    seen: Pick<FrameNote, 'frameDigest' | 'standing'>,
  ): void {
    const { meter, notes } = measuring;
    const capturedAt = Math.round(frame.capturedAt);
    notes.set(capturedAt - (capturedAt % MINUTE_MS), { capturedAt: instantOf(capturedAt), ...seen });
    for (const minute of notes.keys()) {
      if (notes.size <= MINUTES_NOTED) break;
      notes.delete(minute);
    }
    this.#watch(measuring, frame);
    this.#report(measuring, meter.update(objects, frame.streamSeconds, capturedAt));
    const states = measuring.sight.isNeeded ? measuring.sight.look(meter.now(), capturedAt) : null;
    if (states) this.#options.tellSignals(states);
  }

  #watch({ view, drift, meter }: Measuring, frame: Frame): void {
    const { camera, outbox } = this.#options;
    const news = drift.look(frame);
    meter.setCalibrationHolds(drift.holds);
    const about = { cameraId: camera.id, viewId: view.id, version: view.version };
    if (news.anchors) outbox.add({ type: 'calibration-anchors', taken: { ...about, anchors: news.anchors } });
    if (news.drift) {
      const at = instantOf(Math.round(frame.capturedAt));
      outbox.add({ type: 'calibration-drift', drifted: { ...about, at, drift: news.drift } });
    }
  }

  #report(measuring: Measuring, { minutes, incidents, ends }: TrafficReport): void {
    const { outbox, collect } = this.#options;
    for (const minute of minutes) {
      const note = measuring.notes.get(Date.parse(minute.from));
      if (!note) continue;
      const origin = this.#originOf(measuring, note);
      outbox.add({ type: 'observation', observation: { ...origin, kind: 'lane-measured', minute } });
    }
    const note = [...measuring.notes.values()].at(-1);
    if (!note) return;
    const noticed: Observation[] = [];
    for (const incident of incidents) {
      const observation: Observation = {
        ...this.#originOf(measuring, note),
        kind: 'traffic-incident',
        incident,
      };
      const { id, capturedAt } = observation;
      measuring.open.set(keyOf(incident), { id, capturedAt });
      outbox.add({ type: 'observation', observation });
      noticed.push(observation);
    }
    if (noticed.length > 0) collect(noticed);
    for (const end of ends) this.#end(measuring, end);
  }

  #end({ open }: Measuring, end: TrafficIncidentEnd): void {
    const { outbox, camera } = this.#options;
    const key = keyOf(end);
    const known = open.get(key);
    if (!known) return;
    open.delete(key);
    const over = {
      ...{ observationId: known.id, capturedAt: known.capturedAt },
      ...{ cameraId: camera.id, ended: end.ended },
    };
    outbox.add({ type: 'traffic-incident-over', over });
  }

  #originOf({ view }: Measuring, { standing, frameDigest, capturedAt }: FrameNote) {
    const { camera, clockOffsetMs } = this.#options;
    return {
      ...standing,
      ...{ id: newIdentifier(), system: trafficManagement.id, frameDigest, capturedAt },
      ...{ cameraId: camera.id, siteId: camera.siteId, clockOffsetMs: clockOffsetMs(), simulated: false },
      view: { id: view.id, version: view.version },
    };
  }

  /** Measuring was refused: what was measured before is reported under the permit of then, the refusal once. */
  #deny(error: PermitDenied): void {
    const { desk, camera, outbox } = this.#options;
    const last = [...(this.#measuring?.notes.values() ?? [])].at(-1)?.standing ?? null;
    this.pause();
    if (this.#refused === error.message) return;
    this.#refused = error.message;
    const denial = denialOf(error, trafficManagement.id, camera.id, desk.standing ?? last);
    outbox.add({ type: 'denial', denial });
  }

  #fail(assigned: AssignedTrafficView, error: unknown): void {
    this.#failed = assigned;
    this.#measuring = null;
    this.#options.logger.error(
      { err: error, view: assigned.view.id, version: assigned.view.version },
      'Traffic cannot be measured with the lanes of this camera; they have to be drawn anew.',
    );
  }
}

/** @throws CalibrationError where lanes and calibration contradict each other */
function begin(cameraId: Identifier, { view, moved }: AssignedTrafficView): Measuring {
  return {
    view,
    meter: new TrafficMeter(view),
    drift: new DriftWatch(view, moved),
    sight: new JunctionSight(cameraId, view),
    notes: new Map(),
    open: new Map(),
  };
}

/** What an incident and its end have alike. */
function keyOf(about: TrafficIncident | TrafficIncidentEnd): string {
  const track = 'track' in about ? about.track : (about.object?.track ?? null);
  return `${about.kind} ${about.laneId} ${track} ${about.began}`;
}
