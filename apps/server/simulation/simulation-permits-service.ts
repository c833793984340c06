import type { Bus, Subscription } from '@amaan/bus/bus';
import { instantOf } from '@amaan/contracts/instant';
import type { SimulationPermits } from '@amaan/contracts/simulation-messages';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import type { PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import type { Database } from '@amaan/store/open-database';
import { listPermitsInForce, listRevokedCameras, listRevokedPermits } from '@amaan/store/permits';

export interface SimulationPermitsOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly key: PermitSigningKey;
  readonly now: () => number;
}

/**
 * Hands simulators the permits that their reports must name. An assignment would do as well, but it carries
 * the passwords of real cameras, which a simulator has no business with.
 */
export class SimulationPermitsService implements AsyncDisposable {
  readonly #options: SimulationPermitsOptions;
  readonly #subscription: Subscription;

  constructor(options: SimulationPermitsOptions) {
    this.#options = options;
    this.#subscription = options.bus.respond(SUBJECTS.simulationPermits, () => this.#answer());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#subscription.stop();
  }

  async #answer(): Promise<SimulationPermits> {
    const { db, key, now } = this.#options;
    const serverTime = instantOf(now());
    const [permits, revokedPermits, revokedCameras] = await Promise.all([
      listPermitsInForce(db, serverTime),
      listRevokedPermits(db, serverTime),
      listRevokedCameras(db, serverTime),
    ]);
    return {
      serverTime,
      permits: permits.map(({ system, token }) => ({ system, token })),
      permitKeys: [key.publicJwk],
      revokedPermits,
      revokedCameras,
    };
  }
}
