import { digestOfJson } from '@amaan/contracts/digest-of';
import type { FaceAuthorisationEnd } from '@amaan/contracts/faces/face-authorisation';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import {
  getFaceAuthorisation,
  listOpenFaceAuthorisations,
  lockFaceAuthorisation,
} from '@amaan/store/faces/face-authorisations';
import { finishDestruction } from '@amaan/store/faces/finish-destruction';
import { destroyWatchlistKey, rewriteWatchlistKeys } from '@amaan/store/faces/watchlist-keys';
import { lockWatchlist } from '@amaan/store/faces/watchlists';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { endAuthorisation } from './end-authorisation.ts';
import type { FaceChanges } from './face-changes.ts';
import { sweepFaceObjects } from './face-object-sweep.ts';

export interface WatchlistDestroyerOptions {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'remove'>;
  readonly changes: FaceChanges;
  readonly now: () => number;
  readonly logger: Logger;
}

/** On whose word a list is destroyed, and how the authorisations on it end. */
export interface DestructionOrder {
  readonly by: { readonly actor: string; readonly name: string };
  readonly end: Extract<FaceAuthorisationEnd, 'watchlist-destroyed' | 'watchlist-ended'>;
  readonly reason?: string;
}

/**
 * Destroys lists: first the authorisations on it end and its key is gone, and nothing of it can be opened any more;
 * then rows and objects go. Each step may be cut off and is taken up again.
 */
export class WatchlistDestroyer {
  readonly #options: WatchlistDestroyerOptions;

  constructor(options: WatchlistDestroyerOptions) {
    this.#options = options;
  }

  /** @param check looks at the list in the first transaction, which has locked it, and throws where it must not be */
  async destroy(
    id: Identifier,
    order: DestructionOrder,
    check: (tx: Database) => Promise<void> = async () => {},
  ): Promise<void> {
    const { db, changes } = this.#options;
    const ended = await changeInLedger(db, async (tx) => {
      await lockWatchlist(tx, id);
      await check(tx);
      return this.#destroyKey(tx, id, order);
    });
    await changes.changed(ended);
    await changes.picturesRemoved(id);
    await this.#rewriteKeys();
    await changeInLedger(db, (tx) => this.#deleteRows(tx, id, order));
    await sweepFaceObjects(db, this.#options.objects);
  }

  async #destroyKey(
    tx: Database,
    id: Identifier,
    { by, end, reason }: DestructionOrder,
  ): Promise<{ result: Identifier[]; entries: LedgerEntry[] }> {
    const at = this.#options.now();
    const entries: LedgerEntry[] = [];
    const ended: Identifier[] = [];
    for (const open of await listOpenFaceAuthorisations(tx, id, at)) {
      await lockFaceAuthorisation(tx, open.id);
      const stored = await getFaceAuthorisation(tx, open.id, 'all', at);
      // Somebody may have ended it meanwhile.
      if (stored === null || stored.state === 'ended') continue;
      entries.push(...(await endAuthorisation(tx, stored, { kind: end, at, by })));
      ended.push(open.id);
    }
    // Taken up again after a crash there is none left, and the ledger says so already.
    if (await destroyWatchlistKey(tx, id, instantOf(at))) {
      const words = reason === undefined ? {} : { reasonDigest: digestOfJson(reason) };
      const data = { cause: end, authorisations: ended, ...words };
      entries.push(
        ledgerEntry({
          kind: 'watchlist.key-destroyed',
          at,
          actor: by.actor,
          subject: `watchlist:${id}`,
          data,
        }),
      );
    }
    return { result: ended, entries };
  }

  async #deleteRows(
    tx: Database,
    id: Identifier,
    { by }: DestructionOrder,
  ): Promise<{ result: undefined; entries: LedgerEntry[] }> {
    const at = this.#options.now();
    await lockWatchlist(tx, id);
    const { destroyed_at } = await tx
      .selectFrom('watchlist')
      .select('destroyed_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (destroyed_at !== null) return { result: undefined, entries: [] };
    const data = { ...(await finishDestruction(tx, id, instantOf(at))) };
    return {
      result: undefined,
      entries: [
        ledgerEntry({ kind: 'watchlist.destroyed', at, actor: by.actor, subject: `watchlist:${id}`, data }),
      ],
    };
  }

  async #rewriteKeys(): Promise<void> {
    await rewriteWatchlistKeys(this.#options.db).catch((error: unknown) => {
      this.#options.logger.warn(
        { err: error },
        'the key of a destroyed watchlist is deleted, but the file of keys could not be written anew',
      );
    });
  }
}
