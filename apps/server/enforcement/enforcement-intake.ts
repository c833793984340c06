import { insertEvidenceGaps } from '@amaan/store/enforcement/evidence-gaps';
import { isStorableInstant } from '@amaan/store/observation-partitions';
import type { Database } from '@amaan/store/open-database';
import type { EnforcementTaker } from '../ingest/enforcement-taker.ts';

/** Takes what workers say of enforcement beside what they suspect: counts of what they did not report. */
export class EnforcementIntake implements EnforcementTaker {
  async take(tx: Database, { gaps }: Parameters<EnforcementTaker['take']>[1], now: number): Promise<void> {
    // What is of an impossible time would keep its whole batch from being stored, for ever.
    const storable = gaps.filter(({ counts }) =>
      counts.every(({ minute }) => isStorableInstant(minute, now)),
    );
    await insertEvidenceGaps(tx, storable);
  }
}
