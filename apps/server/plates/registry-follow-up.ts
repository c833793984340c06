import type { Identifier } from '@amaan/contracts/identifier';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import { findAlertsOfObservations } from '@amaan/store/alerts';
import { appendToLedger } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import type { PlateRead } from '@amaan/store/plates/sightings';
import { registryContradiction } from '@amaan/vehicle-trace/clones/registry-contradiction';
import type { Logger } from 'pino';
import { raiseAlerts } from '../alerts/raise-alerts.ts';
import type { VehicleRegistry } from '../registry/registry-entry.ts';
import { cloneAlert } from './clone-alert.ts';
import { readTraceStanding } from './trace-standing.ts';

export interface RegistryFollowUpOptions {
  readonly db: Database;
  readonly registry: VehicleRegistry | null;
  readonly publish: (update: LiveUpdate) => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Reads that wait for the registry; more are not asked about, so that a slow registry never fills the memory. */
const MOST_WAITING = 5_000;
const AT_ONCE = 4;
/** The transaction that stores the read may still be open: it is looked for again after so long. */
const AGAIN_MS = [0, 500, 3_000];

/** Asks a registry that answers slowly, beside the ingest, and raises the alert where it contradicts. */
export class RegistryFollowUp implements AsyncDisposable {
  readonly #options: RegistryFollowUpOptions;
  readonly #waiting: PlateRead[] = [];
  readonly #running = new Set<Promise<void>>();
  #stopped = false;
  #left = 0;

  constructor(options: RegistryFollowUpOptions) {
    this.#options = options;
  }

  /** How many reads were not asked about since too many waited. */
  get leftOut(): number {
    return this.#left;
  }

  ask(read: PlateRead): void {
    if (this.#stopped || this.#waiting.length >= MOST_WAITING) {
      this.#left += 1;
      return;
    }
    this.#waiting.push(read);
    if (this.#running.size < AT_ONCE) {
      const worker = this.#work().finally(() => this.#running.delete(worker));
      this.#running.add(worker);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true;
    this.#waiting.length = 0;
    await Promise.all(this.#running);
  }

  async #work(): Promise<void> {
    for (let read = this.#waiting.shift(); read !== undefined; read = this.#waiting.shift()) {
      try {
        await this.#check(read);
      } catch (error) {
        this.#options.logger.debug({ err: error }, 'the vehicle registry was not asked about a read');
      }
    }
  }

  async #check(read: PlateRead): Promise<void> {
    const { db, registry, publish, now } = this.#options;
    const { text, confidence } = read.reading;
    const entry = await registry?.lookup(text);
    if (entry === undefined || entry === null) return;
    const suspicion = registryContradiction(text, read.vehicle, entry, confidence);
    if (suspicion === null) return;
    for (const wait of AGAIN_MS) {
      if (wait > 0) await new Promise((done) => setTimeout(done, wait));
      const raised = await db.transaction().execute(async (tx) => {
        const flagged = await tx
          .updateTable('sighting')
          .set({ suspicion: 'possible-clone-or-misread' })
          .where('captured_at', '=', read.capturedAt)
          .where('id', '=', read.id)
          .returning('id')
          .executeTakeFirst();
        if (flagged === undefined) return null;
        if (!(await readTraceStanding(tx)).running) return new Map<Identifier, Identifier>();
        const { ids, entries } = await raiseAlerts(tx, [cloneAlert(read, suspicion, now())], now());
        await appendToLedger(tx, entries);
        return ids;
      });
      if (raised === null) continue;
      for (const alert of await findAlertsOfObservations(db, [...raised.keys()]))
        publish({ type: 'alert-raised', alert });
      return;
    }
  }
}
