import { availableParallelism } from 'node:os';
import { ControlClock } from '@amaan/analytics/clock/control-clock';
import type { LoopbackEndpoint } from '@amaan/analytics/live/loopback-endpoint';
import { ControlFeed } from '@amaan/analytics/permits/control-feed';
import type { Bus, Subscription } from '@amaan/bus/bus';
import {
  FACE_AUTHORISATIONS_CHANGED,
  FaceAuthorisationsChanged,
} from '@amaan/contracts/faces/live-authorisation';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { SIGNAL_SUBJECTS } from '@amaan/contracts/traffic/signal-messages';
import { EVIDENCE_ORDER_SUBJECT, EvidenceOrder } from '@amaan/contracts/violations/evidence-order';
import {
  type AssignedCamera,
  Assignment,
  type Heartbeat,
  Revocation,
  SUBJECTS,
} from '@amaan/contracts/worker-messages';
import { faceRecognition } from '@amaan/face-recognition/system';
import { numberPlates } from '@amaan/number-plates/system';
import { detectionThresholds, smartVision } from '@amaan/smart-vision/system';
import type { ObjectStore } from '@amaan/store/object-store';
import { trafficManagement } from '@amaan/traffic-management/system';
import { trafficViolations } from '@amaan/traffic-violations/system';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import { installedModels } from '@amaan/vision/models/installed-models';
import { StartGate } from '@amaan/vision/sources/start-gate';
import type { Logger } from 'pino';
import { CameraPipeline } from './camera-pipeline.ts';
import { WorkerFaces } from './faces/worker-faces.ts';
import { listenForViewers } from './live-endpoint.ts';
import { ObjectDesk } from './object-desk.ts';
import { createPlateDesk, type PlateDesk } from './plates/plate-desk.ts';
import { ReportOutbox } from './report-outbox.ts';
import { TaskQueue } from './task-queue.ts';
import { createTrackedDesk, type TrackedDesk } from './tracked-desk.ts';
import type { RiderJudges } from './violations/rider-judge.ts';
import { SignalBoard } from './violations/signal-board.ts';

const HEARTBEAT_MS = 2_000;
/** The assignment is asked for anew this often, in case an announcement was missed. */
const REFRESH_MS = 30_000;

export interface AnalyticsWorkerOptions {
  readonly bus: Bus;
  readonly objects: Pick<ObjectStore, 'put'>;
  readonly logger: Logger;
  /** Models that judge riders and drivers; left out: none. */
  readonly judges?: RiderJudges;
}

/**
 * Runs the cameras that the control plane assigns. What it was told last holds while the control plane is
 * silent; its permits end by themselves.
 */
export class AnalyticsWorker implements AsyncDisposable {
  readonly id: Identifier = newIdentifier();
  readonly #bus: Bus;
  readonly #objects: AnalyticsWorkerOptions['objects'];
  readonly #logger: Logger;
  readonly #desk: ObjectDesk;
  readonly #plateDesk: PlateDesk;
  readonly #plateModels: readonly InstalledModel[];
  readonly #trafficDesk: TrackedDesk;
  readonly #violationsDesk: TrackedDesk;
  readonly #signals: SignalBoard;
  readonly #clock: ControlClock;
  readonly #judges: RiderJudges;
  readonly #faces: WorkerFaces;
  readonly #model: InstalledModel;
  readonly #outbox: ReportOutbox;
  readonly #live: LoopbackEndpoint;
  readonly #pipelines: Map<Identifier, CameraPipeline>;
  readonly #assignments: ControlFeed<Assignment>;
  readonly #startGate = new StartGate();
  /** One process at a time makes pictures: inference comes first. */
  readonly #evidenceQueue: TaskQueue;
  readonly #subscriptions: Subscription[] = [];
  readonly #timers: NodeJS.Timeout[] = [];

  private constructor(
    options: AnalyticsWorkerOptions,
    model: InstalledModel,
    plates: readonly InstalledModel[],
    faces: readonly InstalledModel[] | null,
    pipelines: Map<Identifier, CameraPipeline>,
    live: LoopbackEndpoint,
  ) {
    this.#bus = options.bus;
    this.#objects = options.objects;
    this.#logger = options.logger;
    this.#model = model;
    this.#pipelines = pipelines;
    this.#live = live;
    this.#outbox = new ReportOutbox(options.bus, options.logger);
    this.#evidenceQueue = new TaskQueue(1, (error) =>
      options.logger.error({ err: error }, 'A piece of evidence was lost.'),
    );
    this.#assignments = new ControlFeed({
      bus: options.bus,
      ...{ subject: SUBJECTS.assignment, schema: Assignment, id: this.id },
      apply: (assignment) => this.#apply(assignment),
      logger: options.logger,
    });
    this.#desk = new ObjectDesk({
      system: smartVision,
      model,
      thresholds: detectionThresholds,
      threads: availableParallelism(),
      logger: options.logger,
    });
    this.#plateModels = plates;
    this.#plateDesk = createPlateDesk(plates, Math.max(1, availableParallelism() - 1), options.logger);
    this.#trafficDesk = createTrackedDesk(trafficManagement, model, options.logger);
    this.#violationsDesk = createTrackedDesk(trafficViolations, model, options.logger);
    this.#signals = new SignalBoard(options.bus);
    this.#clock = new ControlClock({ bus: options.bus });
    this.#judges = options.judges ?? new Map();
    this.#faces = new WorkerFaces({
      ...options,
      models: faces,
      onChange: () => {
        for (const pipeline of pipelines.values()) pipeline.followFaces();
        this.#assignments.refresh();
      },
    });
  }

  /**
   * Starts listening and asks for work.
   * @throws ModelError when the model is not installed or not what it must be.
   * @throws BusError when the bus is gone.
   */
  static async start(options: AnalyticsWorkerOptions): Promise<AnalyticsWorker> {
    const [model] = await installedModels(smartVision.models);
    const pipelines = new Map<Identifier, CameraPipeline>();
    const live = await listenForViewers((cameraId) => pipelines.get(cameraId) ?? null, options.logger);
    let worker: AnalyticsWorker | null = null;
    try {
      worker = new AnalyticsWorker(
        options,
        model!,
        await installedModels(numberPlates.models),
        await faceModels(options.logger),
        pipelines,
        live,
      );
      worker.#listen();
      return worker;
    } catch (error) {
      // Where a part of the worker could not be made, what waits for viewers is all there is to end.
      await (worker ?? live)[Symbol.asyncDispose]();
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#subscriptions.map((subscription) => subscription.stop()));
    await this.#assignments[Symbol.asyncDispose]();
    // From the last to the first, and each of them whatever becomes of the others.
    await using owned = new AsyncDisposableStack();
    const desks = this.#desks;
    const ears = [this.#signals, this.#clock];
    for (const part of [this.#live, this.#outbox, ...ears, ...desks, this.#evidenceQueue]) owned.use(part);
    owned.defer(() => disposeAll(this.#pipelines.values()));
  }

  get #desks() {
    return [this.#desk, this.#plateDesk, this.#trafficDesk, this.#violationsDesk, this.#faces];
  }

  #listen(): void {
    this.#subscriptions.push(
      this.#bus.listen(SUBJECTS.revocation, (payload) => {
        const revocation = Revocation.safeParse(payload);
        // A revocation that cannot be read still stops something: ask what holds now.
        if (revocation.success) {
          const { permitId, cameras } = revocation.data;
          for (const desk of this.#desks) desk.revoke(permitId, cameras);
        }
        this.#assignments.refresh();
      }),
      this.#bus.listen(FACE_AUTHORISATIONS_CHANGED, (payload) => {
        const changed = FaceAuthorisationsChanged.safeParse(payload);
        if (changed.success) this.#faces.authorisations.end(changed.data.ended);
        this.#faces.authorisations.refresh();
      }),
      this.#bus.listen(SUBJECTS.assignmentChanged, () => this.#assignments.refresh()),
      this.#bus.listen(EVIDENCE_ORDER_SUBJECT, (payload) => {
        const order = EvidenceOrder.safeParse(payload);
        if (!order.success) return;
        const { cameraId, observationId: id, capturedAt } = order.data;
        this.#pipelines.get(cameraId)?.keepMoment({ id, capturedAt }, capturedAt);
      }),
    );
    this.#timers.push(setInterval(() => this.#beat(), HEARTBEAT_MS));
    const refresh = () => {
      this.#assignments.refresh();
      this.#faces.authorisations.refresh();
    };
    this.#timers.push(setInterval(refresh, REFRESH_MS));
    refresh();
  }

  async #apply(assignment: Assignment): Promise<void> {
    await Promise.all(this.#desks.map((desk) => desk.apply(assignment)));
    const wanted = new Map(assignment.cameras.map((camera) => [camera.id, camera]));
    const unwanted = [...this.#pipelines].filter(([id, pipeline]) => {
      const camera = wanted.get(id);
      return !camera || !pipeline.accepts(camera);
    });
    for (const [id] of unwanted) this.#pipelines.delete(id);
    await disposeAll(unwanted.map(([, pipeline]) => pipeline));
    for (const camera of wanted.values()) this.#run(camera);
    this.#beat();
  }

  #run(camera: AssignedCamera): void {
    const running = this.#pipelines.get(camera.id);
    if (running) {
      running.setRules(camera.rules);
      running.setTraffic(camera.traffic);
      running.setEnforcement(camera);
      return;
    }
    const pipeline = new CameraPipeline({
      camera,
      desk: this.#desk,
      plateDesk: this.#plateDesk,
      trafficDesk: this.#trafficDesk,
      violations: {
        ...{ desk: this.#violationsDesk, signals: this.#signals, judges: this.#judges },
        clock: () => this.#clock.proof,
      },
      tellSignals: (states) => this.#bus.announce(SIGNAL_SUBJECTS.laneStates, states),
      faces: this.#faces.searching,
      input: this.#model.manifest.input,
      outbox: this.#outbox,
      objects: this.#objects,
      startGate: this.#startGate,
      evidenceQueue: this.#evidenceQueue,
      clockOffsetMs: () => this.#assignments.clockOffsetMs,
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
      models: Object.fromEntries(
        [this.#model, ...this.#plateModels, ...this.#faces.models].map(({ manifest, digest }) => [
          manifest.id,
          digest,
        ]),
      ),
      clock: this.#clock.proof,
      images: [...this.#pipelines.values()].flatMap((pipeline) => pipeline.takeMeasurement() ?? []),
    };
    this.#bus.announce(SUBJECTS.heartbeat, heartbeat);
  }
}

/** Null where they are not installed: then no face is searched here, and everything else goes on. */
async function faceModels(logger: Logger): Promise<readonly InstalledModel[] | null> {
  try {
    return await installedModels(faceRecognition.models);
  } catch (error) {
    logger.info({ err: error }, 'The models of facial recognition are not at hand; no face is searched.');
    return null;
  }
}

async function disposeAll(resources: Iterable<AsyncDisposable>): Promise<void> {
  await Promise.all([...resources].map((resource) => resource[Symbol.asyncDispose]()));
}
