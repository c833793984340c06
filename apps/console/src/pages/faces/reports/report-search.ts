import { FACE_REPORT_GROUPINGS, type FaceReportGrouping } from '@amaan/contracts/faces/matches/face-report';
import { utcDay } from '../../../format/days.ts';
import { parseChoice, parseText } from '../../../search-params.ts';

/** Days up to today that can be chosen without dates. */
export const REPORT_PERIODS = [7, 30, 90] as const;
export type ReportPeriod = (typeof REPORT_PERIODS)[number];

/** What the address of the reports says. */
export interface ReportSearch {
  days?: ReportPeriod;
  /** First and last day (UTC), where no number of days is chosen. */
  from?: string;
  to?: string;
  by?: FaceReportGrouping;
  source?: 'simulated';
}

const DAY_MS = 24 * 60 * 60_000;
const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

export function parseReportSearch(search: Record<string, unknown>): ReportSearch {
  const days = REPORT_PERIODS.find((period) => period === search.days);
  const from = dayOf(search, 'from');
  const to = dayOf(search, 'to');
  return {
    ...(days !== undefined && { days }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...parseChoice(search, 'by', FACE_REPORT_GROUPINGS),
    ...parseChoice(search, 'source', ['simulated']),
  };
}

/**
 * The first and the last day (UTC) that are looked at. Two dates win over a number of days; of dates in the wrong
 * order the later one is the last.
 * @param now Unix time in milliseconds
 */
export function reportDays({ days, from, to }: ReportSearch, now: number): { from: string; to: string } {
  if (from !== undefined && to !== undefined) return from <= to ? { from, to } : { from: to, to: from };
  return { from: utcDay(now - ((days ?? 30) - 1) * DAY_MS), to: utcDay(now) };
}

function dayOf(search: Record<string, unknown>, name: 'from' | 'to'): string | undefined {
  const text = parseText(search, name)[name];
  return text !== undefined && IS_DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}
