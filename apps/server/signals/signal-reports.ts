import type { Bus, BusMessage, Subscription } from '@amaan/bus/bus';
import type { Instant } from '@amaan/contracts/instant';
import type { SignalEvent } from '@amaan/contracts/traffic/junction-record';
import { SIGNAL_SUBJECTS, SignalReport } from '@amaan/contracts/traffic/signal-messages';
import { insertSignalPhases } from '@amaan/store/enforcement/signal-phases';
import { isStorableInstant } from '@amaan/store/observation-partitions';
import type { Database } from '@amaan/store/open-database';
import { insertSignalDecisions, insertSignalEvents } from '@amaan/store/signals/signal-history';
import type { Logger } from 'pino';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import type { SignalChanges } from './signal-changes.ts';
import { SIGNAL_UPKEEP, signalEntry } from './signal-entry.ts';
import type { WhatIfService } from './what-if-service.ts';

export interface SignalReportsOptions {
  readonly db: Database;
  readonly bus: Pick<Bus, 'consume'>;
  readonly whatIfs: Pick<WhatIfService, 'take'>;
  readonly changes: SignalChanges;
  readonly logger: Logger;
}

/**
 * Takes what the process of signal control must not lose: decisions go to their table, events to theirs and, each in the
 * same transaction, to the ledger.
 */
export class SignalReports implements AsyncDisposable {
  readonly #options: SignalReportsOptions;
  readonly #subscription: Subscription;

  constructor(options: SignalReportsOptions) {
    this.#options = options;
    this.#subscription = options.bus.consume(SIGNAL_SUBJECTS.reports, (messages) => this.#take(messages), {
      maxBatch: 500,
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#subscription.stop();
  }

  async #take(messages: readonly BusMessage[]): Promise<void> {
    const { db, whatIfs, changes } = this.#options;
    const reports = messages.flatMap((message) => this.#read(message));
    await insertSignalDecisions(
      db,
      reports.filter((report) => report.type === 'decision'),
    );
    const phases = reports.flatMap((report) => (report.type === 'phase' ? [report.phase] : []));
    if (phases.length > 0) await db.transaction().execute((tx) => insertSignalPhases(tx, phases));
    const events = reports.flatMap((report) => (report.type === 'event' ? [report.event] : []));
    if (events.length > 0) {
      await changeInLedger(db, async (tx) => {
        const added = await insertSignalEvents(tx, events);
        return { result: undefined, entries: events.filter(({ id }) => added.has(id)).map(entryOf) };
      });
      changes.told();
    }
    for (const report of reports)
      if (report.type === 'what-if-progress' || report.type === 'what-if-ended') await whatIfs.take(report);
  }

  /** What cannot be read, or is of an impossible time, is told and left out: it would come again for ever. */
  #read({ id, payload }: BusMessage): SignalReport[] {
    const parsed = SignalReport.safeParse(payload);
    const at = parsed.success ? dayOf(parsed.data) : null;
    if (parsed.success && (at === null || isStorableInstant(at))) return [parsed.data];
    this.#options.logger.error({ id, err: parsed.error }, 'a report of signal control was not stored');
    return [];
  }
}

/** The instant whose day a report is stored under; null: it has none. */
function dayOf(report: SignalReport): Instant | null {
  if (report.type === 'decision') return report.decision.at;
  return report.type === 'phase' ? report.phase.from : null;
}

function entryOf({ junctionId, at, kind, code, text }: SignalEvent) {
  const data = { code, text };
  return signalEntry(`signal.${kind}`, `junction:${junctionId}`, Date.parse(at), SIGNAL_UPKEEP, data);
}
