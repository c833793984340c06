import { crimeAnalytics } from '@amaan/crime-analytics/system';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import { AnalysisRunner } from './analyses/analysis-runner.ts';
import { AnalysisService } from './analyses/analysis-service.ts';
import type { IncidentSource } from './analyses/incident-source.ts';
import { ExportService } from './exports/export-service.ts';

export interface CrimeOptions {
  readonly db: Database;
  readonly source: IncidentSource;
  /** Of the platform. */
  readonly version: string;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Analyses of reported incidents, and what is planned and printed upon them. */
export interface Crime extends AsyncDisposable {
  readonly analyses: AnalysisService;
  readonly exports: ExportService;
  start(): void;
}

export function createCrime(options: CrimeOptions): Crime {
  const { db, source, version, now } = options;
  const stack = new AsyncDisposableStack();
  const runner = stack.use(new AnalysisRunner(options));
  const softwareVersion = `amaan ${version}, crime-analytics ${crimeAnalytics.version}`;
  const analyses = new AnalysisService({ db, source, runner, softwareVersion, now });
  return {
    analyses,
    exports: new ExportService({ db, analyses, now }),
    start: () => runner.start(),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
