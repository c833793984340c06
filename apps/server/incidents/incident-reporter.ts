import { Incident } from '@amaan/contracts/governance/incident';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { findOpenIncident } from '@amaan/store/incidents';
import type { Database } from '@amaan/store/open-database';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import type { RecordService } from '../records/record-service.ts';

/** The platform as the author of what it notices. */
const WATCH = { actor: 'system:server', name: 'Amaan', person: 'system:server', role: 'system' };

export interface NoticedIncident {
  readonly system: string | null;
  readonly title: string;
  readonly incident: Omit<Incident, 'cause' | 'correction' | 'key' | 'records'> & { readonly key: string };
}

/**
 * How the platform raises its own alerts on itself: drift, a gap in monitoring, a broken rule, a ledger that
 * does not verify. What is open already is not reported twice.
 */
export class IncidentReporter {
  readonly #db: Database;
  readonly #records: RecordService;

  constructor(options: { readonly db: Database; readonly records: RecordService }) {
    this.#db = options.db;
    this.#records = options.records;
  }

  /** Opens an incident, or gives back the open one with the same key. */
  report(noticed: NoticedIncident): Promise<GovernanceRecord> {
    return changeInLedger(this.#db, (tx) => this.reportIn(tx, noticed));
  }

  /** `report` as a part of the caller's transaction: append the entries to the ledger in it. */
  async reportIn(
    tx: Database,
    { system, title, incident }: NoticedIncident,
  ): Promise<{ result: GovernanceRecord; entries: LedgerEntry[] }> {
    const open = await findOpenIncident(tx, incident.key);
    if (open !== null) return { result: open, entries: [] };
    return this.#records.openIn(tx, {
      kind: 'incident',
      system,
      title,
      status: 'open',
      owner: null,
      reviewAt: null,
      expiresAt: null,
      body: Incident.parse(incident),
      by: WATCH,
      note: 'Noticed by the platform.',
    });
  }
}
