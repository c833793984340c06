import type { Bus, Subscription } from '@amaan/bus/bus';
import type { Site } from '@amaan/contracts/api/site';
import { instantOf } from '@amaan/contracts/instant';
import {
  type SimulationAnswer,
  type SimulationPermits,
  SimulationRequest,
} from '@amaan/contracts/simulation-messages';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import type { PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import { appendToLedger } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import { listPermitsInForce, listRevokedPermits } from '@amaan/store/permits';
import type { SecretBox } from '@amaan/store/secret-box';
import { ensureSimulatedCameras } from '@amaan/store/simulated-cameras';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

export interface SimulationDeskOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly secrets: SecretBox;
  readonly key: PermitSigningKey;
  readonly now: () => number;
  /** The control room that simulated cameras belong to. */
  readonly site: Site;
  /** Called when cameras were added, before the simulator is answered, so that permits cover them. */
  readonly onChanged: () => Promise<void>;
}

/**
 * Serves simulators: registers the cameras that they play, marked as simulated, and hands them the permits
 * that their reports must name. From there on a simulator's reports take the way of every worker's.
 */
export class SimulationDesk implements AsyncDisposable {
  readonly #options: SimulationDeskOptions;
  readonly #subscriptions: readonly Subscription[];

  constructor(options: SimulationDeskOptions) {
    this.#options = options;
    this.#subscriptions = [
      options.bus.respond(SUBJECTS.simulation, (payload) => this.#register(payload)),
      options.bus.respond(SUBJECTS.simulationPermits, () => this.#permits()),
    ];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#subscriptions.map((subscription) => subscription.stop()));
  }

  async #register(payload: unknown): Promise<SimulationAnswer> {
    const { db, secrets, site, now, onChanged } = this.#options;
    const request = SimulationRequest.parse(payload);
    const { cameras, added } = await db.transaction().execute(async (tx) => {
      const ensured = await ensureSimulatedCameras(tx, request.cameras, site.id, secrets);
      if (ensured.added > 0) {
        const entry = ledgerEntry({
          kind: 'simulation.cameras-added',
          at: now(),
          actor: 'system:simulator',
          subject: `site:${site.id}`,
          data: { cameras: ensured.added },
        });
        await appendToLedger(tx, [entry]);
      }
      return ensured;
    });
    if (added > 0) await onChanged();
    return { cameras };
  }

  async #permits(): Promise<SimulationPermits> {
    const { db, key, now } = this.#options;
    const at = instantOf(now());
    const [permits, revokedPermits] = await Promise.all([
      listPermitsInForce(db, at),
      listRevokedPermits(db, at),
    ]);
    return {
      serverTime: at,
      permits: permits.map(({ system, token }) => ({ system, token })),
      permitKeys: [key.publicJwk],
      revokedPermits,
    };
  }
}
