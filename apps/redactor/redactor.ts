import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { LoopbackEndpoint } from '@amaan/analytics/live/loopback-endpoint';
import { ControlFeed } from '@amaan/analytics/permits/control-feed';
import { denialOf } from '@amaan/analytics/permits/denial-of';
import type { Bus, Subscription } from '@amaan/bus/bus';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { CoveredKind } from '@amaan/contracts/redaction/masking';
import {
  MaskingPermits,
  REDACTOR_SUBJECTS,
  type RedactorHeartbeat,
} from '@amaan/contracts/redaction/redactor-messages';
import { Revocation, SUBJECTS, type WorkerReport } from '@amaan/contracts/worker-messages';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import { redaction } from '@amaan/redaction/system';
import { installedModels } from '@amaan/vision/models/installed-models';
import type { Logger } from 'pino';
import { MaskedPictures } from './live/masked-pictures.ts';
import { MaskedStreams } from './live/masked-streams.ts';
import type { MaskingDenied } from './masking-denied.ts';
import { MaskingDesk } from './masking-desk.ts';
import { ObjectMasker } from './objects/object-masker.ts';
import { listenForServer } from './redactor-endpoint.ts';

const HEARTBEAT_MS = 2_000;
/** Permits are asked for anew this often, in case an announcement was missed. */
const REFRESH_MS = 30_000;
/** What has expired is noticed this soon, also where no picture comes. */
const RECHECK_MS = 1_000;
/** What is covered in live views. */
const LIVE_KINDS: readonly CoveredKind[] = ['face', 'plate'];

export interface RedactorOptions {
  readonly bus: Bus;
  /** Data folder of the deployment; objects lie under it while they are worked on. */
  readonly dataFolder: string;
  readonly logger: Logger;
  /** Inference threads; left out: as many as cores. */
  readonly threads?: number;
  /** Masked live views at once, each of which takes about a core; left out: half as many as cores. */
  readonly mostStreams?: number;
  readonly lingerMs?: number;
  /** How often within a minute a view may leave pictures out before pictures are shown instead. */
  readonly mostLeftOut?: number;
}

/**
 * Masks live views, pictures and clips for the server, under the permit of the AI system `redaction`. Without one that is
 * in force for a camera nothing of this camera is shown.
 */
export class Redactor implements AsyncDisposable {
  readonly id: Identifier = newIdentifier();
  readonly #options: RedactorOptions;
  readonly #desk: MaskingDesk;
  readonly #permits: ControlFeed<MaskingPermits>;
  readonly #streams: MaskedStreams;
  readonly #mostStreams: number;
  readonly #owned = new AsyncDisposableStack();
  readonly #subscriptions: Subscription[] = [];
  readonly #timers: NodeJS.Timeout[] = [];
  /** The refusal that was reported last for each camera. */
  readonly #reported = new Map<Identifier, string>();
  #endpoint: LoopbackEndpoint | null = null;

  private constructor(options: RedactorOptions, desk: MaskingDesk) {
    this.#options = options;
    this.#desk = this.#owned.use(desk);
    this.#mostStreams = options.mostStreams ?? Math.max(1, Math.floor(availableParallelism() / 2));
    this.#streams = this.#owned.use(
      new MaskedStreams({
        most: this.#mostStreams,
        admit: (cameraId) => this.#admit(cameraId),
        finderOf: (cameraId) => desk.finderOf(cameraId, LIVE_KINDS),
        onDenied: (cameraId, why) => this.#report(cameraId, why),
        ...(options.lingerMs !== undefined && { lingerMs: options.lingerMs }),
        mostLeftOut: options.mostLeftOut,
      }),
    );
    this.#permits = new ControlFeed({
      bus: options.bus,
      ...{ subject: REDACTOR_SUBJECTS.permits, schema: MaskingPermits, id: this.id },
      apply: async (permits) => {
        await desk.apply(permits);
        this.#streams.recheck();
      },
      logger: options.logger,
    });
  }

  /**
   * Starts listening and asks for permits.
   * @throws ModelError when a model is not installed or not what it must be.
   */
  static async start(options: RedactorOptions): Promise<Redactor> {
    const models = await installedModels(redaction.models);
    const threads = options.threads ?? availableParallelism();
    const redactor = new Redactor(options, new MaskingDesk(models, threads, options.logger));
    try {
      await redactor.#listen();
    } catch (error) {
      await redactor[Symbol.asyncDispose]();
      throw error;
    }
    return redactor;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#subscriptions.map((subscription) => subscription.stop()));
    await this.#permits[Symbol.asyncDispose]();
    await this.#owned[Symbol.asyncDispose]();
  }

  async #listen(): Promise<void> {
    const { bus, dataFolder, logger } = this.#options;
    const objects = this.#owned.use(await ObjectMasker.open(this.#desk, join(dataFolder, 'redactor')));
    this.#endpoint = this.#owned.use(
      await listenForServer({
        pictures: new MaskedPictures({
          admit: (cameraId) => this.#admit(cameraId),
          finderOf: (cameraId) => this.#desk.finderOf(cameraId, LIVE_KINDS),
        }),
        streams: this.#streams,
        objects,
        onDenied: (cameraId, why) => this.#report(cameraId, why),
        logger,
      }),
    );
    this.#subscriptions.push(
      bus.listen(SUBJECTS.revocation, (payload) => {
        const revocation = Revocation.safeParse(payload);
        if (revocation.success) this.#desk.revoke(revocation.data.permitId, revocation.data.cameras);
        this.#streams.recheck();
        this.#permits.refresh();
      }),
      bus.listen(SUBJECTS.assignmentChanged, () => this.#permits.refresh()),
    );
    this.#timers.push(
      setInterval(() => this.#beat(), HEARTBEAT_MS),
      setInterval(() => this.#streams.recheck(), RECHECK_MS),
      setInterval(() => this.#permits.refresh(), REFRESH_MS),
    );
    this.#permits.refresh();
    this.#beat();
  }

  #beat(): void {
    if (!this.#endpoint) return;
    const heartbeat: RedactorHeartbeat = {
      redactorId: this.id,
      at: instantOf(Date.now()),
      url: this.#endpoint.url,
      token: this.#endpoint.token,
      streams: this.#streams.size,
      mostStreams: this.#mostStreams,
    };
    this.#options.bus.announce(REDACTOR_SUBJECTS.heartbeat, heartbeat);
  }

  /** @throws PermitDenied when the camera may not be looked at now; a refusal after this one is told anew. */
  #admit(cameraId: Identifier): void {
    this.#desk.admit(cameraId);
    this.#reported.delete(cameraId);
  }

  /** A permit refused: recorded once for each camera and reason. */
  #report(cameraId: Identifier, why: MaskingDenied): void {
    const { bus, logger } = this.#options;
    if (!(why.cause instanceof PermitDenied)) {
      logger.info({ camera: cameraId, code: why.code, err: why.cause }, why.message);
      return;
    }
    if (this.#reported.get(cameraId) === why.cause.message) return;
    this.#reported.set(cameraId, why.cause.message);
    const denial = denialOf(why.cause, redaction.id, cameraId, this.#desk.standing);
    const payload: WorkerReport = { type: 'denial', denial };
    bus.publish(SUBJECTS.reports, [{ id: denial.id, payload }]).catch((error) => {
      logger.error({ err: error }, 'A denial could not be reported.');
    });
  }
}
