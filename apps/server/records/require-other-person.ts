import type { RecordAuthor, RecordHistory } from '@amaan/contracts/governance/record';
import { isSamePerson } from '@amaan/governance/four-eyes';
import { HttpError } from '../http/http-errors.ts';

/**
 * Four eyes on a record: who wrote any of its versions does not decide on it, whatever account they use.
 * @throws HttpError 403 `FOUR_EYES`
 */
export function requireOtherPerson({ versions, signatures }: RecordHistory, by: RecordAuthor): void {
  const authors = [...versions.map(({ by: author }) => author), ...submittersOf(signatures)];
  const own = authors.find(({ person }) => isSamePerson(person, by.person));
  if (own === undefined) return;
  const account = own.actor === by.actor ? 'You' : `You (as ${own.name})`;
  throw new HttpError(
    403,
    'FOUR_EYES',
    `${account} wrote or submitted this, so somebody else must decide on it; nothing was changed.`,
  );
}

function submittersOf(signatures: RecordHistory['signatures']): RecordAuthor[] {
  return signatures.filter(({ meaning }) => meaning === 'submitted').map(({ by }) => by);
}
