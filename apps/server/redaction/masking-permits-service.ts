import type { Bus, Subscription } from '@amaan/bus/bus';
import { instantOf } from '@amaan/contracts/instant';
import {
  type MaskingPermits,
  MaskingPermitsRequest,
  REDACTOR_SUBJECTS,
} from '@amaan/contracts/redaction/redactor-messages';
import type { PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import { redaction } from '@amaan/redaction/system';
import type { Database } from '@amaan/store/open-database';
import { listPermitsInForce, listRevokedCameras, listRevokedPermits } from '@amaan/store/permits';
import type { ClockGuard } from '../ledger/clock-guard.ts';

export interface MaskingPermitsOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly key: PermitSigningKey;
  readonly clock: Pick<ClockGuard, 'judgingTime'>;
  readonly now: () => number;
}

/** Gives the redactor the permit of redaction, and neither those of other systems nor any camera's address. */
export class MaskingPermitsService implements AsyncDisposable {
  readonly #options: MaskingPermitsOptions;
  readonly #subscription: Subscription;

  constructor(options: MaskingPermitsOptions) {
    this.#options = options;
    this.#subscription = options.bus.respond(REDACTOR_SUBJECTS.permits, (payload) => this.#answer(payload));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#subscription.stop();
  }

  async #answer(payload: unknown): Promise<MaskingPermits> {
    MaskingPermitsRequest.parse(payload);
    const { db, key, clock, now } = this.#options;
    const at = instantOf(await clock.judgingTime());
    const [permits, revokedPermits, revokedCameras] = await Promise.all([
      listPermitsInForce(db, at),
      listRevokedPermits(db, at),
      listRevokedCameras(db, at),
    ]);
    return {
      serverTime: instantOf(now()),
      permits: permits
        .filter(({ system }) => system === redaction.id)
        .map(({ system, token }) => ({ system, token })),
      permitKeys: [key.publicJwk],
      revokedPermits,
      revokedCameras,
    };
  }
}
