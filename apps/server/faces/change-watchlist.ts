import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { listOpenFaceAuthorisations } from '@amaan/store/faces/face-authorisations';
import { openWatchlistBox } from '@amaan/store/faces/watchlist-keys';
import {
  getWatchlist,
  getWatchlistHead,
  lockWatchlist,
  type StoredWatchlist,
  touchWatchlist,
  type WatchlistHead,
} from '@amaan/store/faces/watchlists';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import { citizenDataSites, coversSite, type Principal } from '../access/decide.ts';
import { ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { FaceChanges } from './face-changes.ts';

export interface WatchlistContext {
  readonly db: Database;
  /** The server's own: it seals the keys of lists. */
  readonly secrets: SecretBox;
  readonly now: () => number;
  readonly changes: FaceChanges;
}

/** A list that is locked and open for a change. */
export interface OpenWatchlist {
  readonly tx: Database;
  readonly list: WatchlistHead;
  readonly box: SecretBox;
  readonly at: Instant;
  /** Of this change. */
  readonly revision: number;
}

/** What a change did, and what the ledger says about it: digests and identifiers, never a name or a picture. */
export interface WatchlistChange<Result> {
  readonly result: Result;
  readonly entries: readonly { readonly kind: string; readonly data: LedgerEntry['data'] }[];
}

/**
 * Changes a list: one transaction with its ledger entries, after which it wants another review. What is searched
 * follows at once.
 * @throws NotFoundError `WATCHLIST_NOT_FOUND`; HttpError 403 `OUTSIDE_YOUR_SITES`, 409 `WATCHLIST_EXPIRED`
 */
export async function changeWatchlist<Result>(
  context: WatchlistContext,
  id: Identifier,
  by: Principal,
  change: (open: OpenWatchlist) => Promise<WatchlistChange<Result>>,
  { mayBeExpired = false }: { readonly mayBeExpired?: boolean } = {},
): Promise<Result> {
  const { db, secrets, now, changes } = context;
  const done = await changeInLedger(db, async (tx) => {
    await lockWatchlist(tx, id);
    const list = await requireWatchlistHead(tx, id, citizenDataSites(by), now());
    requireWritable(list.siteId, by);
    if (list.state === 'expired' && !mayBeExpired) throw expired(list.expiresOn);
    const box = await requireBox(tx, secrets, id);
    const at = instantOf(now());
    const revision = await touchWatchlist(tx, id, at, by.person);
    const { result, entries } = await change({ tx, list, box, at, revision });
    const isTaken = (await listOpenFaceAuthorisations(tx, id, now())).some(
      ({ state }) => state === 'in-force',
    );
    return {
      result: { result, isTaken },
      entries: entries.map(({ kind, data }) =>
        ledgerEntry({ kind, at: now(), actor: `user:${by.id}`, subject: `watchlist:${id}`, data }),
      ),
    };
  });
  if (done.isTaken) await changes.changed([]);
  else changes.shown();
  return done.result;
}

/** A list of somebody's sites. @throws NotFoundError `WATCHLIST_NOT_FOUND` also of one that is destroyed */
export async function requireWatchlist(
  db: Database,
  id: Identifier,
  sites: SiteScope,
  now: number,
): Promise<StoredWatchlist> {
  const list = await getWatchlist(db, id, sites, now);
  if (list === null) throw new NotFoundError('watchlist');
  return list;
}

/** The same of one that is about to be changed or looked into. @throws NotFoundError as `requireWatchlist` */
export async function requireWatchlistHead(
  db: Database,
  id: Identifier,
  sites: SiteScope,
  now: number,
): Promise<WatchlistHead> {
  const list = await getWatchlistHead(db, id, sites, now);
  if (list === null) throw new NotFoundError('watchlist');
  return list;
}

/** What opens a list. @throws NotFoundError `WATCHLIST_NOT_FOUND` once its key is destroyed */
export async function requireBox(db: Database, secrets: SecretBox, id: Identifier): Promise<SecretBox> {
  const box = await openWatchlistBox(db, secrets, id);
  if (box === null) throw new NotFoundError('watchlist');
  return box;
}

/** @throws HttpError 403 `OUTSIDE_YOUR_SITES` */
export function requireWritable(siteId: Identifier | null, by: Principal): void {
  const sites = citizenDataSites(by);
  if (siteId === null ? sites === 'all' : coversSite(sites, siteId)) return;
  throw new HttpError(
    403,
    'OUTSIDE_YOUR_SITES',
    siteId === null
      ? 'A watchlist of every site is changed by people of every site only; choose one of your sites.'
      : 'This site is not one of yours.',
  );
}

/** The refusal of a list whose time is over. @param expiresOn `YYYY-MM-DD` */
export function expired(expiresOn: string): ConflictError {
  return new ConflictError(
    'WATCHLIST_EXPIRED',
    `The watchlist ended on ${expiresOn}, so it is not used any more and will be destroyed; nothing was changed.`,
  );
}
