import type { Digest } from '@amaan/contracts/digest';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { digestBytes } from '../digest-column.ts';
import type { Database } from '../open-database.ts';
import { queueObjectRemoval } from './face-objects.ts';

/** Something that a search under an authorisation made. */
export interface NewFaceProduct {
  readonly authorisationId: Identifier;
  readonly kind: 'hit' | 'crop' | 'result';
  readonly at: Instant;
  /** An object of its own, which goes with it; null: none. */
  readonly objectDigest: Digest | null;
}

/** Registers a product. @returns its identifier, for rows that are to go with it to refer to */
export async function insertFaceProduct(tx: Database, product: NewFaceProduct): Promise<Identifier> {
  const id = newIdentifier();
  const { authorisationId, kind, at, objectDigest } = product;
  await tx
    .insertInto('face_product')
    .values({
      id,
      authorisation_id: authorisationId,
      kind,
      at,
      object_digest: objectDigest === null ? null : digestBytes(objectDigest),
    })
    .execute();
  return id;
}

/** Deletes everything that searches under an authorisation made, and queues its objects. @returns what there was */
export async function deleteFaceProducts(
  tx: Database,
  authorisationId: Identifier,
  at: Instant,
): Promise<{ readonly id: Identifier; readonly kind: string }[]> {
  const gone = await tx
    .deleteFrom('face_product')
    .where('authorisation_id', '=', authorisationId)
    .returning(['id', 'kind', 'object_digest'])
    .execute();
  await queueObjectRemoval(
    tx,
    gone.flatMap(({ object_digest }) => (object_digest === null ? [] : [object_digest])),
    at,
  );
  return gone.map(({ id, kind }) => ({ id, kind })).sort((a, b) => (a.id < b.id ? -1 : 1));
}
