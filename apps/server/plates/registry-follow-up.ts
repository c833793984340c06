import { setTimeout } from 'node:timers/promises';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import { findAlertsOfObservations } from '@amaan/store/alerts';
import { appendToLedger } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import {
  finishLookup,
  type LookupKey,
  nextLookups,
  postponeLookup,
  queueLookups,
  readOfLookup,
  trimLookups,
} from '@amaan/store/plates/registry-lookups';
import type { PlateRead } from '@amaan/store/plates/sightings';
import { registryContradiction } from '@amaan/vehicle-trace/clones/registry-contradiction';
import type { Logger } from 'pino';
import { raiseAlerts } from '../alerts/raise-alerts.ts';
import type { RegistryEntry, VehicleRegistry } from '../registry/registry-entry.ts';
import { cloneAlert } from './clone-alert.ts';
import { readTraceStanding } from './trace-standing.ts';

export interface RegistryFollowUpOptions {
  readonly db: Database;
  readonly registry: VehicleRegistry | null;
  readonly publish: (update: LiveUpdate) => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Reads that wait for the registry; beyond them the oldest are given up, so that a slow registry fills no disk. */
const MOST_WAITING = 100_000;
const AT_ONCE = 4;
const PAGE = 100;
/** How often it is looked whether a read waits. */
const LOOK_EVERY_MS = 1_000;
/** While the registry does not answer, as long as it asks to be left alone. */
const PAUSE_MS = 30_000;
/** An hour without an answer: the registry may be down that long, and one plate that it chokes on ends then. */
const MOST_ATTEMPTS = 120;

/**
 * Asks a registry that answers slowly, beside the ingest, and raises the alert where it contradicts. What waits is in
 * the database, written with the read itself: a restart loses nothing.
 */
export class RegistryFollowUp implements AsyncDisposable {
  readonly #options: RegistryFollowUpOptions;
  readonly #stop = new AbortController();
  #working: Promise<void> = Promise.resolve();

  constructor(options: RegistryFollowUpOptions) {
    this.#options = options;
  }

  /** Remembers reads in the transaction that stores them. */
  async ask(tx: Database, reads: readonly PlateRead[]): Promise<void> {
    await queueLookups(tx, reads);
  }

  /** Goes on asking about what waits, also what waited before the last stop, until it is disposed of. */
  start(): void {
    if (this.#options.registry !== null) this.#working = this.#work();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#working;
  }

  async #work(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const pause = await this.workOff().catch((error: unknown) => {
        this.#options.logger.error(
          { err: error },
          'reads that wait for the registry were not read; tried again',
        );
        return PAUSE_MS;
      });
      // An abort is the end and no failure.
      await setTimeout(pause, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /**
   * Asks about what waits now.
   * @returns after how many milliseconds to look again
   */
  async workOff(): Promise<number> {
    const { db, logger } = this.#options;
    const givenUp = await trimLookups(db, MOST_WAITING);
    if (givenUp > 0)
      logger.warn(
        { givenUp },
        'more reads than fit wait for the vehicle registry; the oldest are not compared',
      );
    while (!this.#stop.signal.aborted) {
      const waiting = await nextLookups(db, PAGE);
      if (waiting.length === 0) return LOOK_EVERY_MS;
      for (let n = 0; n < waiting.length && !this.#stop.signal.aborted; n += AT_ONCE) {
        const answered = await Promise.all(waiting.slice(n, n + AT_ONCE).map((key) => this.#settle(key)));
        if (answered.includes(false)) return PAUSE_MS;
      }
    }
    return LOOK_EVERY_MS;
  }

  /** @returns whether the registry answered */
  async #settle(key: LookupKey): Promise<boolean> {
    const { db, registry, logger } = this.#options;
    const read = await readOfLookup(db, key);
    if (read === null || registry === null) {
      await finishLookup(db, key);
      return true;
    }
    let entry: RegistryEntry | null;
    try {
      entry = await registry.lookup(read.reading.text);
    } catch (error) {
      if (await postponeLookup(db, key, MOST_ATTEMPTS))
        logger.warn(
          { err: error, read: key.id },
          'a read was not compared: the vehicle registry never answered',
        );
      return false;
    }
    await this.#compare(read, entry);
    return true;
  }

  /** Flags and raises in one transaction with the end of the lookup: neither is done twice or without the other. */
  async #compare(read: PlateRead, entry: RegistryEntry | null): Promise<void> {
    const { db, publish, now } = this.#options;
    const { text, confidence } = read.reading;
    const suspicion = entry && registryContradiction(text, read.vehicle, entry, confidence);
    if (suspicion === null) return finishLookup(db, read);
    const raised = await db.transaction().execute(async (tx) => {
      await finishLookup(tx, read);
      await tx
        .updateTable('sighting')
        .set({ suspicion: 'possible-clone-or-misread' })
        .where('captured_at', '=', read.capturedAt)
        .where('id', '=', read.id)
        .execute();
      if (!(await readTraceStanding(tx)).running) return [];
      const { raised: alerts, entries } = await raiseAlerts(tx, [cloneAlert(read, suspicion, now())], now());
      await appendToLedger(tx, entries);
      return alerts;
    });
    if (raised.length === 0) return;
    for (const alert of await findAlertsOfObservations(db, [read.id]))
      if (raised.some(({ alertId }) => alertId === alert.id)) publish({ type: 'alert-raised', alert });
  }
}
