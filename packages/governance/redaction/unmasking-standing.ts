import type { Instant } from '@amaan/contracts/instant';
import type { UnmaskingEnd, UnmaskingState } from '@amaan/contracts/redaction/unmasking';

/** What decides whether an un-masking opens the original. */
export interface UnmaskingFacts {
  readonly state: UnmaskingState;
  /** When one that waits lapses; null: it does not wait. */
  readonly decideBy: Instant | null;
  /** The first moment at which it opens nothing any more; null: it was never in force. */
  readonly until: Instant | null;
  /** Null: its case is open. A case that was opened again brings nothing back that ended. */
  readonly caseClosedAt: Instant | null;
  /** Whether who asked is still a member of the case. */
  readonly isMember: boolean;
}

/**
 * Whether a second person must say yes first.
 * @param used minutes that this person had un-masked within the last day
 * @param asked minutes that are asked for now
 * @param alone minutes that the deployment leaves to one person
 */
export function needsSecondPerson(used: number, asked: number, alone: number): boolean {
  return used + asked > alone;
}

/**
 * Whether an un-masking opens the original at a moment, whatever has been written down since: an end that is due counts
 * before anybody records it.
 * @param now Unix time in milliseconds
 */
export function isUnmasked(facts: UnmaskingFacts, now: number): boolean {
  return facts.state === 'in-force' && dueUnmaskingEnd(facts, now) === null;
}

/**
 * How an un-masking has to be ended at a moment; null: not yet.
 * @param now Unix time in milliseconds
 */
export function dueUnmaskingEnd(
  { state, decideBy, until, caseClosedAt, isMember }: UnmaskingFacts,
  now: number,
): UnmaskingEnd | null {
  if (state === 'ended') return null;
  if (caseClosedAt !== null) return 'case-closed';
  if (!isMember) return 'left-case';
  if (state === 'waiting') return decideBy !== null && Date.parse(decideBy) <= now ? 'lapsed' : null;
  return until === null || Date.parse(until) <= now ? 'expired' : null;
}
