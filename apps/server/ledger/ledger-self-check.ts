import type { LedgerCheck } from '@amaan/contracts/api/ledger-view';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerVerdict } from '@amaan/ledger/verify-ledger';
import { digestHex } from '@amaan/store/digest-column';
import {
  insertLedgerCheck,
  lastFullLedgerCheck,
  listLedgerChecks,
  verifiedLedgerSize,
} from '@amaan/store/ledger-checks';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { IncidentReporter } from '../incidents/incident-reporter.ts';
import { OneAtATime } from '../one-at-a-time.ts';
import { changeInLedger } from './change-in-ledger.ts';
import { ledgerEntry } from './ledger-entry.ts';

/** Everything is verified this often; in between, and at each start, what has come since. */
const FULL_INTERVAL_MS = 24 * 60 * 60_000;
const INTERVAL_MS = 60 * 60_000;
/** More than this of a broken ledger helps nobody. */
const FAULTS_KEPT = 20;
const ACTOR = 'system:server';

export interface LedgerSelfCheckOptions {
  readonly db: Database;
  /** Verifies the stored ledger from that many entries on. */
  readonly verify: (from: number, signal: AbortSignal) => Promise<LedgerVerdict>;
  readonly incidents: Pick<IncidentReporter, 'reportIn'>;
  readonly now: () => number;
  readonly logger: Logger;
}

/**
 * The control plane's watch over its own ledger. Who changed the database past the platform is found here
 * without anybody asking: each check is recorded in the ledger, and a fault opens a critical incident.
 */
export class LedgerSelfCheck implements AsyncDisposable {
  readonly #options: LedgerSelfCheckOptions;
  readonly #stop = new AbortController();
  /** Checks run one after the other. */
  readonly #line = new OneAtATime();
  #timer: NodeJS.Timeout | undefined;
  #newest: LedgerCheck | null = null;

  constructor(options: LedgerSelfCheckOptions) {
    this.#options = options;
  }

  /** Checks now, in the background, and from then on every hour. */
  start(): void {
    const check = () =>
      void this.run().catch((error: unknown) => {
        if (!this.#stop.signal.aborted)
          this.#options.logger.error({ err: error }, 'the ledger could not be verified; tried again soon');
      });
    check();
    this.#timer = setInterval(check, INTERVAL_MS);
    this.#timer.unref();
  }

  /** What the newest check found, or null before the first. */
  async newest(): Promise<LedgerCheck | null> {
    // What could not be written, for the ledger is broken, is known here only.
    return this.#newest ?? (await listLedgerChecks(this.#options.db, 1))[0] ?? null;
  }

  /** The newest checks, the newest first. */
  list(limit: number): Promise<LedgerCheck[]> {
    return listLedgerChecks(this.#options.db, limit);
  }

  /**
   * Verifies the ledger and records what came of it.
   * @param full everything; left out: everything when that was a day ago, otherwise what has come since
   */
  run(full?: boolean): Promise<LedgerCheck> {
    return this.#line.run(() => this.#run(full));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    this.#stop.abort();
    await this.#line.settled();
  }

  async #run(full: boolean | undefined): Promise<LedgerCheck> {
    const { db, verify, now, logger } = this.#options;
    const lastFull = await lastFullLedgerCheck(db);
    const isFull = full ?? (lastFull === null || now() - Date.parse(lastFull) >= FULL_INTERVAL_MS);
    const from = isFull ? 0 : await verifiedLedgerSize(db);
    const startedAt = performance.now();
    const { size, root, faults } = await verify(from, this.#stop.signal);
    const check: LedgerCheck = {
      at: instantOf(now()),
      kind: from === 0 ? 'full' : 'incremental',
      from,
      size,
      root: digestHex(root),
      faults: faults.slice(0, FAULTS_KEPT).map(({ code, entries, message }) => ({
        code,
        entries: entries && [entries[0], entries[1]],
        message,
      })),
      seconds: (performance.now() - startedAt) / 1000,
    };
    this.#newest = check;
    if (check.faults.length > 0)
      logger.error({ faults: check.faults }, 'the ledger is not what was written: verify it and restore it');
    await this.#record(check);
    return check;
  }

  async #record(check: LedgerCheck): Promise<void> {
    const { db, logger } = this.#options;
    try {
      await changeInLedger(db, async (tx) => {
        await insertLedgerCheck(tx, check);
        const incident = check.faults.length === 0 ? [] : (await this.#reportIn(tx, check)).entries;
        return { result: undefined, entries: [entryOf(check), ...incident] };
      });
    } catch (error) {
      // A ledger that is broken may not take another entry; that it is broken must be seen all the same.
      if (check.faults.length === 0) throw error;
      logger.error({ err: error }, 'the fault of the ledger could not be recorded in it');
      await insertLedgerCheck(db, check);
    }
  }

  #reportIn(tx: Database, { at, faults, size }: LedgerCheck) {
    const [first] = faults;
    return this.#options.incidents.reportIn(tx, {
      system: null,
      title: 'The ledger is not what was written',
      incident: {
        source: 'self-check',
        severity: 'critical',
        what: `The platform verified its own ledger and found that it was changed or damaged. ${first?.message ?? ''} Keep the database as it is, verify the ledger with "amaan ledger verify" and compare it with a backup.`,
        detectedAt: at,
        cameraGroupId: null,
        key: 'ledger fault',
        facts: { size, faults },
      },
    });
  }
}

function entryOf({ at, kind, from, size, root, faults }: LedgerCheck) {
  return ledgerEntry({
    kind: faults.length === 0 ? 'ledger.verified' : 'ledger.fault-found',
    at: Date.parse(at),
    actor: ACTOR,
    subject: 'ledger:self',
    data: { check: kind, from, size, root, faults: faults.map(({ code }) => code) },
  });
}
