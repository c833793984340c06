import type { Bus, Subscription } from '@amaan/bus/bus';
import { instantOf } from '@amaan/contracts/instant';
import { type Assignment, AssignmentRequest, SUBJECTS } from '@amaan/contracts/worker-messages';
import type { PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import { listAssignedCameras } from '@amaan/store/cameras';
import type { Database } from '@amaan/store/open-database';
import { listPermitsInForce, listRevokedCameras, listRevokedPermits } from '@amaan/store/permits';
import type { SecretBox } from '@amaan/store/secret-box';
import type { EnforcementGate } from '../enforcement/enforcement-gate.ts';
import type { ClockGuard } from '../ledger/clock-guard.ts';

export interface AssignmentServiceOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly secrets: SecretBox;
  readonly key: PermitSigningKey;
  readonly clock: Pick<ClockGuard, 'judgingTime'>;
  /** What stops enforcing on single cameras. */
  readonly gate: EnforcementGate;
  readonly now: () => number;
}

/**
 * Tells workers what to do: cameras with the credentials in their URLs, permits, the keys to check them
 * with, and what was revoked. One worker runs all cameras until there is a way to divide them.
 */
export class AssignmentService implements AsyncDisposable {
  readonly #options: AssignmentServiceOptions;
  readonly #subscription: Subscription;
  #reading: Promise<unknown> = Promise.resolve();
  #waiting: Promise<Omit<Assignment, 'serverTime'>> | null = null;

  constructor(options: AssignmentServiceOptions) {
    this.#options = options;
    this.#subscription = options.bus.respond(SUBJECTS.assignment, (payload) => this.#answer(payload));
  }

  /** Makes every worker ask again. */
  announceChange(): void {
    this.#options.bus.announce(SUBJECTS.assignmentChanged, {});
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#subscription.stop();
  }

  async #answer(payload: unknown): Promise<Assignment> {
    AssignmentRequest.parse(payload);
    return { ...(await this.#share()), serverTime: instantOf(this.#options.now()) };
  }

  /**
   * One reading at a time, shared by all who asked before it began: an announcement makes every worker ask at
   * once, and the answer to all of them is the same.
   */
  #share(): Promise<Omit<Assignment, 'serverTime'>> {
    if (this.#waiting === null) {
      this.#waiting = this.#reading
        .catch(() => undefined)
        .then(() => {
          this.#waiting = null;
          return this.#read();
        });
      this.#reading = this.#waiting;
    }
    return this.#waiting;
  }

  async #read(): Promise<Omit<Assignment, 'serverTime'>> {
    const { db, secrets, key, clock, gate } = this.#options;
    const at = instantOf(await clock.judgingTime());
    const [cameras, permits, revokedPermits, revokedCameras, stopped] = await Promise.all([
      listAssignedCameras(db, secrets),
      listPermitsInForce(db, at),
      listRevokedPermits(db, at),
      listRevokedCameras(db, at),
      gate.stopped(db),
    ]);
    return {
      cameras: cameras.map((camera) => (stopped.has(camera.id) ? { ...camera, enforcement: null } : camera)),
      permits: permits.map(({ system, token }) => ({ system, token })),
      permitKeys: [key.publicJwk],
      revokedPermits,
      revokedCameras,
    };
  }
}
