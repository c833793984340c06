import type { PlatformStatus } from '@amaan/contracts/api/platform-status';
import type { Site } from '@amaan/contracts/api/site';
import { instantOf } from '@amaan/contracts/instant';
import { countAlerts } from '@amaan/store/alerts';
import { readLedgerHead } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import { listSites } from '@amaan/store/sites';
import { readSuspensionsInForce } from '@amaan/store/suspensions';
import { sql } from 'kysely';
import type { WorkerDirectory } from '../cameras/worker-directory.ts';
import type { IngestService } from '../ingest/ingest-service.ts';
import { HttpError } from './http-errors.ts';

export interface StatusServiceOptions {
  readonly db: Database;
  readonly version: string;
  readonly now: () => number;
  readonly workers: Pick<WorkerDirectory, 'statuses' | 'workers'>;
  readonly ingest: Pick<IngestService, 'lagMs'>;
}

/** The installation at a glance. */
export class StatusService {
  readonly #options: StatusServiceOptions;

  constructor(options: StatusServiceOptions) {
    this.#options = options;
  }

  async read(): Promise<PlatformStatus> {
    const { db, version, now, workers, ingest } = this.#options;
    const [cameras, suspended, alerts, ledger] = await Promise.all([
      db
        .selectFrom('camera')
        .select(({ fn }) => [
          fn.countAll<number>().as('total'),
          sql<number>`count(*) FILTER (WHERE simulated)`.as('simulated'),
        ])
        .where('deleted_at', 'is', null)
        .executeTakeFirstOrThrow(),
      readSuspensionsInForce(db),
      countAlerts(db, {}),
      readLedgerHead(db),
    ]);
    const statuses = workers.statuses();
    return {
      version,
      cameras: {
        ...cameras,
        live: statuses.filter(({ state }) => state === 'live').length,
        failed: statuses.filter(({ state }) => state === 'failed').length,
      },
      alerts: { new: alerts.new },
      ingestLagMs: ingest.lagMs,
      suspendedSystems: suspended
        .filter(({ cameraGroupId }) => cameraGroupId === null)
        .map(({ system }) => system)
        .sort(),
      partlySuspendedSystems: [
        ...new Set(
          suspended.filter(({ cameraGroupId }) => cameraGroupId !== null).map(({ system }) => system),
        ),
      ].sort(),
      workers: workers.workers(),
      ledger: { size: ledger.size },
      serverTime: instantOf(now()),
    };
  }

  sites(): Promise<Site[]> {
    return listSites(this.#options.db);
  }

  /** @throws HttpError 503 `DATABASE_UNREACHABLE` */
  async checkDatabase(): Promise<void> {
    try {
      await sql`SELECT 1`.execute(this.#options.db);
    } catch (cause) {
      throw new HttpError(503, 'DATABASE_UNREACHABLE', 'The database does not answer.', { cause });
    }
  }
}
