import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { insertEvidenceGaps } from '@amaan/store/enforcement/evidence-gaps';
import { isStorableInstant } from '@amaan/store/observation-partitions';
import type { Database } from '@amaan/store/open-database';
import type { EnforcementTaker } from '../ingest/enforcement-taker.ts';
import type { AlertFinder, FoundAlerts } from '../ingest/store-reports.ts';
import type { SectionMatcher } from './section-matcher.ts';

/**
 * Takes what workers say of enforcement beside what they suspect: counts of what they did not report, and vehicles at the ends
 * of sections.
 */
export class EnforcementIntake implements EnforcementTaker, AlertFinder {
  readonly #sections: SectionMatcher;

  constructor(sections: SectionMatcher) {
    this.#sections = sections;
  }

  async take(
    tx: Database,
    { gaps, passages }: Parameters<EnforcementTaker['take']>[1],
    now: number,
  ): Promise<LedgerEntry[]> {
    // What is of an impossible time would keep its whole batch from being stored, for ever.
    const storable = gaps.filter(({ counts }) =>
      counts.every(({ minute }) => isStorableInstant(minute, now)),
    );
    await insertEvidenceGaps(tx, storable);
    return this.#sections.take(tx, passages, now);
  }

  /** Plates may belong to vehicles that passed a section. Nothing of that is an alert. */
  async find(
    tx: Database,
    observations: Parameters<AlertFinder['find']>[1],
    { now }: Parameters<AlertFinder['find']>[2],
  ): Promise<FoundAlerts> {
    return { alerts: [], entries: await this.#sections.plates(tx, observations, now) };
  }
}
