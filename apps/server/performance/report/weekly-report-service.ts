import type { SiteScope } from '@amaan/contracts/api/me';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { CallQuery } from '@amaan/contracts/service/call-performance';
import { ControlChartQuery } from '@amaan/contracts/service/control-chart';
import { LeagueQuery } from '@amaan/contracts/service/league-table';
import type { FailedReport, WeeklyReport, WeeklyReports } from '@amaan/contracts/service/weekly-report';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { listFailedReports } from '@amaan/store/service/failed-reports';
import { insertServiceReport, listServiceReports } from '@amaan/store/service/service-reports';
import { listSites, type Site } from '@amaan/store/sites';
import type { Logger } from 'pino';
import { NotFoundError } from '../../http/http-errors.ts';
import type { IncidentReporter } from '../../incidents/incident-reporter.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { PdfThread } from '../../pdf/pdf-thread.ts';
import { RepeatedJob } from '../../repeated-job.ts';
import { type PerformanceContext, readCallPerformance } from '../call-performance.ts';
import type { PerformanceService } from '../performance-service.ts';
import { readControlChart } from '../read-control-chart.ts';
import { readDataQuality } from '../read-data-quality.ts';
import { readLeagueTable } from '../read-league-table.ts';
import { failedReportIncident } from './failed-report-incident.ts';
import { REPORT_DRAWING } from './report-drawing.ts';
import type { ReportFacts } from './report-facts.ts';
import { type ReportWeek, reportWeeks } from './report-weeks.ts';

/** Which of the reports of a week. */
interface ReportOf {
  readonly simulated: boolean;
  /** Null: of all sites. */
  readonly site: Site | null;
}

export interface WeeklyReportOptions {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'put' | 'get'>;
  readonly pdf: Pick<PdfThread, 'draw'>;
  readonly performance: PerformanceService;
  readonly incidents: Pick<IncidentReporter, 'report'>;
  readonly now: () => number;
  readonly logger: Logger;
}

const LOOK_MS = 10 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** So many weeks back are made up for, when the server was down or records came late. */
const WEEKS_BACK = 4;
/** The chart holds a week against so many days before it. */
const CHART_DAYS = 56;

/**
 * The weekly reports. Each is made when its week is over and the hour has come, kept, and never made again; what was missed while
 * the server was down is made when it is up. Weeks in which nothing was recorded have none. Each stands on its own: one that fails
 * holds no other up, is tried again at the next look, and opens one incident.
 */
export class WeeklyReportService implements AsyncDisposable {
  readonly #options: WeeklyReportOptions;
  readonly #job: RepeatedJob;

  constructor(options: WeeklyReportOptions) {
    this.#options = options;
    this.#job = new RepeatedJob({
      work: () => this.makeDue(),
      everyMs: LOOK_MS,
      failure: 'weekly reports could not be looked after; tried again',
      logger: options.logger,
    });
  }

  start(): void {
    this.#job.start();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#job[Symbol.asyncDispose]();
  }

  /** Reports of all sites and of each for who sees all, made and failed; for others those of their sites. */
  async list(scope: SiteScope): Promise<WeeklyReports> {
    const { settings, now } = await this.#context();
    const next = reportWeeks(now - 7 * DAY_MS, now + 15 * DAY_MS, settings).find(({ dueAt }) => dueAt > now);
    const tried = new Set(dueWeeks(now, settings).map(({ from }) => instantOf(from)));
    return {
      reports: await this.#visible(scope),
      failed: (await this.#failed(scope)).map((one) => ({ ...one, retried: tried.has(one.from) })),
      nextAt: instantOf(next?.dueAt ?? now + 7 * DAY_MS),
    };
  }

  /** @throws NotFoundError `SERVICE_REPORT_NOT_FOUND` */
  async open(id: Identifier, scope: SiteScope): Promise<{ report: WeeklyReport; pdf: Uint8Array }> {
    const [report] = await this.#visible(scope, id);
    if (report === undefined) throw new NotFoundError('service report');
    return { report, pdf: await this.#options.objects.get(report.digest) };
  }

  async #visible(scope: SiteScope, id?: Identifier): Promise<WeeklyReport[]> {
    const which = id === undefined ? {} : { id };
    if (scope === 'all') return listServiceReports(this.#options.db, which);
    return scope.length === 0 ? [] : listServiceReports(this.#options.db, { ...which, siteIds: scope });
  }

  async #failed(scope: SiteScope): Promise<Omit<FailedReport, 'retried'>[]> {
    if (scope === 'all') return listFailedReports(this.#options.db);
    return scope.length === 0 ? [] : listFailedReports(this.#options.db, scope);
  }

  /** Makes what is due and was not made. A report that fails is told, and not thrown. */
  async makeDue(): Promise<void> {
    const context = await this.#context();
    const { now, settings } = context;
    const weeks = dueWeeks(now, settings);
    const [first] = weeks;
    if (first === undefined) return;
    const made = await listServiceReports(this.#options.db, { from: instantOf(first.from) });
    const known = new Set(made.map(({ from, simulated, siteId }) => `${from} ${simulated} ${siteId}`));
    const sites = await listSites(this.#options.db);
    // The report of all comes first, so that headquarters does not wait for those of its cities.
    for (const week of weeks)
      for (const simulated of [false, true])
        for (const site of [null, ...sites])
          if (!known.has(`${instantOf(week.from)} ${simulated} ${site?.id ?? null}`))
            await this.#make(week, { simulated, site }, context).catch((error: unknown) =>
              this.#tell(error, week, { simulated, site }, context),
            );
  }

  /** Never fails: the reports that follow are to be made. */
  async #tell(error: unknown, week: ReportWeek, of: ReportOf, { now, settings }: PerformanceContext) {
    const { incidents, logger } = this.#options;
    const report = { from: instantOf(week.from), simulated: of.simulated, site: of.site?.name ?? null };
    logger.error({ err: error, report }, 'a weekly report could not be made; tried again');
    const { timeZone } = settings;
    await incidents
      .report(failedReportIncident({ ...of, week, error, timeZone, now }))
      .catch((fault: unknown) => {
        logger.error(
          { err: fault, report },
          'that a weekly report could not be made was not put down; tried again',
        );
      });
  }

  async #make(week: ReportWeek, of: ReportOf, context: PerformanceContext): Promise<void> {
    const { db, objects, pdf } = this.#options;
    const facts = await this.#factsOf(week, of, context);
    if (facts === null) return;
    const bytes = await pdf.draw(REPORT_DRAWING, facts);
    const digest = await objects.put(bytes);
    const { simulated } = of;
    const siteId = of.site?.id ?? null;
    const report: Omit<WeeklyReport, 'siteName'> = {
      ...{ id: newIdentifier(), siteId, from: facts.from, to: facts.to, simulated, madeAt: facts.madeAt },
      ...{ digest, bytes: bytes.length },
      ...{ alerts: facts.alerts.alerts, calls: facts.calls.calls },
    };
    await changeInLedger(db, async (tx) => {
      // Another server may have been faster: its report is the one.
      const isNew = await insertServiceReport(tx, report);
      const entry = ledgerEntry({
        ...{ kind: 'service-report.made', at: context.now, actor: 'system:server' },
        subject: `service-report:${report.id}`,
        data: { from: report.from, to: report.to, site: siteId, simulated, digest, bytes: report.bytes },
      });
      return { result: undefined, entries: isNew ? [entry] : [] };
    });
  }

  /** Null: nothing was recorded. */
  async #factsOf(
    { from, to }: ReportWeek,
    { simulated, site }: ReportOf,
    context: PerformanceContext,
  ): Promise<ReportFacts | null> {
    const { db, performance } = this.#options;
    const flag = simulated ? 'true' : 'false';
    const own = site === null ? {} : { siteId: site.id };
    const week = { ...own, from: instantOf(from), to: instantOf(to), simulated: flag } as const;
    const query = CallQuery.parse(week);
    const alerts = await performance.read({ ...week, simulated }, 'all');
    const calls = await readCallPerformance(db, query, 'all', context);
    if (alerts.alerts === 0 && calls.calls === 0) return null;
    const { name } = await db.selectFrom('deployment').select('name').executeTakeFirstOrThrow();
    const league = LeagueQuery.parse({ ...week, by: site === null ? 'site' : 'station' });
    const chart = ControlChartQuery.parse({
      ...{ ...week, from: instantOf(from - CHART_DAYS * DAY_MS) },
      ...{ of: 'calls', charted: 'within-target', phase: 'arrival', step: 'day' },
    });
    return {
      ...{ from: week.from, to: week.to, simulated, madeAt: instantOf(context.now), organisation: name },
      ...{ site: site?.name ?? null, alerts, calls },
      chart: await readControlChart(db, chart, 'all', context),
      league: await readLeagueTable(db, league, 'all', context),
      quality: await readDataQuality(db, query, 'all', context.now),
    };
  }

  #context(): Promise<PerformanceContext> {
    return this.#options.performance.context();
  }
}

/** Weeks whose reports are due and not too long past to be made, oldest first. */
function dueWeeks(now: number, settings: PerformanceContext['settings']): ReportWeek[] {
  return reportWeeks(now - WEEKS_BACK * 7 * DAY_MS, now, settings).filter(({ dueAt }) => dueAt <= now);
}
