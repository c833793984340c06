import type { Bus } from '@amaan/bus/bus';
import type { AiSystem } from '@amaan/contracts/ai-system';
import type { DriftFinding } from '@amaan/contracts/governance/drift';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { type Revocation, SUBJECTS } from '@amaan/contracts/worker-messages';
import { findDrift } from '@amaan/governance/register/find-drift';
import { latestTransition } from '@amaan/store/lifecycle';
import type { Database } from '@amaan/store/open-database';
import { countDenialsSince, listWorkersSince } from '@amaan/store/register-reality';
import { listSystems } from '@amaan/store/systems';
import type { Logger } from 'pino';
import type { IncidentReporter } from '../incidents/incident-reporter.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import type { RunnableModel } from '../permits/runnable-model.ts';
import { registerAll } from './register-all.ts';
import { sendBackIfChanged } from './send-back-changed.ts';

/** A worker that was silent for longer is not there any more. */
const WORKER_SILENCE_MS = 60_000;
/** How long a refusal tells of something that still goes on. */
const REFUSAL_MEMORY_MS = 10 * 60_000;

export interface RegisterUpkeepOptions {
  readonly db: Database;
  readonly bus: Pick<Bus, 'announce'>;
  /** The AI systems as the running code defines them. */
  readonly systems: readonly AiSystem[];
  /** Identifiers of models whose file in the cache is not what its manifest says. */
  readonly readWrongModels: () => readonly string[];
  readonly incidents: Pick<IncidentReporter, 'report' | 'reportIn'>;
  readonly now: () => number;
  readonly logger: Logger;
}

/**
 * Keeps the register in step with what runs: code and models are registered as they are, a system that is no
 * longer what was approved goes back to `validated`, and every other difference opens an incident.
 */
export class RegisterUpkeep {
  readonly #options: RegisterUpkeepOptions;
  #models: readonly RunnableModel[] = [];
  #drift: readonly DriftFinding[] = [];

  constructor(options: RegisterUpkeepOptions) {
    this.#options = options;
  }

  /** The models of the cache that are what their manifests say, as last looked at. */
  get modelsAtHand(): readonly RunnableModel[] {
    return this.#models;
  }

  /** Where register and reality differed when it was last looked at. */
  driftOf(system: string): DriftFinding[] {
    return this.#drift.filter((finding) => finding.system === system);
  }

  /** Differences that belong to no system of the register. */
  get strayDrift(): DriftFinding[] {
    return this.#drift.filter(({ system }) => system === null);
  }

  /**
   * Follows code and models as they are now.
   * @returns whether a system was sent back, so that what it may do must be told anew
   */
  async follow(models: readonly RunnableModel[]): Promise<boolean> {
    const { db, systems, incidents, now } = this.#options;
    this.#models = models;
    await changeInLedger(db, async (tx) => ({
      result: null,
      entries: await registerAll(tx, { systems, models, incidents, at: now() }),
    }));
    await this.#watch();
    let sentBack = false;
    for (const system of systems) {
      const entered = await sendBackIfChanged(db, system, models, now());
      if (entered === null) continue;
      sentBack = true;
      this.#options.logger.warn({ system: system.id }, `Sent back to validated: ${entered.reason}`);
      this.announceRevoked(entered.system, entered.revoked, entered.reason);
    }
    return sentBack;
  }

  /** Tells workers of permits that ended. */
  announceRevoked(system: string, permitIds: readonly Identifier[], reason: string): void {
    const at = instantOf(this.#options.now());
    for (const permitId of permitIds) {
      const revocation: Revocation = { permitId, cameras: null, system, reason, at };
      this.#options.bus.announce(SUBJECTS.revocation, revocation);
    }
  }

  /** Compares register and reality, and opens an incident for each difference that has none open. */
  async #watch(): Promise<void> {
    const { db, systems, readWrongModels, incidents, now } = this.#options;
    const registered = await listSystems(db);
    this.#drift = findDrift({
      systems,
      registered: await Promise.all(
        registered.map(async ({ definition: { id }, stage }) => ({
          id,
          stage,
          approved: await latestTransition(db, id),
        })),
      ),
      modelsAtHand: this.#models,
      wrongModels: readWrongModels(),
      workers: await listWorkersSince(db, instantOf(now() - WORKER_SILENCE_MS)),
      refusals: await countDenialsSince(db, instantOf(now() - REFUSAL_MEMORY_MS)),
    });
    for (const { key, system, severity, title, what, facts } of this.#drift) {
      await incidents.report({
        system,
        title,
        incident: {
          source: 'drift',
          severity,
          what,
          detectedAt: instantOf(now()),
          cameraGroupId: null,
          key,
          facts,
        },
      });
    }
  }
}
