import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { Logger } from 'pino';
import type { ClockGuard } from '../ledger/clock-guard.ts';
import { OneAtATime } from '../one-at-a-time.ts';
import type { RegisterUpkeep } from '../register/register-upkeep.ts';
import type { AssignmentService } from './assignment-service.ts';
import type { PermitService } from './permit-service.ts';
import type { RunnableModel } from './runnable-model.ts';

/** How often permits are looked at: also how soon a camera is covered that another program registered. */
const PERMIT_INTERVAL_MS = 5_000;
/** How often model files are hashed again. */
const MODEL_INTERVAL_MS = 60_000;

export interface PermitUpkeepOptions {
  readonly register: Pick<RegisterUpkeep, 'follow'>;
  readonly readModels: () => Promise<readonly RunnableModel[]>;
  readonly permits: PermitService;
  readonly assignments: Pick<AssignmentService, 'announceChange'>;
  readonly clock: Pick<ClockGuard, 'observe'>;
  readonly publish: (update: LiveUpdate) => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Keeps permits in step with cameras, models and time, and workers in step with permits. */
export class PermitUpkeep implements AsyncDisposable {
  readonly #options: PermitUpkeepOptions;
  #models: readonly RunnableModel[] = [];
  #modelsReadAt = Number.NEGATIVE_INFINITY;
  /** Renewals run one after the other, whoever asks for them. */
  readonly #line = new OneAtATime();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: PermitUpkeepOptions) {
    this.#options = options;
  }

  /** Registers what the code has, issues what is due and goes on doing so. */
  async start(): Promise<void> {
    await this.#line.run(() => this.#renew());
    // Whatever was written before a restart and not announced any more.
    this.#options.assignments.announceChange();
    this.#timer = setInterval(() => {
      this.#line
        .run(() => this.#renew())
        .catch((error: unknown) => {
          this.#options.logger.error({ err: error }, 'permits could not be renewed; tried again soon');
        });
    }, PERMIT_INTERVAL_MS);
    this.#timer.unref();
  }

  /** After cameras or rules changed: the permit covers them before workers hear of them. */
  async followCameras(): Promise<void> {
    await this.#line.run(() => this.#renew());
    this.#options.assignments.announceChange();
    this.#options.publish({ type: 'cameras-changed' });
  }

  /** After an AI system was suspended or resumed. */
  async followSystems(): Promise<void> {
    await this.#line.run(() => this.#renew());
    this.#options.assignments.announceChange();
    this.#options.publish({ type: 'systems-changed' });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#line.settled();
  }

  async #renew(): Promise<void> {
    const { register, readModels, permits, assignments, clock, publish, now } = this.#options;
    await clock.observe();
    let sentBack = false;
    if (now() - this.#modelsReadAt >= MODEL_INTERVAL_MS) {
      this.#models = await readModels();
      sentBack = await register.follow(this.#models);
      this.#modelsReadAt = now();
    }
    const issued = await permits.renew(this.#models);
    if (!issued && !sentBack) return;
    assignments.announceChange();
    publish({ type: 'systems-changed' });
  }
}
