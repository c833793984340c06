import type { RecordAuthor } from '@amaan/contracts/governance/record';

const officer = (account: string, person: string): RecordAuthor => ({
  actor: `user:${account}`,
  name: `Officer ${account}`,
  person,
  role: 'governance-officer',
});

/** People of the governance office in tests. */
export const WRITER = officer('writer', 'staff-1');
/** Another account of the writer, with the staff number typed otherwise. */
export const WRITER_AGAIN = officer('writer-two', ' STAFF-1 ');
export const SIGNER = officer('signer', 'staff-2');
export const SECOND_SIGNER = officer('second-signer', 'staff-3');
