import { digestOfJson } from '@amaan/contracts/digest-of';
import type { FaceMatchRetention } from '@amaan/contracts/faces/matches/face-match';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import { lockFaceAuthorisation } from '@amaan/store/faces/face-authorisations';
import { deleteFaceProducts } from '@amaan/store/faces/face-products';
import {
  countProducts,
  type DeletedMatch,
  deleteFaceMatches,
  insertMatchRetentionRun,
  lastMatchRetentionRun,
  listDueMatches,
} from '@amaan/store/faces/matches/face-match-removal';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import { DAY_MS, DailyJob } from '../../daily-job.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';

export interface FaceMatchRemovalOptions {
  readonly db: Database;
  /** Days after which a rejected match is deleted, and an undecided one after the end of its authorisation. */
  readonly days: number;
  readonly now: () => number;
  readonly publish: (update: LiveUpdate) => void;
  readonly logger: Logger;
}

/** What was deleted of an authorisation, in numbers. */
export interface DestroyedProducts {
  readonly matches: readonly DeletedMatch[];
  readonly answers: number;
  /** Pictures and results, beside the matches. */
  readonly others: number;
}

const BATCH = 500;

/**
 * Deletes everything that searches under an authorisation made: matches, answers, observations and pictures. A second
 * time there is nothing to delete, and nothing to say. The objects are queued and deleted by the job for them.
 * @param tx a transaction, of which the entries are to be a part
 */
export async function destroyFaceProducts(
  tx: Database,
  authorisationId: Identifier,
  now: number,
): Promise<{ readonly result: DestroyedProducts; readonly entries: LedgerEntry[] }> {
  await lockFaceAuthorisation(tx, authorisationId);
  const { matches, answers } = await countProducts(tx, authorisationId);
  const gone = await deleteFaceProducts(tx, authorisationId, instantOf(now));
  const counted = (wanted: string) => gone.filter(({ kind }) => kind === wanted).length;
  const result = { matches, answers, others: gone.length - counted('hit') };
  if (gone.length === 0) return { result, entries: [] };
  const entry = ledgerEntry({
    kind: 'face-products.deleted',
    at: now,
    actor: 'system:server',
    subject: `face-authorisation:${authorisationId}`,
    data: {
      ...{
        cause: 'asked-for',
        hits: counted('hit'),
        crops: counted('crop'),
        results: counted('result'),
        answers,
      },
      idsDigest: digestOfJson(gone.map(({ id }) => id)),
    },
  });
  return { result, entries: [entry] };
}

/** Deletes matches: all of an authorisation when that is asked for, and every day those whose time is over. */
export class FaceMatchRemoval implements AsyncDisposable {
  readonly #options: FaceMatchRemovalOptions;
  readonly #job: DailyJob;

  constructor(options: FaceMatchRemovalOptions) {
    this.#options = options;
    const { db, now, logger } = options;
    this.#job = new DailyJob({
      last: () => lastMatchRetentionRun(db),
      run: () => this.run(),
      failure: 'rejected face matches were not deleted; tried again in an hour',
      now,
      logger,
    });
  }

  start(): void {
    this.#job.start();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#job[Symbol.asyncDispose]();
  }

  async view(): Promise<FaceMatchRetention> {
    return { days: this.#options.days, last: await lastMatchRetentionRun(this.#options.db) };
  }

  /** Deletes everything that an authorisation produced, and tells consoles. Idempotent. */
  async destroyWhatItProduced(authorisationId: Identifier): Promise<DestroyedProducts> {
    const { db, now } = this.#options;
    const destroyed = await changeInLedger(db, (tx) => destroyFaceProducts(tx, authorisationId, now()));
    this.tell(destroyed.matches);
    return destroyed;
  }

  /** Takes deleted matches off the screens of those who may see them. */
  tell(matches: readonly DeletedMatch[]): void {
    for (const match of matches)
      this.#options.publish({ type: 'face-match', match: { ...match, state: 'deleted' } });
  }

  /** Deletes what is due now. A batch and its ledger entry are one transaction; a run may be cut off after any. */
  async run(): Promise<void> {
    const { db, days, now, logger } = this.#options;
    const startedAt = instantOf(now());
    const before = instantOf(now() - days * DAY_MS);
    let [deleted, abandoned] = [0, 0];
    for (let more = true; more && !this.#job.isStopped; ) {
      const batch = await changeInLedger(db, (tx) => this.#deleteBatch(tx, before));
      deleted += batch.matches.length;
      abandoned += batch.abandoned;
      this.tell(batch.matches);
      more = batch.matches.length === BATCH;
    }
    const run = { startedAt, finishedAt: instantOf(now()), before, deleted, abandoned };
    await changeInLedger(db, async (tx) => {
      await insertMatchRetentionRun(tx, run);
      const entry = ledgerEntry({
        kind: 'face-match-retention.run',
        at: now(),
        actor: 'system:retention',
        subject: 'retention:face-matches',
        data: { before, days, deleted, abandoned },
      });
      return { result: undefined, entries: [entry] };
    });
    logger.info(run, 'face matches whose time is over were deleted');
  }

  async #deleteBatch(tx: Database, before: string) {
    const { days, now } = this.#options;
    const { rejected, abandoned } = await listDueMatches(tx, before, BATCH);
    const ids = [...rejected, ...abandoned];
    const matches = await deleteFaceMatches(tx, ids, instantOf(now()));
    const entry = ledgerEntry({
      kind: 'face-matches.deleted',
      at: now(),
      actor: 'system:retention',
      subject: `retention:${newIdentifier()}`,
      data: {
        ...{ before, days, count: ids.length, abandoned: abandoned.length },
        idsDigest: digestOfJson(ids),
      },
    });
    return {
      result: { matches, abandoned: abandoned.length },
      entries: ids.length === 0 ? [] : [entry],
    };
  }
}
