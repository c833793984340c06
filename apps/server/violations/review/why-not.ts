import type { MayNotDecide } from '@amaan/contracts/violations/violation-case';
import type { StoredDecision, StoredViolationCase } from '@amaan/store/violations/violation-cases';
import { decideAsPerson, type Principal } from '../../access/decide.ts';

/** The course that everybody must have passed who answers cases of violations. */
export const REVIEW_COURSE = 'violation-review';

/** Why this person may not answer a case as it stands, whatever rights their role has; null: nothing speaks against it. */
export function whyNot(
  { state }: Pick<StoredViolationCase, 'state'>,
  decisions: readonly Pick<StoredDecision, 'step' | 'person'>[],
  by: Pick<Principal, 'person' | 'trainingGaps'>,
): MayNotDecide | null {
  if (state === 'confirmed' || state === 'rejected') return 'decided';
  if (by.trainingGaps?.includes(REVIEW_COURSE)) return 'not-trained';
  const involved = involvedPeople(state, decisions);
  return involved.length > 0 && !decideAsPerson(by.person, involved).allowed ? 'answered-before' : null;
}

/**
 * The people who must not give the next answer: of a second look and of a hold all who answered before; of a first review
 * who released a hold of it.
 */
export function involvedPeople(
  state: StoredViolationCase['state'],
  decisions: readonly Pick<StoredDecision, 'step' | 'person'>[],
): string[] {
  return decisions
    .filter(({ step }) => state !== 'for-review' || step === 'hold')
    .flatMap(({ person }) => (person === null ? [] : [person]));
}
