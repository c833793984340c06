import type { LifecycleRequest } from '@amaan/contracts/governance/lifecycle';
import { type Combination, sameCombination } from '../combination.ts';
import { countPeople } from '../four-eyes.ts';

/** Why somebody may not decide on a request: a code for programs and a sentence for people. */
export interface DecisionRefusal {
  readonly code: 'REQUEST_CLOSED' | 'REQUEST_EXPIRED' | 'REQUEST_OUTDATED';
  readonly reason: string;
}

/**
 * Why nobody may decide on this request now, or null. Who may decide is the policies' matter (four eyes):
 * who asked cannot approve, and nobody approves twice with a second account.
 *
 * @param present the models and configuration as they are now
 */
export function decisionRefusal(
  request: LifecycleRequest,
  present: Combination,
  now: Date,
): DecisionRefusal | null {
  if (request.state !== 'open')
    return { code: 'REQUEST_CLOSED', reason: `This request is ${request.state}; nothing was changed.` };
  if (isExpired(request, now))
    return {
      code: 'REQUEST_EXPIRED',
      reason: `This request ended at ${request.expiresAt} without a decision; ask again.`,
    };
  if (!sameCombination(request, present))
    return {
      code: 'REQUEST_OUTDATED',
      reason: 'The models or the configuration are no longer those of this request; ask again.',
    };
  return null;
}

/** Whether the time for deciding on a request is over. */
export function isExpired({ expiresAt }: Pick<LifecycleRequest, 'expiresAt'>, now: Date): boolean {
  return Date.parse(expiresAt) <= now.getTime();
}

/** How many more people must approve. */
export function approvalsMissing({ decisions, approvalsNeeded }: LifecycleRequest): number {
  const approvals = decisions.filter(({ decision }) => decision === 'approved').map(({ by }) => by);
  return Math.max(0, approvalsNeeded - countPeople(approvals));
}
