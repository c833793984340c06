import { EXPLAINED_KINDS, type ExplainedKind } from '@amaan/contracts/explanation';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a subject of the ledger, for example `face-match:ID`, is as something that can be explained; null: it cannot. */
export function explainedSubject(subject: string): { kind: ExplainedKind; id: string } | null {
  const kind = EXPLAINED_KINDS.find((each) => subject.startsWith(`${each}:`));
  const id = subject.slice(subject.indexOf(':') + 1);
  return kind !== undefined && UUID.test(id) ? { kind, id } : null;
}
