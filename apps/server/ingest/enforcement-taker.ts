import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { SectionPassage } from '@amaan/contracts/violations/section-passage';
import type { EvidenceGapsCounted } from '@amaan/contracts/violations/worker-enforcement';
import type { Database } from '@amaan/store/open-database';

/** Takes what workers say of enforcement beside observations, in the transaction of their batch. */
export interface EnforcementTaker {
  /** @returns what the ledger says of it */
  take(
    tx: Database,
    said: { readonly gaps: readonly EvidenceGapsCounted[]; readonly passages: readonly SectionPassage[] },
    now: number,
  ): Promise<readonly LedgerEntry[]>;
}

/** Where nothing takes it, nothing of it is kept. */
export const NO_ENFORCEMENT: EnforcementTaker = { take: async () => [] };
