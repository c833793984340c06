import { instantOf } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import { type FailedReportFacts, failedReportKey } from '@amaan/store/service/failed-reports';
import type { Site } from '@amaan/store/sites';
import type { NoticedIncident } from '../../incidents/incident-reporter.ts';
import { localDay } from '../service-slots.ts';
import type { ReportWeek } from './report-weeks.ts';

export interface FailedReportCase {
  readonly week: ReportWeek;
  readonly simulated: boolean;
  /** Null: the report of all sites. */
  readonly site: Site | null;
  readonly error: unknown;
  /** In which the days of the week are told. */
  readonly timeZone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * What governance finds in its list when a weekly report could not be made. A typed error tells its own reason; what nobody
 * foresaw may quote anything, and is left to the log: `SERVICE_REPORT_FAILED`.
 */
export function failedReportIncident(failed: FailedReportCase): NoticedIncident {
  const { week, simulated, site, error, timeZone, now } = failed;
  const { code, message } =
    error instanceof AmaanError
      ? error
      : {
          code: 'SERVICE_REPORT_FAILED',
          message: 'Something unforeseen went wrong; the server’s log says what.',
        };
  const day = (at: number) => instantOf(localDay(at, timeZone)).slice(0, 10);
  const [first, last] = [day(week.from), day(week.to - 1)];
  const of = site?.name ?? 'all cities';
  const facts: FailedReportFacts = {
    ...{ from: instantOf(week.from), to: instantOf(week.to), simulated, siteId: site?.id ?? null },
    ...{ code, message },
  };
  return {
    system: null,
    title: `A weekly report could not be made: ${first} to ${last}, ${of}`.slice(0, 200),
    incident: {
      source: 'self-check',
      severity: 'medium',
      what: `The weekly report of service performance from ${first} to ${last} of ${of}${simulated ? ' (simulated data)' : ''} could not be made. ${message.slice(0, 1000)} (${code}) Other reports are made all the same, and this one is tried again every ten minutes until its week is four weeks past. When it stands among the weekly reports, this can be closed.`,
      detectedAt: instantOf(now),
      cameraGroupId: null,
      key: failedReportKey(facts),
      facts,
    },
  };
}
