import type { Bus, BusMessage, Subscription } from '@amaan/bus/bus';
import type { Identifier } from '@amaan/contracts/identifier';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { findAlertsOfObservations } from '@amaan/store/alerts';
import { getFaceMatch, isPossibleMatch } from '@amaan/store/faces/matches/face-matches';
import type { Database } from '@amaan/store/open-database';
import { isPlateRead, readSightings } from '@amaan/store/plates/sightings';
import { isLaneMeasured } from '@amaan/store/traffic/lane-minutes';
import type { Logger } from 'pino';
import type { Metrics } from '../http/metrics.ts';
import type { CollectOutputs } from '../monitoring/collect-outputs.ts';
import type { KnownViews } from '../traffic/known-views.ts';
import type { EnforcementTaker } from './enforcement-taker.ts';
import { IngestContextReader } from './ingest-context.ts';
import { isUnstorable } from './is-unstorable.ts';
import { type ReadReports, readReports, unreadable } from './read-reports.ts';
import type { RoadTaker } from './road-taker.ts';
import { type AlertFinder, type ReportGate, type StoredReports, storeReports } from './store-reports.ts';

const LARGEST_BATCH = 500;

export interface IngestOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly collect: CollectOutputs;
  /** What looks for alerts that no rule raises; of one observation the first finder's counts. */
  readonly finders: readonly AlertFinder[];
  /** What holds back possible matches of faces; left out: none is taken. */
  readonly gate?: ReportGate;
  /** Takes what is said of roads beside observations; left out: nothing of it is kept. */
  readonly roads?: RoadTaker;
  /** Takes what is said of enforcement beside observations; left out: nothing of it is kept. */
  readonly enforcement?: EnforcementTaker;
  /** Told after a commit that changed what workers have to know. */
  readonly announceAssignment?: () => void;
  /** What versions of traffic views say. */
  readonly views?: KnownViews;
  /** Told of observations that raised an alert or got evidence; left out: nothing is masked ahead. */
  readonly maskAhead?: (observationIds: readonly Identifier[]) => Promise<void>;
  readonly now: () => number;
  readonly publish: (update: LiveUpdate) => void;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/**
 * Takes worker reports from the bus into the database. A batch is acknowledged when it is committed, and
 * comes again when it could not be; whatever a message holds, it never holds up the others.
 */
export class IngestService implements AsyncDisposable {
  readonly #options: IngestOptions;
  readonly #contexts: IngestContextReader;
  readonly #subscription: Subscription;
  #lagMs: number | null = null;

  constructor(options: IngestOptions) {
    this.#options = options;
    this.#contexts = new IngestContextReader(options.views);
    this.#subscription = options.bus.consume(SUBJECTS.reports, (messages) => this.#take(messages), {
      maxBatch: LARGEST_BATCH,
    });
  }

  /** Milliseconds from capture to commit of the newest observation, or null before the first. */
  get lagMs(): number | null {
    return this.#lagMs;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#subscription.stop();
  }

  async #take(messages: readonly BusMessage[]): Promise<void> {
    const { now, metrics, logger } = this.#options;
    const stop = metrics.batchSeconds.startTimer();
    try {
      await this.#store(readReports(messages, now()));
    } catch (error) {
      if (!isUnstorable(error)) {
        logger.error({ err: error, messages: messages.length }, 'a batch of reports was not stored yet');
        throw error;
      }
      await this.#takeOneByOne(messages);
    } finally {
      stop();
    }
  }

  /** Finds the messages that the database cannot hold, and puts them aside. */
  async #takeOneByOne(messages: readonly BusMessage[]): Promise<void> {
    const { now } = this.#options;
    for (const message of messages) {
      try {
        await this.#store(readReports([message], now()));
      } catch (error) {
        if (!isUnstorable(error)) throw error;
        const reason = 'The database cannot hold a value in it.';
        const denial = unreadable(message, { code: 'REPORT_UNSTORABLE', reason }, now());
        await this.#store({
          ...{ observations: [], evidence: [], searched: [], roads: [], gaps: [], passages: [] },
          ...{ denials: [denial], malformed: 1 },
        });
      }
    }
  }

  async #store(reports: ReadReports): Promise<void> {
    const { db, collect, now, finders, gate, roads, enforcement } = this.#options;
    const stored = await db
      .transaction()
      .execute((tx) =>
        storeReports(tx, reports, this.#contexts, collect, now(), finders, gate, roads, enforcement),
      );
    this.#count(reports, stored);
    await this.#tell(stored);
  }

  #count(reports: ReadReports, { observations, evidence, denials }: StoredReports): void {
    const { metrics, now } = this.#options;
    metrics.reports.inc({ type: 'observation', outcome: 'stored' }, observations.stored.length);
    metrics.reports.inc({ type: 'observation', outcome: 'refused' }, observations.refused);
    metrics.reports.inc({ type: 'evidence', outcome: 'stored' }, evidence);
    metrics.reports.inc({ type: 'denial', outcome: 'stored' }, denials);
    metrics.reports.inc({ type: 'unknown', outcome: 'malformed' }, reports.malformed);
    const newest = observations.stored.reduce(
      (latest, { capturedAt, clockOffsetMs }) => Math.max(latest, Date.parse(capturedAt) - clockOffsetMs),
      0,
    );
    if (newest === 0) return;
    this.#lagMs = Math.max(0, now() - newest);
    metrics.ingestLagSeconds.set(this.#lagMs / 1000);
  }

  /** After the commit, so that nobody waits for the ledger meanwhile. What is stored stays so if it fails. */
  async #tell({ raisedBy, evidenceFor, observations, roads }: StoredReports): Promise<void> {
    const { db, publish, maskAhead, announceAssignment, metrics, logger } = this.#options;
    if (roads.assignmentChanged) announceAssignment?.();
    if (roads.changed) publish({ type: 'traffic-changed' });
    const measured = new Set(observations.stored.filter(isLaneMeasured).map(({ cameraId }) => cameraId));
    if (measured.size > 0) publish({ type: 'traffic-measured', cameras: [...measured] });
    await maskAhead?.([...raisedBy, ...evidenceFor]);
    try {
      for (const alert of await findAlertsOfObservations(db, raisedBy)) {
        metrics.alerts.inc({ priority: alert.priority });
        publish({ type: 'alert-raised', alert });
      }
      const reads = observations.stored.filter(isPlateRead);
      for (const sighting of await readSightings(db, reads)) publish({ type: 'plate-read', sighting });
      for (const { id, siteId } of observations.stored.filter(isPossibleMatch)) {
        const match = await getFaceMatch(db, id);
        if (match === null) continue;
        const { caseId, state } = match;
        publish({ type: 'face-match', match: { matchId: id, siteId, caseId, state } });
      }
      for (const alert of await findAlertsOfObservations(db, evidenceFor))
        publish({ type: 'alert-changed', alert });
    } catch (error) {
      logger.warn({ err: error }, 'consoles were not told of alerts; they see them when they read anew');
    }
  }
}
