import type { AnalysisKind } from '@amaan/contracts/crime/analysis-kind';
import { ANALYSIS_KINDS } from '@amaan/contracts/crime/analysis-kind';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import {
  type AnalysisAttempt,
  type ClaimedAnalysis,
  claimAnalysis,
  endAnalysis,
  listOpenAnalyses,
  releaseAnalysis,
  setAnalysisProgress,
  stopAnalysis,
} from '@amaan/store/crime-analyses/analyses';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { RepeatedJob } from '../../repeated-job.ts';
import { readCrimeStanding } from './crime-standing.ts';
import type { IncidentSource } from './incident-source.ts';
import { runAnalysis } from './run-analysis.ts';

export interface AnalysisRunnerOptions {
  readonly db: Database;
  readonly source: IncidentSource;
  readonly now: () => number;
  readonly logger: Logger;
}

/** What is answered at once has a lane of its own, so that it never waits behind a scan of a minute. */
const QUICK: readonly AnalysisKind[] = ['density', 'heat-map', 'comparison', 'trend', 'patrol-audit'];
const LANES = [QUICK, ANALYSIS_KINDS.filter((kind) => !QUICK.includes(kind))];

/** How often a running analysis says how far it is, and looks whether it may go on. */
const BEAT_MS = 1000;
/** An analysis of which nothing was heard for so long is begun anew. */
export const ANALYSIS_SILENCE_MS = 20_000;
/** How often is looked for what another server, or one before, left waiting. */
const LOOK_MS = 5000;

/** The reason with which threads are ended when the row is another's, or ended. */
class Superseded extends Error {}
/** … and when the server stops: the analysis waits for the next one. */
class ShutDown extends Error {}

/**
 * Makes the analyses that wait, one at a time in each lane, in threads. They are rows with a state, so that they survive a
 * restart: what was running is begun anew. Suspending the system stops them within a beat.
 */
export class AnalysisRunner implements AsyncDisposable {
  readonly #options: AnalysisRunnerOptions;
  readonly #lanes: readonly RepeatedJob[];
  readonly #running = new Map<Identifier, AbortController>();
  readonly #waiting = new Map<Identifier, Set<() => void>>();
  #started = false;
  #stopping = false;

  constructor(options: AnalysisRunnerOptions) {
    this.#options = options;
    this.#lanes = LANES.map(
      (kinds) =>
        new RepeatedJob({
          work: () => this.#drain(kinds),
          everyMs: LOOK_MS,
          failure: 'analyses of crime could not be looked for',
          logger: options.logger,
        }),
    );
  }

  start(): void {
    this.#started = true;
    for (const lane of this.#lanes) lane.start();
  }

  get isStarted(): boolean {
    return this.#started;
  }

  /** Something waits. Until the runner is started it goes on waiting. */
  wake(): void {
    if (!this.#started) return;
    for (const lane of this.#lanes) lane.look();
  }

  /** Ends the threads of an analysis that is not to be gone on with. */
  abandon(id: Identifier): void {
    this.#running.get(id)?.abort(new Superseded());
    this.#tell(id);
  }

  /** Resolves when the analysis has ended here, or after a time. */
  async settled(id: Identifier, patienceMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const told = this.#waiting.get(id) ?? new Set();
      this.#waiting.set(id, told);
      const done = () => {
        clearTimeout(timer);
        told.delete(done);
        if (told.size === 0) this.#waiting.delete(id);
        resolve();
      };
      const timer = setTimeout(done, patienceMs);
      told.add(done);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping = true;
    for (const controller of this.#running.values()) controller.abort(new ShutDown());
    for (const lane of this.#lanes) await lane[Symbol.asyncDispose]();
    for (const told of this.#waiting.values()) for (const done of [...told]) done();
  }

  async #drain(kinds: readonly AnalysisKind[]): Promise<void> {
    const { db, now } = this.#options;
    while (!this.#stopping) {
      const silentSince = instantOf(now() - ANALYSIS_SILENCE_MS);
      const claimed = await claimAnalysis(db, kinds, instantOf(now()), silentSince);
      if (claimed === null) return;
      await this.#make(claimed);
    }
  }

  async #make(claimed: ClaimedAnalysis): Promise<void> {
    const { db, source, now, logger } = this.#options;
    const { id, question } = claimed;
    const controller = new AbortController();
    const { signal } = controller;
    this.#running.set(id, controller);
    let progress = 0;
    const beat = new RepeatedJob({
      work: async () => {
        if (signal.aborted) return;
        const { running, reason } = await readCrimeStanding(db);
        if (!running) await this.#stopAll(reason);
        else if (!(await setAnalysisProgress(db, claimed, progress, instantOf(now()))))
          controller.abort(new Superseded());
      },
      everyMs: BEAT_MS,
      failure: 'the progress of an analysis of crime was not stored',
      logger,
    });
    beat.start();
    try {
      if ((await source.digest(question)) !== claimed.dataDigest)
        throw new AmaanError(
          'DATA_CHANGED',
          'The data changed between the question and its analysis; ask again, and it is made on the new data.',
        );
      const read = await source.read(question, signal);
      const finished = await runAnalysis(question, read.data, {
        signal,
        onProgress: (share) => {
          progress = share;
        },
      });
      await changeInLedger(db, async (tx) => {
        const at = now();
        const ended = await endAnalysis(tx, claimed, {
          at: instantOf(at),
          incidents: read.incidents,
          notes: [...read.notes, ...finished.notes],
          result: finished.result,
          resultDigest: finished.digest,
        });
        const data = {
          kind: question.kind,
          siteId: question.selection.siteId,
          simulated: question.selection.simulated,
          officerInitiated: question.selection.officerInitiated !== null,
          incidents: read.incidents,
          digest: claimed.digest,
          result: finished.digest,
        };
        return { result: undefined, entries: ended ? [this.#entry('done', id, claimed.askedBy, data)] : [] };
      });
    } catch (error) {
      await this.#ended(claimed, error);
    } finally {
      await beat[Symbol.asyncDispose]();
      this.#running.delete(id);
      this.#tell(id);
    }
  }

  /** Writes down why an analysis has no result. */
  async #ended(of: AnalysisAttempt, error: unknown): Promise<void> {
    if (error instanceof Superseded) return;
    const { db, now, logger } = this.#options;
    if (error instanceof ShutDown) {
      await releaseAnalysis(db, of);
      return;
    }
    const known = error instanceof AmaanError && error.code !== 'COMPUTE_THREAD_FAILED';
    if (!known) logger.error({ err: error, analysis: of.id }, 'an analysis of crime failed');
    const problem = known
      ? { code: error.code, message: error.message }
      : {
          code: 'ANALYSIS_FAILED',
          message:
            'The analysis failed for a reason of the software, which is in the log. Nothing was changed.',
        };
    await changeInLedger(db, async (tx) => {
      const stopped = await stopAnalysis(tx, of.id, 'failed', problem, instantOf(now()));
      const entry = this.#entry('failed', of.id, 'system:server', { problem: problem.code });
      return { result: undefined, entries: stopped ? [entry] : [] };
    });
  }

  /** The system may not run: everything that is open ends. */
  async #stopAll(reason: string): Promise<void> {
    const { db, now } = this.#options;
    const problem = { code: 'SYSTEM_NOT_RUNNING', message: reason };
    for (const id of await listOpenAnalyses(db)) {
      await changeInLedger(db, async (tx) => {
        const stopped = await stopAnalysis(tx, id, 'cancelled', problem, instantOf(now()));
        const entry = this.#entry('stopped', id, 'system:server', { problem: problem.code });
        return { result: undefined, entries: stopped ? [entry] : [] };
      });
      this.abandon(id);
    }
  }

  #tell(id: Identifier): void {
    for (const done of [...(this.#waiting.get(id) ?? [])]) done();
  }

  #entry(what: string, id: Identifier, actor: string, data: Parameters<typeof ledgerEntry>[0]['data']) {
    return ledgerEntry({
      kind: `crime-analysis.${what}`,
      at: this.#options.now(),
      actor,
      subject: `crime-analysis:${id}`,
      data,
    });
  }
}
