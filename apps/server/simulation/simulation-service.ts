import type { Bus, Subscription } from '@amaan/bus/bus';
import { type SimulationAnswer, SimulationRequest } from '@amaan/contracts/simulation-messages';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { appendToLedger } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import { ensureSimulatedCameras, SIMULATOR } from '@amaan/store/simulated-cameras';
import { ensureSite } from '@amaan/store/sites';
import { ruleEntry } from '../cameras/rule-entry.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { ensureSimulatedTraffic } from './simulated-traffic.ts';

/** Simulated cameras have a site of their own, so that nobody takes them for real ones. */
const SIMULATED_SITE = 'Simulated district';

export interface SimulationServiceOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly secrets: SecretBox;
  readonly now: () => number;
  /** Called after cameras were added, so that permits and consoles follow. */
  readonly onChanged: () => Promise<void>;
}

/** Registers the cameras that a simulator plays. */
export class SimulationService implements AsyncDisposable {
  readonly #options: SimulationServiceOptions;
  readonly #subscription: Subscription;

  constructor(options: SimulationServiceOptions) {
    this.#options = options;
    this.#subscription = options.bus.respond(SUBJECTS.simulation, (payload) => this.#answer(payload));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#subscription.stop();
  }

  async #answer(payload: unknown): Promise<SimulationAnswer> {
    const { db, secrets, now, onChanged } = this.#options;
    const request = SimulationRequest.parse(payload);
    const { cameras, added } = await db.transaction().execute(async (tx) => {
      const site = await ensureSite(tx, SIMULATED_SITE);
      const ensured = await ensureSimulatedCameras(tx, request.cameras, site.id, secrets);
      if (ensured.added > 0) {
        const entry = ledgerEntry({
          kind: 'camera.simulated-added',
          at: now(),
          actor: SIMULATOR,
          subject: `site:${site.id}`,
          data: { count: ensured.added },
        });
        const rules = ensured.rulesAdded.map((rule) => ruleEntry('rule.added', rule, SIMULATOR, now()));
        await appendToLedger(tx, [entry, ...rules]);
      }
      const { views, entries } = await ensureSimulatedTraffic(
        tx,
        ensured.cameras,
        request.cameras,
        request.corridors,
        now(),
      );
      await appendToLedger(tx, entries);
      return {
        added: ensured.added,
        cameras: ensured.cameras.map((camera) => ({ ...camera, traffic: views.get(camera.id) ?? null })),
      };
    });
    if (added > 0) await onChanged();
    return { cameras };
  }
}
