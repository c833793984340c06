import type { AnalysisPeriod } from '@amaan/contracts/crime/analysis-question';
import { parseChoice } from '../../../search-params.ts';
import { type CrimeSearch, instant, parseCrimeSearch } from '../question/crime-search.ts';

export const COMPARED_WITH = ['previous', 'year', 'between'] as const;
export const COMPARED_BY = ['boundaries', 'cells', 'density'] as const;

export interface CompareSearch extends CrimeSearch {
  /** What the period is compared with; left out: as much time just before it. */
  with?: (typeof COMPARED_WITH)[number];
  /** The other period, where it is chosen by itself. */
  thenSince?: string;
  thenUntil?: string;
  /** Station areas, cells, or the change of density; left out: station areas where there are some. */
  by?: (typeof COMPARED_BY)[number];
}

export function parseCompareSearch(search: Record<string, unknown>): CompareSearch {
  const [thenSince, thenUntil] = [instant(search.thenSince), instant(search.thenUntil)];
  return {
    ...parseCrimeSearch(search),
    ...parseChoice(search, 'with', COMPARED_WITH),
    ...parseChoice(search, 'by', COMPARED_BY),
    ...(thenSince !== undefined &&
      thenUntil !== undefined &&
      thenSince < thenUntil && { thenSince, thenUntil }),
  };
}

/** The period before: as long just before, the same days a year earlier, or two instants of its own. */
export function periodBefore(
  { with: choice = 'previous', thenSince, thenUntil }: CompareSearch,
  { from, until }: AnalysisPeriod,
): AnalysisPeriod {
  if (choice === 'between' && thenSince !== undefined && thenUntil !== undefined)
    return { from: thenSince, until: thenUntil };
  if (choice === 'year') return { from: yearBefore(from), until: yearBefore(until) };
  const length = Date.parse(until) - Date.parse(from);
  return { from: new Date(Date.parse(from) - length).toISOString(), until: from };
}

/** By the calendar; the last of February of a leap year becomes the first of March. */
function yearBefore(at: string): string {
  const day = new Date(at);
  day.setUTCFullYear(day.getUTCFullYear() - 1);
  return day.toISOString();
}
