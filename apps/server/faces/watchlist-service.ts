import { digestOfJson } from '@amaan/contracts/digest-of';
import {
  MOST_WATCHLIST_DAYS,
  type NewWatchlist,
  type Watchlist,
  type WatchlistDestruction,
  type WatchlistReview,
} from '@amaan/contracts/faces/watchlist';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { makeWatchlistKey } from '@amaan/store/faces/watchlist-keys';
import {
  insertWatchlist,
  listWatchlists,
  lockWatchlist,
  plain,
  reviewWatchlist,
  updateWatchlist,
} from '@amaan/store/faces/watchlists';
import type { Database } from '@amaan/store/open-database';
import { citizenDataSites, type Principal } from '../access/decide.ts';
import { requireOtherPerson } from '../access/require-other-person.ts';
import { ConflictError, HttpError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import {
  changeWatchlist,
  expired,
  requireWatchlist,
  requireWritable,
  type WatchlistContext,
} from './change-watchlist.ts';
import { faceAuthor } from './face-changes.ts';
import type { WatchlistDestroyer } from './watchlist-destroyer.ts';

export interface WatchlistServiceOptions extends WatchlistContext {
  readonly destroyer: WatchlistDestroyer;
}

const DAY_MS = 24 * 60 * 60_000;

/** The lists of people who are looked for by their faces: what they are for, how long, and who looked through them. */
export class WatchlistService {
  readonly #options: WatchlistServiceOptions;

  constructor(options: WatchlistServiceOptions) {
    this.#options = options;
  }

  list(by: Principal): Promise<Watchlist[]> {
    const { db, now } = this.#options;
    return listWatchlists(db, citizenDataSites(by), now());
  }

  /** @throws NotFoundError `WATCHLIST_NOT_FOUND` */
  async get(id: Identifier, by: Principal): Promise<Watchlist> {
    const { db, now } = this.#options;
    return plain(await requireWatchlist(db, id, citizenDataSites(by), now()));
  }

  /** @throws HttpError 403 `OUTSIDE_YOUR_SITES`, 422 `SITE_UNKNOWN`, `WATCHLIST_EXPIRY` */
  async create({ siteId, ...input }: NewWatchlist, by: Principal): Promise<Watchlist> {
    const { db, secrets, now, changes } = this.#options;
    requireWritable(siteId, by);
    this.#requireExpiry(input.expiresOn);
    const id = newIdentifier();
    const at = instantOf(now());
    await changeInLedger(db, async (tx) => {
      if (siteId !== null) await requireSite(tx, siteId);
      await insertWatchlist(tx, { id, siteId, input, at, by: faceAuthor(by) });
      await makeWatchlistKey(tx, secrets, id, at);
      const entry = ledgerEntry({
        kind: 'watchlist.created',
        at: now(),
        actor: `user:${by.id}`,
        subject: `watchlist:${id}`,
        data: { siteId, expiresOn: input.expiresOn, digest: digestOfJson({ id, ...input, siteId }) },
      });
      return { result: undefined, entries: [entry] };
    });
    changes.shown();
    return this.get(id, by);
  }

  /**
   * Changes what a list says, or renews it.
   * @throws NotFoundError `WATCHLIST_NOT_FOUND`; HttpError 409 `WATCHLIST_SITE_FIXED`, 422 `WATCHLIST_EXPIRY`
   */
  async change(id: Identifier, { siteId, ...input }: NewWatchlist, by: Principal): Promise<Watchlist> {
    this.#requireExpiry(input.expiresOn);
    await changeWatchlist(this.#options, id, by, async ({ tx, list, revision }) => {
      if (siteId !== list.siteId)
        throw new ConflictError(
          'WATCHLIST_SITE_FIXED',
          'The site of a watchlist cannot be changed; nothing was changed. Make a new list.',
        );
      await updateWatchlist(tx, id, input);
      const digest = digestOfJson({ id, ...input, siteId });
      const data = { revision, expiresOn: input.expiresOn, digest };
      return { result: undefined, entries: [{ kind: 'watchlist.changed', data }] };
    });
    return this.get(id, by);
  }

  /**
   * A person confirms that they looked through the list as it is now. Somebody who changed it since the last review
   * does not.
   * @throws NotFoundError `WATCHLIST_NOT_FOUND`; HttpError 403 `FOUR_EYES`, 409 `WATCHLIST_CHANGED`, `WATCHLIST_EXPIRED`
   */
  async review(id: Identifier, { seen, statement }: WatchlistReview, by: Principal): Promise<Watchlist> {
    const { db, now, changes } = this.#options;
    await changeInLedger(db, async (tx) => {
      await lockWatchlist(tx, id);
      const list = await requireWatchlist(tx, id, citizenDataSites(by), now());
      requireWritable(list.siteId, by);
      if (list.state === 'expired') throw expired(list.expiresOn);
      if (list.revision !== seen)
        throw new ConflictError(
          'WATCHLIST_CHANGED',
          'Somebody changed the watchlist meanwhile; nothing was recorded. Look through it as it is now.',
        );
      requireOtherPerson(
        by,
        list.changedPeople.map((person) => ({ person })),
      );
      await reviewWatchlist(tx, id, instantOf(now()), faceAuthor(by));
      const entry = ledgerEntry({
        kind: 'watchlist.reviewed',
        at: now(),
        actor: `user:${by.id}`,
        subject: `watchlist:${id}`,
        data: {
          revision: seen,
          entries: list.entries,
          pictures: list.pictures,
          statementDigest: digestOfJson(statement),
        },
      });
      return { result: undefined, entries: [entry] };
    });
    await changes.changed([]);
    return this.get(id, by);
  }

  /** Destroys a list for good, and ends every authorisation on it. @throws NotFoundError `WATCHLIST_NOT_FOUND` */
  async destroy(id: Identifier, { reason }: WatchlistDestruction, by: Principal): Promise<void> {
    const { now, destroyer } = this.#options;
    await destroyer.destroy(id, { by: faceAuthor(by), end: 'watchlist-destroyed', reason }, async (tx) => {
      const list = await requireWatchlist(tx, id, citizenDataSites(by), now());
      requireWritable(list.siteId, by);
    });
  }

  #requireExpiry(expiresOn: string): void {
    const now = this.#options.now();
    const [today, latest] = [now, now + MOST_WATCHLIST_DAYS * DAY_MS].map((at) => instantOf(at).slice(0, 10));
    const wrong =
      expiresOn <= today!
        ? `The watchlist would end on ${expiresOn}, which is not after today (${today}, UTC).`
        : expiresOn > latest!
          ? `The watchlist would end on ${expiresOn}; ${latest} (${MOST_WATCHLIST_DAYS} days) is the latest.`
          : null;
    if (wrong !== null) throw new HttpError(422, 'WATCHLIST_EXPIRY', `${wrong} Nothing was changed.`);
  }
}

async function requireSite(tx: Database, siteId: Identifier): Promise<void> {
  const site = await tx.selectFrom('site').select('id').where('id', '=', siteId).executeTakeFirst();
  if (site === undefined)
    throw new HttpError(422, 'SITE_UNKNOWN', 'There is no such site; nothing was changed.');
}
