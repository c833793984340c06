import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { getFaceAuthorisation, lockFaceAuthorisation } from '@amaan/store/faces/face-authorisations';
import { insertFaceProduct, type NewFaceProduct } from '@amaan/store/faces/face-products';
import type { Database } from '@amaan/store/open-database';
import { notAuthorised } from './template-vault.ts';

/**
 * Registers what a search under an authorisation made, in the transaction that keeps it: so that nothing is kept of a
 * search whose authorisation has ended meanwhile, and so that it goes when an urgent one was never approved. Rows of
 * one's own refer to the product with `ON DELETE CASCADE`; an object goes with it when it is named.
 * @returns the product's identifier
 * @throws HttpError 403 `FACE_SEARCH_NOT_AUTHORISED`
 */
export async function recordFaceProduct(
  tx: Database,
  product: Omit<NewFaceProduct, 'at'>,
  now: number,
): Promise<Identifier> {
  await lockFaceAuthorisation(tx, product.authorisationId);
  const authorisation = await getFaceAuthorisation(tx, product.authorisationId, 'all', now);
  if (authorisation === null || !authorisation.live) throw notAuthorised();
  return insertFaceProduct(tx, { ...product, at: instantOf(now) });
}
