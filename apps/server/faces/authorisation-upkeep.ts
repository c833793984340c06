import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { dueEnd } from '@amaan/governance/faces/authorisation-standing';
import {
  getFaceAuthorisation,
  listOpenFaceAuthorisations,
  lockFaceAuthorisation,
} from '@amaan/store/faces/face-authorisations';
import { listWatchlistsToDestroy } from '@amaan/store/faces/watchlists';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { RepeatedJob } from '../repeated-job.ts';
import { endAuthorisation, FACE_UPKEEP } from './end-authorisation.ts';
import type { FaceChanges } from './face-changes.ts';
import { sweepFaceObjects } from './face-object-sweep.ts';
import type { WatchlistDestroyer } from './watchlist-destroyer.ts';

export interface AuthorisationUpkeepOptions {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'remove'>;
  readonly destroyer: WatchlistDestroyer;
  readonly changes: FaceChanges;
  readonly now: () => number;
  readonly logger: Logger;
}

const LOOK_MS = 5_000;

/**
 * Ends what is due: authorisations whose time is over or that nobody approved, and watchlists. What is due is read from
 * the database at each look, so a restart forgets nothing, and what is ended is ended once.
 */
export class AuthorisationUpkeep implements AsyncDisposable {
  readonly #options: AuthorisationUpkeepOptions;
  readonly #job: RepeatedJob;

  constructor(options: AuthorisationUpkeepOptions) {
    this.#options = options;
    this.#job = new RepeatedJob({
      work: () => this.#look(),
      everyMs: LOOK_MS,
      failure: 'face authorisations that are over were not all ended; tried again in seconds',
      logger: options.logger,
    });
  }

  start(): void {
    this.#job.start();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#job[Symbol.asyncDispose]();
  }

  /** One look. Looks run one after the other. */
  run(): Promise<void> {
    return this.#job.run();
  }

  async #look(): Promise<void> {
    const { db, objects, destroyer, changes, now } = this.#options;
    const ended: Identifier[] = [];
    for (const { id, facts } of await listOpenFaceAuthorisations(db, null, now()))
      if (dueEnd(facts, now()) !== null && (await this.#end(id))) ended.push(id);
    if (ended.length > 0) await changes.changed(ended);
    for (const id of await listWatchlistsToDestroy(db, instantOf(now()).slice(0, 10)))
      await destroyer.destroy(id, { by: FACE_UPKEEP, end: 'watchlist-ended' });
    await sweepFaceObjects(db, objects);
  }

  /** @returns whether it was this that ended it */
  #end(id: Identifier): Promise<boolean> {
    const { db, now } = this.#options;
    return changeInLedger(db, async (tx) => {
      await lockFaceAuthorisation(tx, id);
      const stored = await getFaceAuthorisation(tx, id, 'all', now());
      // Somebody may have decided meanwhile.
      const kind = stored === null ? null : dueEnd(stored.facts, now());
      if (stored === null || kind === null) return { result: false, entries: [] };
      const end = { kind, at: now(), by: FACE_UPKEEP };
      return { result: true, entries: await endAuthorisation(tx, stored, end) };
    });
  }
}
