import type { SiteScope } from '@amaan/contracts/api/me';
import type { CallPerformance, CallQuery } from '@amaan/contracts/service/call-performance';
import type { ControlChart, ControlChartQuery } from '@amaan/contracts/service/control-chart';
import type { DataQuality } from '@amaan/contracts/service/data-quality';
import type { LeagueQuery, LeagueTable } from '@amaan/contracts/service/league-table';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { packCallDays } from '@amaan/store/service/call-days';
import type { Logger } from 'pino';
import type { IncidentReporter } from '../incidents/incident-reporter.ts';
import type { PdfThread } from '../pdf/pdf-thread.ts';
import { RepeatedJob } from '../repeated-job.ts';
import { readCallPerformance } from './call-performance.ts';
import { CallFeedService } from './calls/call-feed-service.ts';
import { CallImportService } from './calls/call-import-service.ts';
import type { PerformanceService } from './performance-service.ts';
import { readControlChart } from './read-control-chart.ts';
import { readDataQuality } from './read-data-quality.ts';
import { readLeagueTable } from './read-league-table.ts';
import { WeeklyReportService } from './report/weekly-report-service.ts';

export interface PerformanceOptions {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'put' | 'get'>;
  readonly pdf: Pick<PdfThread, 'draw'>;
  readonly service: PerformanceService;
  readonly incidents: Pick<IncidentReporter, 'report'>;
  readonly now: () => number;
  readonly logger: Logger;
}

/** How the authority itself performs: alerts and emergency calls under one set of targets. */
export interface Performance extends AsyncDisposable {
  readonly service: PerformanceService;
  readonly feeds: CallFeedService;
  readonly imports: CallImportService;
  readonly reports: WeeklyReportService;
  calls(query: CallQuery, scope: SiteScope): Promise<CallPerformance>;
  chart(query: ControlChartQuery, scope: SiteScope): Promise<ControlChart>;
  league(query: LeagueQuery, scope: SiteScope): Promise<LeagueTable>;
  quality(query: CallQuery, scope: SiteScope): Promise<DataQuality>;
  /** The weekly reports, and the columns that figures are read from. */
  start(): void;
}

/** Days on which calls change are read from the calls themselves until then. */
const PACK_MS = 60_000;

export function createPerformance(options: PerformanceOptions): Performance {
  const { db, service, now } = options;
  const reports = new WeeklyReportService({ ...options, performance: service });
  const packing = new RepeatedJob({
    work: () => packAll(db),
    everyMs: PACK_MS,
    failure: 'days of calls could not be packed; figures are right but slow, and it is tried again',
    logger: options.logger,
  });
  return {
    ...{ service, reports },
    feeds: new CallFeedService(options),
    imports: new CallImportService(options),
    calls: async (query, scope) => readCallPerformance(db, query, scope, await service.context()),
    chart: async (query, scope) => readControlChart(db, query, scope, await service.context()),
    league: async (query, scope) => readLeagueTable(db, query, scope, await service.context()),
    quality: (query, scope) => readDataQuality(db, query, scope, now()),
    start: () => {
      reports.start();
      packing.start();
    },
    async [Symbol.asyncDispose]() {
      await packing[Symbol.asyncDispose]();
      await reports[Symbol.asyncDispose]();
    },
  };
}

async function packAll(db: Database): Promise<void> {
  while (await packCallDays(db));
}
