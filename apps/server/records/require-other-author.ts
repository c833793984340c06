import type { RecordAuthor, RecordHistory } from '@amaan/contracts/governance/record';
import { requireOtherPerson } from '../access/require-other-person.ts';

/**
 * Four eyes on a record: who wrote any of its versions or submitted it does not decide on it.
 * @throws HttpError 403 `FOUR_EYES`
 */
export function requireOtherAuthor({ versions, signatures }: RecordHistory, by: RecordAuthor): void {
  const submitted = signatures.filter(({ meaning }) => meaning === 'submitted');
  requireOtherPerson(
    by,
    [...versions, ...submitted].map(({ by: author }) => author),
  );
}
