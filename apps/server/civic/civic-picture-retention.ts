import { digestOfJson } from '@amaan/contracts/digest-of';
import { instantOf } from '@amaan/contracts/instant';
import { purgeCivicPictures } from '@amaan/store/civic/civic-picture-purge';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { isObjectNamed } from '@amaan/store/redaction/masked-objects';
import { DAY_MS } from '../daily-job.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { civicEntry } from './civic-entry.ts';

export interface CivicPictureRetentionOptions {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'remove'>;
  /** Days for which pictures are kept after their ticket ended. */
  readonly pictureDays: number;
  readonly now: () => number;
  readonly onChanged: () => void;
}

/** A year: complaints about a place, and comparing it with the same season, end by then. */
export const DEFAULT_CIVIC_PICTURE_DAYS = 365;
const BATCH = 200;

/**
 * Deletes pictures of tickets so many days after their end, and of suggestions that nobody confirmed for as long. Each
 * batch and its ledger entries, one of each ticket, are one transaction.
 */
export class CivicPictureRetention {
  readonly #options: CivicPictureRetentionOptions;

  constructor(options: CivicPictureRetentionOptions) {
    this.#options = options;
  }

  /** @returns how many tickets lost their pictures */
  async run(): Promise<number> {
    const { db, objects, pictureDays: days, now, onChanged } = this.#options;
    const before = instantOf(now() - days * DAY_MS);
    let tickets = 0;
    for (let more = true; more; ) {
      const batch = await changeInLedger(db, async (tx) => {
        const at = now();
        const result = await purgeCivicPictures(tx, before, instantOf(at), BATCH);
        const entries = result.map(({ ticketId, pictureIds }) =>
          civicEntry('pictures-deleted', ticketId, {
            ...{ at, actor: 'system:retention' },
            data: { before, days, count: pictureIds.length, idsDigest: digestOfJson(pictureIds) },
          }),
        );
        return { result, entries };
      });
      for (const digest of new Set(batch.flatMap((ticket) => ticket.objects)))
        if (!(await isObjectNamed(db, digest))) await objects.remove(digest);
      tickets += batch.length;
      more = batch.length === BATCH;
    }
    if (tickets > 0) onChanged();
    return tickets;
  }
}
