import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { getAssessmentInForce, shortenAssessment } from '@amaan/store/impact-assessments';
import type { Database } from '@amaan/store/open-database';
import { changeRecord } from '@amaan/store/records';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/** After an incident the assessment is to be looked at again within this time. */
export const DAYS_AFTER_INCIDENT = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface TouchingIncident {
  readonly id: Identifier;
  /** When the incident was confirmed to touch the system: the days count from here. */
  readonly at: Instant;
  /** Who confirmed it, as the ledger names them. */
  readonly actor: string;
}

/**
 * Lets the impact assessment in force of a system end 30 days after an incident that touches it, unless it
 * ends sooner anyway. Call it in the transaction that confirms the incident.
 * @returns what the ledger is to say about it; empty when nothing changed
 */
export async function touchAssessments(
  tx: Database,
  system: string,
  { id, at, actor }: TouchingIncident,
): Promise<LedgerEntry[]> {
  const inForce = await getAssessmentInForce(tx, system);
  if (inForce === null) return [];
  const expiresAt = instantOf(Date.parse(at) + DAYS_AFTER_INCIDENT * DAY_MS);
  if (!(await shortenAssessment(tx, inForce.id, expiresAt))) return [];
  if (inForce.recordId !== null) await changeRecord(tx, inForce.recordId, { expiresAt, reviewAt: expiresAt });
  return [
    ledgerEntry({
      kind: 'assessment.shortened',
      at: Date.parse(at),
      actor,
      subject: `system:${system}`,
      data: { impactAssessmentId: inForce.id, recordId: inForce.recordId, incidentId: id, expiresAt },
    }),
  ];
}
