import type { Identifier } from '@amaan/contracts/identifier';
import type { Principal } from '../access/decide.ts';

/** Tells everybody who searches faces what is different from now on. Call it after the commit. */
export interface FaceChanges {
  /**
   * An authorisation began or ended, or a list that one is for was changed: memory lets go of what is over, and workers
   * hear of it.
   * @param ended authorisations that open nothing any more
   */
  changed(ended: readonly Identifier[]): Promise<void>;
  /** What people see of lists and authorisations is different, and nothing of what is searched. */
  shown(): void;
  /** Pictures of a list are gone, or the whole list: memory lets go of them, whatever it has them for. */
  picturesRemoved(watchlistId: Identifier): Promise<void>;
}

/** Somebody as the rows and the ledger name them. */
export function faceAuthor({ id, name, person, role }: Principal) {
  return { actor: `user:${id}`, name, person, role };
}
