import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import { PermitClock } from '@amaan/governance/permits/permit-clock';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import { PermitKeySet } from '@amaan/governance/permits/permit-keys';
import { assertCovers, assertCoversModel } from '@amaan/governance/permits/permit-scope';
import { type PermitRevocation, RevokedPermits } from '@amaan/governance/permits/revoked-permits';
import { verifyPermit } from '@amaan/governance/permits/verify-permit';
import type { InstalledModel } from '../models/installed-model.ts';
import { InferenceFailed } from './inference-failed.ts';
import { InferenceThread } from './inference-thread.ts';
import type { ThreadOrder } from './thread-messages.ts';

export interface InferencePoolOrder {
  /** How many frames are worked on at once; each takes a core. */
  readonly threads: number;
  /** The permit, a compact JWS. */
  readonly permit: string;
  /** Public permit keys as JWK: `permitKeys` of an assignment, `publicKeys` of an evaluation permit. */
  readonly keys: readonly unknown[];
  /** The AI system that the frames are analysed for. */
  readonly system: string;
  readonly models: readonly InstalledModel[];
  readonly configurationDigest: Digest;
  /** Handed to the threads as it is. */
  readonly options: unknown;
  /** The module that a thread runs, which calls `serveInferenceThread`. */
  readonly body: URL;
  /** What is known to be revoked. */
  readonly revoked?: readonly PermitRevocation[];
}

/** How a pool gets its threads and its time; for tests. */
export interface InferencePoolDependencies<Work, Result> {
  readonly startThread: (order: ThreadOrder) => Promise<InferenceThread<Work, Result>>;
  readonly now: () => Date;
}

/** Models on several threads, whose permit can be renewed and revoked while they work. */
export interface InferencePool<Work, Result> extends AsyncDisposable {
  /** The permit in force. */
  readonly claims: PermitClaims;
  /**
   * @param cameraId the camera that the work is about; null for a file under an evaluation permit.
   * @throws PermitDenied when the permit does not cover this, now.
   */
  run(work: Work, cameraId: Identifier | null): Promise<Result>;
  /**
   * Puts a fresh permit in the place of the old one, without a pause.
   * @throws PermitDenied when it does not cover this model and configuration; the old one stays.
   */
  replacePermit(token: string): Promise<void>;
  /**
   * Stops inference under this permit at once, or for these cameras of it: their frames that wait or are
   * being worked on are refused, and every thread refuses those to come.
   */
  revoke(permitId: Identifier, cameras?: readonly Identifier[] | null): void;
}

/**
 * Starts the threads, each of which opens its own session behind the permit.
 * @throws PermitDenied when the permit does not cover the model and the configuration, now.
 * @throws AmaanError `MODEL_DIGEST_MISMATCH` or `MODEL_NOT_LOADABLE`, as `openSession`.
 */
export async function createInferencePool<Work, Result>(
  order: InferencePoolOrder,
  dependencies: Partial<InferencePoolDependencies<Work, Result>> = {},
): Promise<InferencePool<Work, Result>> {
  const clock = new PermitClock();
  const { startThread = (start) => InferenceThread.start(start, order.body), now = () => clock.now() } =
    dependencies;
  const keys = await PermitKeySet.fromJwks(order.keys);
  const pool = new ThreadedPool<Work, Result>(order, keys, { startThread, now });
  try {
    await pool.replacePermit(order.permit);
    await pool.fillSeats();
  } catch (error) {
    await pool[Symbol.asyncDispose]();
    throw error;
  }
  return pool;
}

/** Work that waits or is being done. */
interface Job<Work, Result> extends PromiseWithResolvers<Result> {
  readonly work: Work;
  readonly cameraId: Identifier | null;
}

/** A place for one thread. It is filled again when its thread was lost and there is work. */
interface Seat<Work, Result> {
  thread: InferenceThread<Work, Result> | null;
  busy: boolean;
  filling: Promise<void> | null;
}

class ThreadedPool<Work, Result> implements InferencePool<Work, Result> {
  readonly #order: InferencePoolOrder;
  readonly #keys: PermitKeySet;
  readonly #dependencies: InferencePoolDependencies<Work, Result>;
  readonly #revoked: RevokedPermits;
  readonly #seats: readonly Seat<Work, Result>[];
  readonly #waiting: Job<Work, Result>[] = [];
  readonly #working = new Set<Job<Work, Result>>();
  #permit: { readonly token: string; readonly claims: PermitClaims } | null = null;
  #closed = false;

  constructor(
    order: InferencePoolOrder,
    keys: PermitKeySet,
    dependencies: InferencePoolDependencies<Work, Result>,
  ) {
    this.#order = order;
    this.#keys = keys;
    this.#dependencies = dependencies;
    this.#revoked = new RevokedPermits(order.revoked);
    this.#seats = Array.from({ length: order.threads }, () => ({ thread: null, busy: false, filling: null }));
  }

  get claims(): PermitClaims {
    return this.#current.claims;
  }

  async run(work: Work, cameraId: Identifier | null): Promise<Result> {
    if (this.#closed) throw closed();
    for (const { digest } of this.#order.models) {
      const use = { ...this.#order, modelDigest: digest, cameraId };
      assertCovers(this.claims, use, this.#dependencies.now(), this.#revoked);
    }
    const job: Job<Work, Result> = { ...Promise.withResolvers<Result>(), work, cameraId };
    this.#waiting.push(job);
    this.#dispatch();
    return job.promise;
  }

  async replacePermit(token: string): Promise<void> {
    const now = this.#dependencies.now();
    const claims = await verifyPermit(token, this.#keys, now);
    for (const { digest } of this.#order.models) {
      assertCoversModel(claims, { ...this.#order, modelDigest: digest }, now, this.#revoked);
    }
    this.#permit = { token, claims };
    await Promise.all(this.#threads().map((thread) => unlessLost(thread, thread.replacePermit(token))));
  }

  revoke(permitId: Identifier, cameras: readonly Identifier[] | null = null): void {
    const revocation = { permitId, cameras };
    this.#revoked.add(revocation);
    for (const thread of this.#threads()) void unlessLost(thread, thread.revoke(revocation));
    if (permitId !== this.claims.jti) return;
    const denied = new PermitDenied(
      'PERMIT_REVOKED',
      `The permit ${permitId} of ${this.claims.sub} was revoked${cameras === null ? '' : ' for this camera'}.`,
    );
    const isRevoked = ({ cameraId }: Job<Work, Result>) =>
      cameras === null || (cameraId !== null && this.#revoked.hasCamera(permitId, cameraId));
    for (const job of this.#working) if (isRevoked(job)) job.reject(denied);
    this.#refuseWaiting(denied, isRevoked);
  }

  /** Starts a thread on every empty seat. */
  async fillSeats(): Promise<void> {
    await Promise.all(this.#seats.map((seat) => this.#fill(seat)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    this.#refuseWaiting(closed());
    await Promise.allSettled(this.#seats.map((seat) => seat.filling));
    await Promise.all(this.#threads().map((thread) => thread[Symbol.asyncDispose]()));
  }

  get #current(): { readonly token: string; readonly claims: PermitClaims } {
    if (this.#permit === null) throw new Error('The pool is used before its permit was checked.');
    return this.#permit;
  }

  #threads(): InferenceThread<Work, Result>[] {
    return this.#seats.flatMap(({ thread }) => (thread === null || thread.isLost ? [] : [thread]));
  }

  #dispatch(): void {
    for (const seat of this.#seats) {
      if (this.#waiting.length === 0) return;
      if (seat.thread !== null && !seat.thread.isLost) {
        if (!seat.busy) void this.#work(seat, seat.thread, this.#waiting.shift()!);
      } else if (seat.filling === null) {
        // Only now, when there is work for it: a thread that cannot start is not started over and over.
        this.#fill(seat).then(
          () => this.#dispatch(),
          (error) => {
            if (this.#threads().length === 0) this.#refuseWaiting(error);
          },
        );
      }
    }
  }

  async #work(
    seat: Seat<Work, Result>,
    thread: InferenceThread<Work, Result>,
    job: Job<Work, Result>,
  ): Promise<void> {
    seat.busy = true;
    this.#working.add(job);
    try {
      job.resolve(await thread.run(job.work, job.cameraId));
    } catch (error) {
      job.reject(error);
    }
    this.#working.delete(job);
    seat.busy = false;
    this.#dispatch();
  }

  #fill(seat: Seat<Work, Result>): Promise<void> {
    seat.filling = this.#startThread(seat).finally(() => {
      seat.filling = null;
    });
    return seat.filling;
  }

  async #startThread(seat: Seat<Work, Result>): Promise<void> {
    const { token } = this.#current;
    const { keys, system, models, configurationDigest, options } = this.#order;
    const thread = await this.#dependencies.startThread({
      ...{ keys, system, models, configurationDigest, options },
      permit: token,
      revoked: [...this.#revoked],
    });
    try {
      // What was decided while it started has not reached it.
      if (this.#current.token !== token) await thread.replacePermit(this.#current.token);
      await Promise.all([...this.#revoked].map((revocation) => thread.revoke(revocation)));
    } catch (error) {
      await thread[Symbol.asyncDispose]();
      throw error;
    }
    seat.thread = thread;
  }

  #refuseWaiting(error: unknown, isRefused: (job: Job<Work, Result>) => boolean = () => true): void {
    for (const job of this.#waiting.splice(0)) {
      if (isRefused(job)) job.reject(error);
      else this.#waiting.push(job);
    }
  }
}

/** A lost thread runs nothing, so what was meant for it is settled; every other failure counts. */
async function unlessLost(thread: { readonly isLost: boolean }, answer: Promise<void>): Promise<void> {
  try {
    await answer;
  } catch (error) {
    if (!thread.isLost) throw error;
  }
}

function closed(): InferenceFailed {
  return new InferenceFailed('INFERENCE_CLOSED', 'Inference was shut down; the frame was skipped.');
}
