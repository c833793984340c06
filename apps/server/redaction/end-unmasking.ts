import { digestOfJson } from '@amaan/contracts/digest-of';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { UnmaskingEnd } from '@amaan/contracts/redaction/unmasking';
import type { Database } from '@amaan/store/open-database';
import { endUnmasking, type StoredUnmasking, type UnmaskingActor } from '@amaan/store/redaction/unmaskings';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/** Who ends something when nobody does: time. */
export const UNMASKING_UPKEEP: UnmaskingActor = { actor: 'system:redaction', name: 'Amaan' };

/** Ends an un-masking in the caller's transaction, which has locked it. @returns what the ledger says */
export async function endInLedger(
  tx: Database,
  { id, caseId, openings }: StoredUnmasking,
  end: {
    readonly kind: UnmaskingEnd;
    readonly at: number;
    readonly by: UnmaskingActor;
    /** Why, in the words of a person; the ledger has their digest. */
    readonly words?: string;
    /** The words are those of this second person, who said no. */
    readonly refusedBy?: string;
  },
): Promise<LedgerEntry> {
  const { kind, at, by, words, refusedBy } = end;
  await endUnmasking(tx, id, {
    ...{ kind, at: instantOf(at), by },
    ...(refusedBy !== undefined && { refusal: { person: refusedBy, note: words ?? '' } }),
  });
  return ledgerEntry({
    kind: `unmasking.${kind}`,
    ...{ at, actor: by.actor, subject: `unmasking:${id}` },
    data: { caseId, openings, ...(words !== undefined && { reasonDigest: digestOfJson(words) }) },
  });
}
