import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { getAssessmentInForce, shortenAssessment } from '@amaan/store/impact-assessments';
import type { Database } from '@amaan/store/open-database';
import { revokePermits } from '@amaan/store/permits';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/** What workers and the register are told of a permit that ends with its assessment. */
export const WITHDRAWN = 'Its impact assessment was withdrawn.';

/**
 * Ends an assessment now if it is the one that permits rely on, and revokes them. Call it in a transaction
 * with its ledger entries, and announce the revocations after the commit.
 */
export async function endAssessment(
  tx: Database,
  record: GovernanceRecord,
  { at, actor }: { readonly at: Instant; readonly actor: string },
): Promise<{ revoked: Identifier[]; entries: LedgerEntry[] }> {
  const system = record.system!;
  // A permit that is being issued is waited for, so that none slips past.
  await tx.selectFrom('ai_system').select('id').where('id', '=', system).forUpdate().execute();
  const inForce = await getAssessmentInForce(tx, system);
  if (inForce?.recordId !== record.id) return { revoked: [], entries: [] };
  if (!(await shortenAssessment(tx, inForce.id, at))) return { revoked: [], entries: [] };
  const revoked = await revokePermits(tx, { system, reason: WITHDRAWN, at });
  const happened = { at: Date.parse(at), actor };
  return {
    revoked,
    entries: [
      ledgerEntry({
        ...happened,
        kind: 'assessment.withdrawn',
        subject: `system:${system}`,
        data: { recordId: record.id, impactAssessmentId: inForce.id, permitIds: revoked },
      }),
      ...revoked.map((permitId) =>
        ledgerEntry({
          ...happened,
          kind: 'permit.revoked',
          subject: `permit:${permitId}`,
          data: { system, recordId: record.id },
        }),
      ),
    ],
  };
}
