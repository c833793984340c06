import type { LiveFeed, LiveViewer } from '@amaan/analytics/live/live-feed';
import { denialOf } from '@amaan/analytics/permits/denial-of';
import type { InferenceStanding } from '@amaan/analytics/permits/inference-desk';
import type { CameraStatus } from '@amaan/contracts/camera';
import type { TrackedObject } from '@amaan/contracts/detection';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { ModelManifest } from '@amaan/contracts/model-manifest';
import type { ImageMeasurement } from '@amaan/contracts/monitoring';
import type { Observation } from '@amaan/contracts/observation';
import type { SceneRule } from '@amaan/contracts/scene-rule';
import type { LaneStates } from '@amaan/contracts/traffic/signal-messages';
import type { AssignedCamera } from '@amaan/contracts/worker-messages';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import { SceneAnalyser } from '@amaan/smart-vision/scene-analyser';
import { smartVision, trackerOptions } from '@amaan/smart-vision/system';
import { toObjectSeen, toObservation } from '@amaan/smart-vision/to-observation';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Frame } from '@amaan/vision/frame';
import { MotionGate } from '@amaan/vision/motion/motion-gate';
import { type AnalysedFrame, analyseFrames } from '@amaan/vision/pipeline/object-pipeline';
import type { StartGate } from '@amaan/vision/sources/start-gate';
import { ByteTracker } from '@amaan/vision/tracking/byte-tracker';
import type { EndedTrack } from '@amaan/vision/tracking/track';
import type { Logger } from 'pino';
import { CameraStream } from './camera-stream.ts';
import { EvidenceCollector, type Evidenced } from './evidence-collector.ts';
import { FaceLane, type FaceLaneOptions } from './faces/face-lane.ts';
import { ImageGauge } from './image-gauge.ts';
import { type InferredFrame, InferredFrames } from './inferred-frames.ts';
import type { ObjectDesk } from './object-desk.ts';
import type { PlateDesk } from './plates/plate-desk.ts';
import { PlateLane } from './plates/plate-lane.ts';
import type { ReportOutbox } from './report-outbox.ts';
import type { TaskQueue } from './task-queue.ts';
import type { TrackedDesk } from './tracked-desk.ts';
import { TrafficLane } from './traffic/traffic-lane.ts';
import { ViolationLane, type ViolationLaneOptions } from './violations/violation-lane.ts';
import { violationSpan } from './violations/violation-span.ts';

/** Frames on which plates are read fit into this many pixels: letters of a car 15 m away are 20 high. */
const PLATE_FIT = { width: 1280, height: 1280 };

/** The same for frames on which faces are searched: fewer pixels would leave too few of a face some metres away. */
const FACE_FIT = { width: 1920, height: 1920 };

/** What enforcement of rules works with. */
export type ViolationWatching = Pick<ViolationLaneOptions, 'desk' | 'signals' | 'clock' | 'judges'>;

/** Where faces are looked at and searched. */
export type FaceSearching = Pick<FaceLaneOptions, 'desk' | 'authorisations' | 'searcher'>;

export interface CameraPipelineOptions {
  readonly camera: AssignedCamera;
  readonly desk: Pick<ObjectDesk, 'detect' | 'admit' | 'standing'>;
  /** Where plates are read; null where there are no models for it. */
  readonly plateDesk: PlateDesk | null;
  /** What permits that traffic is measured. Whether it is on this camera its lanes say. */
  readonly trafficDesk: Pick<TrackedDesk, 'admit' | 'standing'>;
  /** What permits that rules are enforced, and what they are enforced by. Whether they are here the camera's plan says. */
  readonly violations: ViolationWatching;
  /** Tells signal control what is seen of the lanes of junctions now. */
  readonly tellSignals: (states: LaneStates) => void;
  /** Null where faces cannot be searched. Whether they are on this camera its authorisations say. */
  readonly faces: FaceSearching | null;
  /** The model's input: frames are scaled to fit it, unless plates are to be read or faces searched on them. */
  readonly input: Pick<ModelManifest['input'], 'width' | 'height'>;
  readonly outbox: Pick<ReportOutbox, 'add'>;
  readonly objects: Pick<ObjectStore, 'put'>;
  readonly startGate: StartGate;
  readonly evidenceQueue: TaskQueue;
  readonly clockOffsetMs: () => number;
  readonly logger: Logger;
}

/** One camera from its pictures to observations. */
export class CameraPipeline implements LiveFeed, AsyncDisposable {
  readonly #options: CameraPipelineOptions;
  readonly #stream: CameraStream;
  readonly #evidence: EvidenceCollector;
  readonly #tracker = new ByteTracker(trackerOptions);
  readonly #gate = new MotionGate();
  readonly #inferred = new InferredFrames();
  readonly #analyser: SceneAnalyser;
  readonly #gauge: ImageGauge;
  readonly #plates: PlateLane | null;
  /** Null unless an authorisation covered the camera when this began. */
  readonly #faces: FaceLane | null;
  readonly #traffic: TrafficLane;
  readonly #violations: ViolationLane;
  readonly #running: Promise<void>;
  #rules: readonly SceneRule[];
  /** The last frame that the model saw: where nothing moves since, it shows what is there. */
  #seen: { readonly frame: Frame; readonly inferred: InferredFrame } | null = null;
  /** The frame at hand, seen by the model or refused. */
  #frame: Frame | null = null;
  /** Of the frame at hand, on the stream's clock. */
  #nowSeconds = 0;
  /** Unix time in milliseconds of the stream's second 0. */
  #streamBegan = 0;
  #denied: PermitDenied | null = null;
  /** The permit that this camera was analysed under last. */
  #standing: InferenceStanding | null = null;
  /** Why the last frame could not be analysed; told once, not with every frame. */
  #failure: string | null = null;

  constructor(options: CameraPipelineOptions) {
    this.#options = options;
    const { camera, input, startGate, logger, objects, outbox, evidenceQueue } = options;
    this.#rules = camera.rules;
    this.#analyser = new SceneAnalyser(camera.rules);
    this.#gauge = new ImageGauge(camera.id);
    this.#plates =
      camera.readsPlates && options.plateDesk ? new PlateLane({ ...options, desk: options.plateDesk }) : null;
    this.#faces = this.#isFaceSearched ? new FaceLane({ ...options, ...options.faces! }) : null;
    const plateFit = camera.readsPlates ? PLATE_FIT : { width: input.width, height: input.height };
    this.#stream = new CameraStream({
      camera,
      fit: this.#faces ? FACE_FIT : plateFit,
      startGate,
      logger,
    });
    this.#evidence = new EvidenceCollector({
      ring: this.#stream.ring,
      objects,
      outbox,
      queue: evidenceQueue,
      logger,
    });
    this.#traffic = new TrafficLane(
      {
        ...{ ...options, desk: options.trafficDesk },
        collect: (observations) => this.#collect(observations),
      },
      camera.traffic,
    );
    this.#violations = new ViolationLane(
      { ...options, ...options.violations, evidence: this.#evidence },
      camera,
    );
    this.#running = this.#run();
  }

  /** Whether this pipeline can go on for the camera as it is assigned now; otherwise it has to begin anew. */
  accepts(camera: AssignedCamera): boolean {
    const { url, analysisRate, readsPlates, siteId, enforcement } = this.#options.camera;
    return (
      camera.url === url &&
      camera.analysisRate === analysisRate &&
      camera.readsPlates === readsPlates &&
      camera.siteId === siteId &&
      // More of its video is kept where rules are enforced.
      (camera.enforcement === null) === (enforcement === null) &&
      this.#isFaceSearched === (this.#faces !== null)
    );
  }

  /** Lets go of every face when no authorisation covers the camera any more. */
  followFaces(): void {
    if (!this.#isFaceSearched) this.#faces?.drop();
  }

  setRules(rules: readonly SceneRule[]): void {
    this.#rules = rules;
    this.#analyser.setRules(rules);
  }

  setTraffic(assigned: AssignedCamera['traffic']): void {
    this.#traffic.setView(assigned);
  }

  setEnforcement(camera: AssignedCamera): void {
    this.#violations.setPlan(camera);
  }

  /** Keeps the pictures of a moment that something was suspected of elsewhere. @param at by this worker's clock */
  keepMoment(observation: Evidenced, at: Instant): void {
    const seconds = (Date.parse(at) - this.#streamBegan) / 1000;
    this.#evidence.collectSpan(observation, violationSpan(null, seconds));
  }

  get status(): CameraStatus {
    return { ...this.#stream.status, inferenceDenied: this.#denied?.message ?? null };
  }

  /** How the pictures are, when that was measured anew; null in between. */
  takeMeasurement(): ImageMeasurement | null {
    return this.#gauge.take();
  }

  picture(): Promise<Uint8Array | null> {
    return this.#stream.picture();
  }

  watch(viewer: LiveViewer): () => void {
    return this.#stream.watch(viewer);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stream[Symbol.asyncDispose]();
    await this.#running;
    this.#traffic[Symbol.dispose]();
    this.#violations[Symbol.dispose]();
    await this.#plates?.[Symbol.asyncDispose]();
    await this.#faces?.[Symbol.asyncDispose]();
    await this.#evidence[Symbol.asyncDispose]();
  }

  get #isFaceSearched(): boolean {
    const { faces, camera } = this.#options;
    return faces !== null && faces.authorisations.covering(camera.id).length > 0;
  }

  /** Analyses until the stream ends. A frame that was refused, or on which the model failed, ends nothing. */
  async #run(): Promise<void> {
    const { desk, camera } = this.#options;
    const frames = this.#stream.frames();
    const next = async () => {
      const result = await frames.next();
      if (!result.done) {
        this.#frame = result.value;
        this.#gauge.look(result.value, this.#stream.status);
      }
      return result;
    };
    // Without `return`, so that an error in the middle does not close the camera.
    const open = { [Symbol.asyncIterator]: () => ({ next }) };
    const pipeline = { detector: desk, tracker: this.#tracker, gate: this.#gate, cameraId: camera.id };
    for (let isOver = false; !isOver; ) {
      try {
        for await (const analysed of analyseFrames(open, pipeline)) this.#report(analysed);
        isOver = true;
      } catch (error) {
        if (error instanceof PermitDenied) this.#deny(error);
        else this.#fail(error);
      }
    }
    this.#tracker.finish();
    this.#reportEnded(this.#tracker.ended());
  }

  /** @throws PermitDenied when nothing may be reported any more, though the frame may have been analysed. */
  #report({ frame, inferred, objects, ended }: AnalysedFrame): void {
    const { desk, camera, outbox } = this.#options;
    this.#streamBegan = frame.capturedAt - frame.streamSeconds * 1000;
    this.#reportEnded(ended);
    const standing = desk.admit(camera.id);
    this.#tellObjects(frame, objects);
    if (inferred) {
      this.#denied = null;
      this.#failure = null;
      this.#standing = standing;
      this.#seen = { frame, inferred: this.#inferred.add(frame, objects, standing) };
      this.#plates?.look(frame, objects);
      this.#faces?.look(frame, objects);
    } else this.#faces?.rest(frame.streamSeconds);
    // The tracker rests only after the detector has seen a first frame.
    if (!this.#seen) return;
    this.#nowSeconds = frame.streamSeconds;
    const { frameDigest } = this.#seen.inferred;
    this.#traffic.look(frame, objects, frameDigest);
    this.#violations.look(frame, objects, frameDigest, this.#traffic.holds);
    const origin = this.#originOf(this.#seen.inferred);
    const events = this.#analyser.update(objects, frame.streamSeconds, frame.capturedAt);
    const observations = events.map((event) => toObservation(event, origin));
    for (const observation of observations) outbox.add({ type: 'observation', observation });
    const toJudge = observations.filter((observation) => this.#wantsReview(observation));
    if (toJudge.length > 0) this.#collect(toJudge);
  }

  /** Keeps the pictures of observations of the frame at hand. */
  #collect(observations: readonly Observation[]): void {
    if (this.#seen) this.#evidence.collect(this.#seen.frame, this.#nowSeconds, observations);
  }

  /** Under the permit of the moment that is reported, whatever has become of that permit since. */
  #reportEnded(ended: readonly EndedTrack[]): void {
    for (const track of ended) {
      const best = this.#inferred.takeBest(track.object.track, track.bestSeconds);
      if (!best) continue;
      const observation = toObjectSeen(
        track,
        this.#originOf(best),
        (streamSeconds) => this.#streamBegan + streamSeconds * 1000,
      );
      this.#options.outbox.add({ type: 'observation', observation });
    }
  }

  #originOf({ standing, frameDigest }: InferredFrame) {
    const { camera, clockOffsetMs } = this.#options;
    return {
      ...standing,
      frameDigest,
      cameraId: camera.id,
      siteId: camera.siteId,
      clockOffsetMs: clockOffsetMs(),
      simulated: false,
    };
  }

  #tellObjects({ streamSeconds, capturedAt }: Frame, objects: TrackedObject[]): void {
    this.#stream.tell({
      type: 'objects',
      streamSeconds,
      capturedAt: instantOf(Math.round(capturedAt)),
      objects,
    });
  }

  #wantsReview(observation: Observation): boolean {
    if (!('rule' in observation)) return false;
    return this.#rules.some((rule) => rule.id === observation.rule.id && rule.alert);
  }

  /** Inference was refused: recorded once for each reason, shown as long as it lasts. */
  #deny(error: PermitDenied): void {
    const { desk, camera, outbox } = this.#options;
    const isNew = this.#denied?.message !== error.message;
    this.#denied = error;
    this.#traffic.pause();
    this.#violations.pause();
    this.#seen = null;
    this.#tracker.finish();
    this.#reportEnded(this.#tracker.ended());
    if (this.#frame) this.#tellObjects(this.#frame, []);
    if (!isNew) return;
    const denial = denialOf(error, smartVision.id, camera.id, desk.standing ?? this.#standing);
    outbox.add({ type: 'denial', denial });
  }

  #fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (message === this.#failure) return;
    this.#failure = message;
    this.#options.logger.error({ err: error }, 'A frame was not analysed; the next one is tried.');
  }
}
