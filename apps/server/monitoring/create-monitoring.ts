import type { CameraStatus } from '@amaan/contracts/camera';
import type { MonitoringRun } from '@amaan/contracts/monitoring';
import { listMonitoringRuns } from '@amaan/store/monitoring';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { IncidentReporter } from '../incidents/incident-reporter.ts';
import { PerformanceService } from '../performance/performance-service.ts';
import type { SuspensionService } from '../permits/suspension-service.ts';
import type { InputCollector } from './collect-inputs.ts';
import { CoverageWatch } from './coverage-watch.ts';
import { GroundTruthService } from './ground-truth-service.ts';
import { MonitoringReferences } from './monitoring-references.ts';
import { MonitoringRules } from './monitoring-rules.ts';
import { MonitoringService } from './monitoring-service.ts';
import { MonitoringViews } from './monitoring-views.ts';
import { MonitoringWatch } from './monitoring-watch.ts';

export interface MonitoringOptions {
  readonly db: Database;
  /** Filled from heartbeats. */
  readonly inputs: InputCollector;
  /** What workers last said of their cameras. */
  readonly statuses: () => readonly CameraStatus[];
  readonly incidents: IncidentReporter;
  readonly suspensions: SuspensionService;
  readonly now: () => number;
  readonly logger: Logger;
}

/** How the platform watches its AI systems and its own service. */
export interface Monitoring extends AsyncDisposable {
  readonly service: MonitoringService;
  readonly watch: MonitoringWatch;
  readonly coverage: CoverageWatch;
  readonly rules: MonitoringRules;
  readonly references: MonitoringReferences;
  readonly views: MonitoringViews;
  readonly groundTruth: GroundTruthService;
  readonly performance: PerformanceService;
  /** Evaluations of a period, newest first. */
  runs(period: Parameters<typeof listMonitoringRuns>[1]): Promise<MonitoringRun[]>;
}

/** Joins the services of this room. `watch`, `coverage` and `service` begin when they are started. */
export function createMonitoring(options: MonitoringOptions): Monitoring {
  const { db } = options;
  const stack = new AsyncDisposableStack();
  const rules = new MonitoringRules(options);
  const references = new MonitoringReferences(options);
  const performance = new PerformanceService(options);
  const timeZone = async () => (await performance.settings()).settings.timeZone;
  const watch = stack.use(new MonitoringWatch(options));
  const coverage = stack.use(new CoverageWatch(options));
  const service = stack.use(new MonitoringService({ ...options, rules, references, timeZone }));
  const views = new MonitoringViews({ ...options, timeZone });
  return {
    service,
    watch,
    coverage,
    rules,
    references,
    views,
    groundTruth: new GroundTruthService(options),
    performance,
    runs: (period) => listMonitoringRuns(db, period),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
