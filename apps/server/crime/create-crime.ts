import { crimeAnalytics } from '@amaan/crime-analytics/system';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { PdfThread } from '../pdf/pdf-thread.ts';
import { AnalysisRunner } from './analyses/analysis-runner.ts';
import { AnalysisService } from './analyses/analysis-service.ts';
import type { IncidentSource } from './analyses/incident-source.ts';
import { BriefingService } from './briefings/briefing-service.ts';
import { ExportService } from './exports/export-service.ts';
import { PlanEvaluationService } from './plans/plan-evaluation-service.ts';
import { PlanService } from './plans/plan-service.ts';

export interface CrimeOptions {
  readonly db: Database;
  readonly source: IncidentSource;
  readonly objects: ObjectStore;
  readonly pdf: PdfThread;
  /** Of the platform. */
  readonly version: string;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Analyses of reported incidents, and what is planned and printed upon them. */
export interface Crime extends AsyncDisposable {
  readonly analyses: AnalysisService;
  readonly exports: ExportService;
  readonly plans: PlanService;
  readonly planEvaluations: PlanEvaluationService;
  readonly briefings: BriefingService;
  start(): void;
  /** Whether what is asked is also answered. */
  isStarted(): boolean;
}

export function createCrime(options: CrimeOptions): Crime {
  const { db, source, objects, pdf, version, now } = options;
  const stack = new AsyncDisposableStack();
  const runner = stack.use(new AnalysisRunner(options));
  const softwareVersion = `amaan ${version}, crime-analytics ${crimeAnalytics.version}`;
  const analyses = new AnalysisService({ db, source, runner, softwareVersion, now });
  const plans = new PlanService({ db, analyses, now });
  return {
    analyses,
    exports: new ExportService({ db, analyses, now }),
    plans,
    planEvaluations: new PlanEvaluationService({ db, source, analyses, plans, now }),
    briefings: new BriefingService({ db, objects, pdf, analyses, plans, now }),
    start: () => runner.start(),
    isStarted: () => runner.isStarted,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
