import { digestOfJson } from '@amaan/contracts/digest-of';
import type {
  WatchlistEntry,
  WatchlistEntryDecision,
  WatchlistEntryInput,
  WatchlistEntryQuery,
} from '@amaan/contracts/faces/watchlist-entry';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import {
  decideWatchlistEntry,
  getWatchlistEntry,
  insertWatchlistEntry,
  listWatchlistEntries,
  plainEntry,
  removeWatchlistEntry,
  type StoredWatchlistEntry,
} from '@amaan/store/faces/watchlist-entries';
import { releaseHeldPictures, removeWatchlistPictures } from '@amaan/store/faces/watchlist-pictures';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import { citizenDataSites, type Principal } from '../access/decide.ts';
import { requireOtherPerson } from '../access/require-other-person.ts';
import { ConflictError, NotFoundError } from '../http/http-errors.ts';
import {
  changeWatchlist,
  requireBox,
  requireWatchlistHead,
  type WatchlistContext,
} from './change-watchlist.ts';
import { faceAuthor } from './face-changes.ts';
import { sweepFaceObjects } from './face-object-sweep.ts';

export interface WatchlistEntryServiceOptions extends WatchlistContext {
  readonly objects: Pick<ObjectStore, 'remove'>;
}

/** Who is on a watchlist. The ledger has digests with a random identifier in them, from which nobody is found. */
export class WatchlistEntryService {
  readonly #options: WatchlistEntryServiceOptions;

  constructor(options: WatchlistEntryServiceOptions) {
    this.#options = options;
  }

  /** A page of the entries in force, newest first. @throws NotFoundError `WATCHLIST_NOT_FOUND` */
  async list(watchlistId: Identifier, query: WatchlistEntryQuery, by: Principal): Promise<WatchlistEntry[]> {
    const { db, secrets, now } = this.#options;
    await requireWatchlistHead(db, watchlistId, citizenDataSites(by), now());
    return listWatchlistEntries(db, await requireBox(db, secrets, watchlistId), watchlistId, query);
  }

  /**
   * Puts a person on a list. A child waits for a second person.
   * @throws NotFoundError, HttpError as `changeWatchlist`
   */
  add(watchlistId: Identifier, input: WatchlistEntryInput, by: Principal): Promise<WatchlistEntry> {
    const id = newIdentifier();
    return changeWatchlist(this.#options, watchlistId, by, async ({ tx, box, at, revision }) => {
      const state = input.child ? 'waiting' : 'active';
      const entry = { id, watchlistId, input, state, at, by: faceAuthor(by), revision } as const;
      await insertWatchlistEntry(tx, box, entry);
      const { child, missing } = input;
      const data = {
        entryId: id,
        digest: digestOfJson({ id, watchlistId, ...input }),
        state,
        child,
        missing,
      };
      return {
        result: plainEntry(await requireEntry(tx, box, { watchlistId, id })),
        entries: [{ kind: 'watchlist.entry-added', data }],
      };
    });
  }

  /**
   * A second person's word on a child. Of a refused entry nothing stays that names or shows it.
   * @throws NotFoundError `WATCHLIST_ENTRY_NOT_FOUND`; HttpError 403 `FOUR_EYES`, 409 `ENTRY_DECIDED`
   */
  async decide(
    watchlistId: Identifier,
    id: Identifier,
    { decision, note }: WatchlistEntryDecision,
    by: Principal,
  ): Promise<WatchlistEntry> {
    const decided = await changeWatchlist(this.#options, watchlistId, by, async (open) => {
      const { tx, box, at, revision } = open;
      const entry = await requireEntry(tx, box, { watchlistId, id });
      if (entry.state !== 'waiting')
        throw new ConflictError(
          'ENTRY_DECIDED',
          `The entry does not wait for a decision: it is ${entry.state}. Nothing was changed.`,
        );
      requireOtherPerson(by, [{ person: entry.addedPerson }]);
      const state = decision === 'approved' ? 'active' : 'refused';
      const pictures = state === 'refused' ? await removeWatchlistPictures(tx, { entryId: id }, at) : [];
      await decideWatchlistEntry(tx, id, { state, at, by: faceAuthor(by), revision });
      await releaseHeldPictures(tx, watchlistId, revision);
      const data = { entryId: id, noteDigest: digestOfJson(note), picturesRemoved: pictures.length };
      return {
        result: plainEntry({
          ...entry,
          state,
          decidedBy: by.name,
          pictures: entry.pictures - pictures.length,
        }),
        entries: [{ kind: `watchlist.entry-${decision}`, data }],
      };
    });
    await this.#forget(watchlistId);
    return decided;
  }

  /** Takes a person off a list, with all pictures. @throws NotFoundError `WATCHLIST_ENTRY_NOT_FOUND` */
  async remove(watchlistId: Identifier, id: Identifier, by: Principal): Promise<void> {
    await changeWatchlist(
      this.#options,
      watchlistId,
      by,
      async ({ tx, box, at, revision }) => {
        await requireEntry(tx, box, { watchlistId, id });
        const pictures = await removeWatchlistPictures(tx, { entryId: id }, at);
        await removeWatchlistEntry(tx, id, at, faceAuthor(by));
        await releaseHeldPictures(tx, watchlistId, revision);
        const data = { entryId: id, picturesRemoved: pictures.length };
        return { result: undefined, entries: [{ kind: 'watchlist.entry-removed', data }] };
      },
      { mayBeExpired: true },
    );
    await this.#forget(watchlistId);
  }

  /** What was taken off leaves memory and the object store. */
  async #forget(watchlistId: Identifier): Promise<void> {
    await this.#options.changes.picturesRemoved(watchlistId);
    await sweepFaceObjects(this.#options.db, this.#options.objects);
  }
}

/** An entry in force of a list. @throws NotFoundError `WATCHLIST_ENTRY_NOT_FOUND` */
export async function requireEntry(
  db: Database,
  box: SecretBox,
  key: { readonly watchlistId: Identifier; readonly id: Identifier },
): Promise<StoredWatchlistEntry> {
  const entry = await getWatchlistEntry(db, box, key);
  if (entry === null) throw new NotFoundError('watchlist entry');
  return entry;
}
