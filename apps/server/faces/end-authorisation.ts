import { digestOfJson } from '@amaan/contracts/digest-of';
import type { FaceAuthorisationEnd } from '@amaan/contracts/faces/face-authorisation';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { endFaceAuthorisation, type StoredFaceAuthorisation } from '@amaan/store/faces/face-authorisations';
import { deleteFaceProducts } from '@amaan/store/faces/face-products';
import type { Database } from '@amaan/store/open-database';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/** Who ends something when nobody does: time. */
export const FACE_UPKEEP = { actor: 'system:faces', name: 'Amaan' } as const;

/**
 * Ends an authorisation in the caller's transaction, which has locked it. Of one that was in force and that no second
 * person ever approved everything goes that its searches made.
 * @returns what the ledger says: the end, and the deletion where there is one
 */
export async function endAuthorisation(
  tx: Database,
  { id, approved, urgent, watchlistId }: StoredFaceAuthorisation,
  end: {
    readonly kind: FaceAuthorisationEnd;
    readonly at: number;
    readonly by: { readonly actor: string; readonly name: string };
    /** Why, in the words of a person; the ledger has their digest. */
    readonly reason?: string;
    /** The words are those of a second person who decided. */
    readonly isDecision?: boolean;
  },
): Promise<LedgerEntry[]> {
  const { kind, at, by, reason, isDecision = false } = end;
  await endFaceAuthorisation(tx, id, {
    kind,
    at: instantOf(at),
    by,
    ...(isDecision && { decisionNote: reason ?? '' }),
  });
  const subject = `face-authorisation:${id}`;
  const words = reason === undefined ? {} : { reasonDigest: digestOfJson(reason) };
  const ended = ledgerEntry({
    kind: `face-authorisation.${kind}`,
    ...{ at, actor: by.actor, subject, data: { watchlistId, urgent, approved, ...words } },
  });
  if (approved || !urgent) return [ended];
  const products = await deleteFaceProducts(tx, id, instantOf(at));
  const counted = (wanted: string) => products.filter(({ kind: made }) => made === wanted).length;
  const deleted = ledgerEntry({
    kind: 'face-products.deleted',
    ...{ at, actor: by.actor, subject },
    data: {
      cause: kind,
      hits: counted('hit'),
      crops: counted('crop'),
      results: counted('result'),
      idsDigest: digestOfJson(products.map((product) => product.id)),
    },
  });
  return [ended, deleted];
}
