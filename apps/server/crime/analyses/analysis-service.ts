import type {
  Analysis,
  AnalysisDetails,
  AnalysisListQuery,
  CrimeStanding,
} from '@amaan/contracts/crime/analysis';
import type { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import {
  findAnalysis,
  getAnalysis,
  insertAnalysis,
  listAnalyses,
  stopAnalysis,
} from '@amaan/store/crime-analyses/analyses';
import type { Database } from '@amaan/store/open-database';
import { coversSite, type Principal } from '../../access/decide.ts';
import { ConflictError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { AnalysisRunner } from './analysis-runner.ts';
import { readCrimeStanding, requireCrimeStanding } from './crime-standing.ts';
import type { IncidentSource } from './incident-source.ts';

export interface AnalysisServiceOptions {
  readonly db: Database;
  readonly source: Pick<IncidentSource, 'digest'>;
  readonly runner: Pick<AnalysisRunner, 'wake' | 'abandon' | 'settled'>;
  /** Of the platform and the system: equal questions on equal data may differ between versions. */
  readonly softwareVersion: string;
  readonly now: () => number;
}

/** How long a question waits for its answer; what takes longer is asked for again. */
const PATIENCE_MS = 1000;
/** Among so many of the latest density maps one of the whole site is looked for. */
const LOOKED_AT = 200;

/** What people ask of incidents, and what came of it. */
export class AnalysisService {
  readonly #options: AnalysisServiceOptions;

  constructor(options: AnalysisServiceOptions) {
    this.#options = options;
  }

  async standing(): Promise<CrimeStanding> {
    const { running, reason } = await readCrimeStanding(this.#options.db);
    return { running, reason };
  }

  /** Newest first. */
  list(query: AnalysisListQuery, { sites }: Pick<Principal, 'sites'>): Promise<Analysis[]> {
    return listAnalyses(this.#options.db, sites, query);
  }

  /** @throws NotFoundError `ANALYSIS_NOT_FOUND` */
  async get(id: Identifier, { sites }: Pick<Principal, 'sites'>): Promise<AnalysisDetails> {
    const found = await getAnalysis(this.#options.db, sites, id);
    if (found === null) throw new NotFoundError('analysis');
    return found;
  }

  /**
   * The newest density map of a whole site that is done; null: none was made. Who sees nothing else gets no picture of what an
   * analyst happened to narrow a question to.
   */
  async newestDensity(siteId: Identifier, by: Pick<Principal, 'sites'>): Promise<AnalysisDetails | null> {
    const recent = await this.list({ siteId, kind: 'density', state: 'done', limit: LOOKED_AT }, by);
    const newest = recent.find(({ question }) => isOfWholeSite(question));
    return newest === undefined ? null : this.get(newest.id, by);
  }

  /**
   * Asks a question. The answer is there at once where an equal question was asked of the same data before, or where it
   * takes less than a second; otherwise it is on its way.
   * @param patienceMs how long its answer is waited for
   * @throws NotFoundError `SITE_NOT_FOUND`; ConflictError `SYSTEM_NOT_RUNNING`, and those of the source
   */
  async ask(
    question: AnalysisQuestion,
    by: Principal,
    patienceMs: number = PATIENCE_MS,
  ): Promise<AnalysisDetails> {
    const { db, source, runner, softwareVersion, now } = this.#options;
    if (!coversSite(by.sites, question.selection.siteId)) throw new NotFoundError('site');
    await requireCrimeStanding(db);
    const dataDigest = await source.digest(question);
    const digest = digestOfJson({ question, data: dataDigest, software: softwareVersion });
    const known = await findAnalysis(db, digest);
    if (known !== null) return this.get(known, by);
    const id = newIdentifier();
    const settled = runner.settled(id, patienceMs);
    const inserted = await insertAnalysis(db, {
      ...{ id, question, digest, dataDigest, softwareVersion },
      ...{ at: instantOf(now()), actor: `user:${by.id}`, name: by.name },
    });
    if (!inserted) {
      const other = await findAnalysis(db, digest);
      if (other !== null) return this.get(other, by);
      throw new ConflictError('ASK_AGAIN', 'An equal analysis has just ended; ask again.');
    }
    runner.wake();
    await settled;
    return this.get(id, by);
  }

  /** @throws NotFoundError `ANALYSIS_NOT_FOUND`; ConflictError `ANALYSIS_ENDED` */
  async cancel(id: Identifier, by: Principal): Promise<AnalysisDetails> {
    const { db, runner, now } = this.#options;
    await this.get(id, by);
    const cancelled = await changeInLedger(db, async (tx) => {
      const at = now();
      const actor = `user:${by.id}`;
      const stopped = await stopAnalysis(tx, id, 'cancelled', null, instantOf(at));
      const subject = `crime-analysis:${id}`;
      const entry = ledgerEntry({ kind: 'crime-analysis.cancelled', at, actor, subject, data: {} });
      return { result: stopped, entries: stopped ? [entry] : [] };
    });
    if (!cancelled)
      throw new ConflictError('ANALYSIS_ENDED', 'This analysis has ended; nothing was changed.');
    runner.abandon(id);
    return this.get(id, by);
  }
}

function isOfWholeSite({ kind, selection, settings }: AnalysisQuestion): boolean {
  const { kinds, offences, boundaryIds } = selection;
  return (
    kind === 'density' &&
    settings.against === null &&
    [kinds, offences, boundaryIds].every((list) => list.length === 0)
  );
}
