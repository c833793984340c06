import { digestOfJson } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { withoutReference } from '@amaan/store/plates/plate-retention';
import { purgeEvidence } from '@amaan/store/violations/evidence-purge';
import { DAY_MS } from '../../daily-job.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { REJECTED_EVIDENCE_DAYS } from './evidence-until.ts';

export interface EvidenceRetentionOptions {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'remove'>;
  readonly now: () => number;
}

const BATCH = 500;

/** Destroys evidence that no fine stands on, when its days are over. Each batch and its ledger entry are one transaction. */
export class EvidenceRetention {
  readonly #options: EvidenceRetentionOptions;

  constructor(options: EvidenceRetentionOptions) {
    this.#options = options;
  }

  /** @returns how many suspicions lost their evidence */
  async run(): Promise<number> {
    const { db, objects, now } = this.#options;
    const before = instantOf(now() - REJECTED_EVIDENCE_DAYS * DAY_MS);
    let destroyed = 0;
    for (let more = true; more; ) {
      const batch = await changeInLedger(db, async (tx) => {
        const result = await purgeEvidence(tx, before, instantOf(now()), BATCH);
        const entry = ledgerEntry({
          kind: 'violation-evidence.destroyed',
          at: now(),
          actor: 'system:retention',
          subject: `retention:${newIdentifier()}`,
          data: {
            ...{ before, days: REJECTED_EVIDENCE_DAYS, cases: result.cases, objects: result.objects.length },
            ...{ count: result.observations.length, idsDigest: digestOfJson(result.observations) },
          },
        });
        return { result, entries: result.observations.length === 0 ? [] : [entry] };
      });
      for (const orphan of await withoutReference(db, batch.objects)) await objects.remove(orphan);
      destroyed += batch.observations.length;
      more = batch.observations.length >= BATCH;
    }
    return destroyed;
  }
}
