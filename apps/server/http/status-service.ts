import type { PlatformStatus } from '@amaan/contracts/api/platform-status';
import type { Site } from '@amaan/contracts/api/site';
import { instantOf } from '@amaan/contracts/instant';
import { countAlerts } from '@amaan/store/alerts';
import { summariseNoticed } from '@amaan/store/incidents';
import { readLedgerHead } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import { listSites } from '@amaan/store/sites';
import { readSuspensionsInForce } from '@amaan/store/suspensions';
import { withinSites } from '@amaan/store/within-sites';
import { sql } from 'kysely';
import { coversSite, decide, type Principal } from '../access/decide.ts';
import type { CameraSites } from '../cameras/camera-sites.ts';
import type { WorkerDirectory } from '../cameras/worker-directory.ts';
import type { IngestService } from '../ingest/ingest-service.ts';
import type { LedgerSelfCheck } from '../ledger/ledger-self-check.ts';
import { HttpError } from './http-errors.ts';

export interface StatusServiceOptions {
  readonly db: Database;
  readonly version: string;
  readonly now: () => number;
  readonly workers: Pick<WorkerDirectory, 'statuses' | 'workers'>;
  readonly ingest: Pick<IngestService, 'lagMs'>;
  readonly ledgerCheck: Pick<LedgerSelfCheck, 'newest'>;
  readonly siteOfCamera: CameraSites['siteOf'];
}

/** The installation at a glance. */
export class StatusService {
  readonly #options: StatusServiceOptions;

  constructor(options: StatusServiceOptions) {
    this.#options = options;
  }

  /** As far as somebody's sites go. */
  async read(principal: Principal): Promise<PlatformStatus> {
    const { sites } = principal;
    const { db, version, now, workers, ingest, siteOfCamera } = this.#options;
    const [cameras, suspended, alerts, ledger, check, noticed] = await Promise.all([
      db
        .selectFrom('camera')
        .select(({ fn }) => [
          fn.countAll<number>().as('total'),
          sql<number>`count(*) FILTER (WHERE simulated)`.as('simulated'),
        ])
        .where('deleted_at', 'is', null)
        .where(withinSites('camera.site_id', sites))
        .executeTakeFirstOrThrow(),
      readSuspensionsInForce(db),
      countAlerts(db, { sites }),
      readLedgerHead(db),
      this.#options.ledgerCheck.newest(),
      decide(principal, 'incident.read').allowed ? summariseNoticed(db) : null,
    ]);
    const statuses = workers
      .statuses()
      .filter(({ cameraId }) => sites === 'all' || sites.includes(siteOfCamera(cameraId) ?? ''));
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
      ledger: {
        size: ledger.size,
        checkedAt: check?.at ?? null,
        intact: check && check.faults.length === 0,
      },
      noticed,
      serverTime: instantOf(now()),
    };
  }

  async sites(by: Principal): Promise<Site[]> {
    return (await listSites(this.#options.db)).filter(({ id }) => coversSite(by.sites, id));
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
