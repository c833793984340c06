import type { DocumentEvidence } from '@amaan/contracts/governance/control';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long before its review a document asks for attention. */
const DUE_DAYS = 30;

/**
 * What a document is worth as evidence at a moment: it counts while it is approved, has an owner and its
 * review is not overdue. A document without a review date can never be shown to be current.
 * @param now Unix time in milliseconds
 */
export function documentEvidence(document: GovernanceRecord, now: number): DocumentEvidence {
  const { id, number, title, version, owner, reviewAt, demo } = document;
  return { id, number, title, version, owner, reviewAt, demo, state: stateOf(document, now) };
}

function stateOf({ status, owner, reviewAt }: GovernanceRecord, now: number): DocumentEvidence['state'] {
  if (status !== 'approved') return 'not-approved';
  if (owner === null) return 'unowned';
  if (reviewAt === null) return 'overdue';
  const left = Date.parse(reviewAt) - now;
  if (left <= 0) return 'overdue';
  return left <= DUE_DAYS * DAY_MS ? 'due' : 'current';
}
