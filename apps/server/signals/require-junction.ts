import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import { getJunction, type StoredJunction } from '@amaan/store/signals/junctions';
import type { Principal } from '../access/decide.ts';
import { NotFoundError } from '../http/http-errors.ts';

/** A junction in use. @throws NotFoundError `JUNCTION_NOT_FOUND`, also when it is of a site that is not theirs */
export async function requireJunction(
  db: Database,
  id: Identifier,
  { sites }: Pick<Principal, 'sites'>,
  now: number,
): Promise<StoredJunction> {
  const junction = await getJunction(db, id, sites, instantOf(now));
  if (junction === null) throw new NotFoundError('junction');
  return junction;
}
