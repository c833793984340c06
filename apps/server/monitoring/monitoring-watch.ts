import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { instantOf } from '@amaan/contracts/instant';
import { latestMonitoringRun } from '@amaan/store/monitoring';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { IncidentReporter } from '../incidents/incident-reporter.ts';

/** Longer than this without an evaluation, and nobody watches the AI systems. */
export const LONGEST_PAUSE_MS = 5 * 60_000;
const CHECK_MS = 60_000;

export interface MonitoringWatchOptions {
  readonly db: Database;
  readonly incidents: Pick<IncidentReporter, 'report'>;
  readonly now: () => number;
  readonly logger: Logger;
}

/**
 * Watches that monitoring watches. It shares nothing with `MonitoringService` but the rows that its evaluations
 * leave, so whatever stops them (a fault, a hung query, a server that was off, a service that somebody took out)
 * shows as their absence, and is an incident.
 */
export class MonitoringWatch implements Disposable {
  readonly #options: MonitoringWatchOptions;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: MonitoringWatchOptions) {
    this.#options = options;
  }

  /** Looks at the time that the server was not running, and goes on looking. Call it before monitoring starts. */
  async start(): Promise<void> {
    await this.check();
    this.#timer = setInterval(() => {
      this.check().catch((error: unknown) => {
        this.#options.logger.error({ err: error }, 'whether monitoring runs could not be checked');
      });
    }, CHECK_MS);
    this.#timer.unref();
  }

  /** @returns the incident of the present gap, or null when there is none. */
  async check(): Promise<GovernanceRecord | null> {
    const { db, incidents, now, logger } = this.#options;
    const latest = await latestMonitoringRun(db);
    const since = latest?.finishedAt ?? (await deploymentBegan(db));
    const pauseMs = now() - Date.parse(since);
    if (pauseMs <= LONGEST_PAUSE_MS) return null;
    const minutes = Math.round(pauseMs / 60_000);
    logger.error({ since, minutes }, 'monitoring did not run');
    return incidents.report({
      system: null,
      title: `Monitoring did not run for ${minutes} minutes`,
      incident: {
        source: 'monitoring-gap',
        severity: 'high',
        what: `No rule of monitoring was evaluated from ${since} for ${minutes} minutes, so a fault of an AI system in that time went unnoticed. Find out why, and look at what the systems reported meanwhile.`,
        detectedAt: instantOf(now()),
        cameraGroupId: null,
        key: `monitoring-gap ${since}`,
        facts: { since, minutes, lastRunId: latest?.id ?? null },
      },
    });
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}

async function deploymentBegan(db: Database): Promise<string> {
  const { created_at } = await db.selectFrom('deployment').select('created_at').executeTakeFirstOrThrow();
  return created_at;
}
