import type { CameraStatus } from '@amaan/contracts/camera';
import type { Digest } from '@amaan/contracts/digest';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { ModelManifest } from '@amaan/contracts/model-manifest';
import type { Observation } from '@amaan/contracts/observation';
import type { SceneRule } from '@amaan/contracts/scene-rule';
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
import { EvidenceCollector } from './evidence-collector.ts';
import { FrameDigests } from './frame-digests.ts';
import type { InferenceDesk, InferenceStanding } from './inference-desk.ts';
import type { LiveFeed, LiveViewer } from './live-feed.ts';
import type { ReportOutbox } from './report-outbox.ts';
import type { TaskQueue } from './task-queue.ts';

export interface CameraPipelineOptions {
  readonly camera: AssignedCamera;
  readonly desk: InferenceDesk;
  /** The model's input: frames are scaled to fit it. */
  readonly input: ModelManifest['input'];
  readonly outbox: ReportOutbox;
  readonly objects: ObjectStore;
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
  readonly #digests = new FrameDigests();
  readonly #analyser: SceneAnalyser;
  readonly #running: Promise<void>;
  #rules: readonly SceneRule[];
  /** The last frame that the model saw: where nothing moves since, it shows what is there. */
  #seen: { readonly frame: Frame; readonly digest: Digest } | null = null;
  /** Unix time in milliseconds of the stream's second 0. */
  #streamBegan = 0;
  #denied: PermitDenied | null = null;

  constructor(options: CameraPipelineOptions) {
    this.#options = options;
    const { camera, input, startGate, logger, objects, outbox, evidenceQueue } = options;
    this.#rules = camera.rules;
    this.#analyser = new SceneAnalyser(camera.rules);
    this.#stream = new CameraStream({
      camera,
      fit: { width: input.width, height: input.height },
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
    this.#running = this.#run();
  }

  /** Whether this pipeline can go on for the camera as it is assigned now; otherwise it has to begin anew. */
  accepts(camera: AssignedCamera): boolean {
    const { url, analysisRate, siteId } = this.#options.camera;
    return camera.url === url && camera.analysisRate === analysisRate && camera.siteId === siteId;
  }

  setRules(rules: readonly SceneRule[]): void {
    this.#rules = rules;
    this.#analyser.setRules(rules);
  }

  get status(): CameraStatus {
    return { ...this.#stream.status, inferenceDenied: this.#denied?.message ?? null };
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
  }

  /** Analyses until the stream ends. A frame that was refused, or on which the model failed, ends nothing. */
  async #run(): Promise<void> {
    const { desk, camera, logger } = this.#options;
    const frames = this.#stream.frames();
    // Without `return`, so that an error in the middle does not close the camera.
    const open = { [Symbol.asyncIterator]: () => ({ next: () => frames.next() }) };
    const pipeline = { detector: desk, tracker: this.#tracker, gate: this.#gate, cameraId: camera.id };
    for (let isOver = false; !isOver; ) {
      try {
        for await (const analysed of analyseFrames(open, pipeline)) this.#report(analysed);
        isOver = true;
      } catch (error) {
        if (error instanceof PermitDenied) this.#deny(error);
        else logger.error({ err: error }, 'A frame was not analysed.');
      }
    }
    this.#tracker.finish();
    this.#reportEnded(this.#tracker.ended());
  }

  #report({ frame, inferred, objects, ended }: AnalysedFrame): void {
    const standing = this.#options.desk.standing;
    // Shut between the inference and now: what was seen is not reported without a permit to name.
    if (!standing) return;
    this.#stream.tell({
      type: 'objects',
      streamSeconds: frame.streamSeconds,
      capturedAt: instantOf(Math.round(frame.capturedAt)),
      objects,
    });
    this.#streamBegan = frame.capturedAt - frame.streamSeconds * 1000;
    if (inferred) {
      this.#denied = null;
      this.#seen = { frame, digest: this.#digests.add(frame, objects) };
    }
    // The tracker rests only after the detector has seen a first frame.
    if (!this.#seen) return;
    const origin = { ...this.#origin(standing), frameDigest: this.#seen.digest };
    const events = this.#analyser.update(objects, frame.streamSeconds, frame.capturedAt);
    const observations = events.map((event) => toObservation(event, origin));
    for (const observation of observations) this.#options.outbox.add({ type: 'observation', observation });
    const toJudge = observations.filter((observation) => this.#wantsReview(observation));
    if (toJudge.length > 0) this.#evidence.collect(this.#seen.frame, frame.streamSeconds, toJudge);
    this.#reportEnded(ended);
  }

  #reportEnded(ended: readonly EndedTrack[]): void {
    const standing = this.#options.desk.standing;
    for (const track of ended) {
      const frameDigest = this.#digests.takeBest(track.object.track, track.bestSeconds);
      if (!standing || !frameDigest) continue;
      const observation = toObjectSeen(
        track,
        { ...this.#origin(standing), frameDigest },
        (streamSeconds) => this.#streamBegan + streamSeconds * 1000,
      );
      this.#options.outbox.add({ type: 'observation', observation });
    }
  }

  #origin(standing: InferenceStanding) {
    const { camera, clockOffsetMs } = this.#options;
    return {
      ...standing,
      cameraId: camera.id,
      siteId: camera.siteId,
      clockOffsetMs: clockOffsetMs(),
      simulated: false,
    };
  }

  #wantsReview(observation: Observation): boolean {
    if (!('rule' in observation)) return false;
    return this.#rules.some((rule) => rule.id === observation.rule.id && rule.alert);
  }

  /** Inference was refused: recorded once for each reason, shown as long as it lasts. */
  #deny(error: PermitDenied): void {
    const isNew = this.#denied?.message !== error.message;
    this.#denied = error;
    this.#tracker.finish();
    this.#reportEnded(this.#tracker.ended());
    this.#stream.tell({
      type: 'objects',
      streamSeconds: 0,
      capturedAt: instantOf(Date.now()),
      objects: [],
    });
    if (!isNew) return;
    const standing = this.#options.desk.standing;
    const denial = {
      id: newIdentifier(),
      system: smartVision.id,
      cameraId: this.#options.camera.id,
      at: instantOf(Date.now()),
      permitId: standing?.permitId ?? null,
      modelDigest: standing?.modelDigest ?? null,
      code: error.code,
      reason: error.message,
    };
    this.#options.outbox.add({ type: 'denial', denial });
  }
}
