import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { StoredViolationCase } from '@amaan/store/violations/violation-cases';
import { DAY_MS } from '../../daily-job.ts';

/** Evidence of what was rejected, merged or never became a case is destroyed after so many days: `system.ts` says so. */
export const REJECTED_EVIDENCE_DAYS = 7;

/** When the evidence of a case is destroyed; null: not while it is open or a challan stands on it. */
export function evidenceUntil({
  state,
  decidedAt,
}: Pick<StoredViolationCase, 'state' | 'decidedAt'>): Instant | null {
  return state === 'rejected' && decidedAt !== null
    ? instantOf(Date.parse(decidedAt) + REJECTED_EVIDENCE_DAYS * DAY_MS)
    : null;
}
