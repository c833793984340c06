import type { SiteScope } from '@amaan/contracts/api/me';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { CallQuery } from '@amaan/contracts/service/call-performance';
import { ControlChartQuery } from '@amaan/contracts/service/control-chart';
import { LeagueQuery } from '@amaan/contracts/service/league-table';
import type { WeeklyReport, WeeklyReports } from '@amaan/contracts/service/weekly-report';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { insertServiceReport, listServiceReports } from '@amaan/store/service/service-reports';
import { listSites, type Site } from '@amaan/store/sites';
import type { Logger } from 'pino';
import { NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { PdfThread } from '../../pdf/pdf-thread.ts';
import { RepeatedJob } from '../../repeated-job.ts';
import { type PerformanceContext, readCallPerformance } from '../call-performance.ts';
import type { PerformanceService } from '../performance-service.ts';
import { readControlChart } from '../read-control-chart.ts';
import { readDataQuality } from '../read-data-quality.ts';
import { readLeagueTable } from '../read-league-table.ts';
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
 * the server was down is made when it is up. Weeks in which nothing was recorded have none.
 */
export class WeeklyReportService implements AsyncDisposable {
  readonly #options: WeeklyReportOptions;
  readonly #job: RepeatedJob;

  constructor(options: WeeklyReportOptions) {
    this.#options = options;
    this.#job = new RepeatedJob({
      work: () => this.makeDue(),
      everyMs: LOOK_MS,
      failure: 'a weekly report could not be made; tried again',
      logger: options.logger,
    });
  }

  start(): void {
    this.#job.start();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#job[Symbol.asyncDispose]();
  }

  /** Reports of all sites and of each for who sees all; for others those of their sites. */
  async list(scope: SiteScope): Promise<WeeklyReports> {
    const { settings, now } = await this.#context();
    const next = reportWeeks(now - 7 * DAY_MS, now + 15 * DAY_MS, settings).find(({ dueAt }) => dueAt > now);
    return {
      reports: await this.#visible(scope),
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

  /** Makes what is due and was not made. */
  async makeDue(): Promise<void> {
    const context = await this.#context();
    const { now, settings } = context;
    const weeks = reportWeeks(now - WEEKS_BACK * 7 * DAY_MS, now, settings).filter(
      ({ dueAt }) => dueAt <= now,
    );
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
            await this.#make(week, { simulated, site }, context);
  }

  async #make(week: ReportWeek, of: ReportOf, context: PerformanceContext): Promise<void> {
    const { db, objects, pdf } = this.#options;
    const facts = await this.#factsOf(week, of, context);
    if (facts.alerts.alerts === 0 && facts.calls.calls === 0) return;
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

  async #factsOf(
    { from, to }: ReportWeek,
    { simulated, site }: ReportOf,
    context: PerformanceContext,
  ): Promise<ReportFacts> {
    const { db, performance } = this.#options;
    const { name } = await db.selectFrom('deployment').select('name').executeTakeFirstOrThrow();
    const flag = simulated ? 'true' : 'false';
    const own = site === null ? {} : { siteId: site.id };
    const week = { ...own, from: instantOf(from), to: instantOf(to), simulated: flag } as const;
    const league = LeagueQuery.parse({ ...week, by: site === null ? 'site' : 'station' });
    const calls = CallQuery.parse(week);
    const chart = ControlChartQuery.parse({
      ...{ ...week, from: instantOf(from - CHART_DAYS * DAY_MS) },
      ...{ of: 'calls', charted: 'within-target', phase: 'arrival', step: 'day' },
    });
    return {
      ...{ from: week.from, to: week.to, simulated, madeAt: instantOf(context.now), organisation: name },
      site: site?.name ?? null,
      alerts: await performance.read({ ...week, simulated }, 'all'),
      calls: await readCallPerformance(db, calls, 'all', context),
      chart: await readControlChart(db, chart, 'all', context),
      league: await readLeagueTable(db, league, 'all', context),
      quality: await readDataQuality(db, calls, 'all', context.now),
    };
  }

  #context(): Promise<PerformanceContext> {
    return this.#options.performance.context();
  }
}
