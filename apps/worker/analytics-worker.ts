import { availableParallelism } from 'node:os';
import type { Bus, Subscription } from '@amaan/bus/bus';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import {
  type AssignedCamera,
  Assignment,
  type AssignmentRequest,
  type Heartbeat,
  Revocation,
  SUBJECTS,
} from '@amaan/contracts/worker-messages';
import { smartVision } from '@amaan/smart-vision/system';
import type { ObjectStore } from '@amaan/store/object-store';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import { manifestOf } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';
import { StartGate } from '@amaan/vision/sources/start-gate';
import type { Logger } from 'pino';
import { CameraPipeline } from './camera-pipeline.ts';
import { InferenceDesk } from './inference-desk.ts';
import { LiveEndpoint } from './live-endpoint.ts';
import { ReportOutbox } from './report-outbox.ts';
import { TaskQueue } from './task-queue.ts';

const HEARTBEAT_MS = 2_000;
/** The assignment is asked for anew this often, in case an announcement was missed. */
const REFRESH_MS = 30_000;
/** While the control plane does not answer. */
const RETRY_MS = 1_000;

export interface AnalyticsWorkerOptions {
  readonly bus: Bus;
  readonly objects: ObjectStore;
  readonly logger: Logger;
}

/**
 * Runs the cameras that the control plane assigns. What it was told last holds while the control plane is
 * silent; its permits end by themselves.
 */
export class AnalyticsWorker implements AsyncDisposable {
  readonly id: Identifier = newIdentifier();
  readonly #bus: Bus;
  readonly #objects: ObjectStore;
  readonly #logger: Logger;
  readonly #desk: InferenceDesk;
  readonly #model: InstalledModel;
  readonly #outbox: ReportOutbox;
  readonly #live: LiveEndpoint;
  readonly #pipelines = new Map<Identifier, CameraPipeline>();
  readonly #startGate = new StartGate();
  /** One process at a time makes pictures: inference comes first. */
  readonly #evidenceQueue = new TaskQueue(1);
  readonly #subscriptions: Subscription[] = [];
  readonly #timers: NodeJS.Timeout[] = [];
  #clockOffsetMs = 0;
  #refreshing: Promise<void> = Promise.resolve();
  #stopping = false;

  private constructor(
    options: AnalyticsWorkerOptions,
    model: InstalledModel,
    pipelines: Map<Identifier, CameraPipeline>,
    live: LiveEndpoint,
  ) {
    this.#bus = options.bus;
    this.#objects = options.objects;
    this.#logger = options.logger;
    this.#model = model;
    this.#pipelines = pipelines;
    this.#live = live;
    this.#outbox = new ReportOutbox(options.bus, options.logger);
    this.#desk = new InferenceDesk({
      system: smartVision,
      model,
      thresholds: {
        confidence: smartVision.thresholds.detectorConfidence,
        overlap: smartVision.thresholds.detectorOverlap,
      },
      threads: availableParallelism(),
      logger: options.logger,
    });
  }

  /**
   * Starts listening and asks for work.
   * @throws ModelError when the model is not installed or not what it must be.
   */
  static async start(options: AnalyticsWorkerOptions): Promise<AnalyticsWorker> {
    const model = await new ModelStore().installed(await manifestOf(smartVision.models[0]));
    const pipelines = new Map<Identifier, CameraPipeline>();
    const live = await LiveEndpoint.listen((cameraId) => pipelines.get(cameraId) ?? null, options.logger);
    const worker = new AnalyticsWorker(options, model, pipelines, live);
    worker.#listen();
    return worker;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping = true;
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#subscriptions.map((subscription) => subscription.stop()));
    await this.#refreshing;
    await Promise.all([...this.#pipelines.values()].map((pipeline) => pipeline[Symbol.asyncDispose]()));
    await this.#evidenceQueue[Symbol.asyncDispose]();
    await this.#desk[Symbol.asyncDispose]();
    await this.#outbox[Symbol.asyncDispose]();
    await this.#live[Symbol.asyncDispose]();
  }

  #listen(): void {
    this.#subscriptions.push(
      this.#bus.listen(SUBJECTS.revocation, (payload) => {
        const revocation = Revocation.safeParse(payload);
        // A revocation that cannot be read still stops something: ask what holds now.
        if (revocation.success) this.#desk.revoke(revocation.data.permitId);
        this.#refresh();
      }),
      this.#bus.listen(SUBJECTS.assignmentChanged, () => this.#refresh()),
    );
    this.#timers.push(setInterval(() => this.#beat(), HEARTBEAT_MS));
    this.#timers.push(setInterval(() => this.#refresh(), REFRESH_MS));
    this.#refresh();
  }

  /** Asks for the assignment, one request after the other; a failed one is repeated. */
  #refresh(): void {
    this.#refreshing = this.#refreshing.then(async () => {
      if (this.#stopping) return;
      try {
        await this.#apply(await this.#ask());
      } catch (error) {
        const code = error instanceof AmaanError ? error.code : 'ASSIGNMENT_FAILED';
        this.#logger.warn(
          { code, err: error },
          'The control plane gave no assignment; what was assigned goes on.',
        );
        setTimeout(() => this.#refresh(), RETRY_MS).unref();
      }
    });
  }

  async #ask(): Promise<Assignment> {
    const sentAt = Date.now();
    const request: AssignmentRequest = { workerId: this.id, sentAt: instantOf(sentAt) };
    const assignment = Assignment.parse(await this.#bus.request(SUBJECTS.assignment, request));
    // Cristian's algorithm (1989): the answer's clock is taken to be from halfway between asking and hearing.
    this.#clockOffsetMs = (sentAt + Date.now()) / 2 - Date.parse(assignment.serverTime);
    return assignment;
  }

  async #apply(assignment: Assignment): Promise<void> {
    await this.#desk.apply(assignment);
    const wanted = new Map(assignment.cameras.map((camera) => [camera.id, camera]));
    for (const [id, pipeline] of this.#pipelines) {
      const camera = wanted.get(id);
      if (camera && pipeline.accepts(camera)) continue;
      this.#pipelines.delete(id);
      await pipeline[Symbol.asyncDispose]();
    }
    for (const camera of wanted.values()) this.#run(camera);
    this.#beat();
  }

  #run(camera: AssignedCamera): void {
    const running = this.#pipelines.get(camera.id);
    if (running) {
      running.setRules(camera.rules);
      return;
    }
    const pipeline = new CameraPipeline({
      camera,
      desk: this.#desk,
      input: this.#model.manifest.input,
      outbox: this.#outbox,
      objects: this.#objects,
      startGate: this.#startGate,
      evidenceQueue: this.#evidenceQueue,
      clockOffsetMs: () => this.#clockOffsetMs,
      logger: this.#logger.child({ camera: camera.id }),
    });
    this.#pipelines.set(camera.id, pipeline);
  }

  #beat(): void {
    const heartbeat: Heartbeat = {
      workerId: this.id,
      at: instantOf(Date.now()),
      liveUrl: this.#live.url,
      liveToken: this.#live.token,
      cameras: [...this.#pipelines.values()].map((pipeline) => pipeline.status),
      models: { [this.#model.manifest.id]: this.#model.digest },
    };
    this.#bus.announce(SUBJECTS.heartbeat, heartbeat);
  }
}
