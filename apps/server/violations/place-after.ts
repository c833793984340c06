import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { readCursor } from '@amaan/store/alert-filter';
import { asHttpError } from '../http/http-errors.ts';

/**
 * Where a page goes on, from the cursor of the page before; null: at the beginning.
 * @throws HttpError 400 `CURSOR_INVALID`
 */
export function placeAfter(
  cursor: string | undefined,
): { readonly at: Instant; readonly id: Identifier } | null {
  if (cursor === undefined) return null;
  try {
    const { raisedAt, id } = readCursor(cursor);
    return { at: raisedAt, id };
  } catch (error) {
    throw asHttpError(error, { CURSOR_INVALID: 400 });
  }
}
