import { TIMED_PHASES } from '@amaan/contracts/service/call-phases';
import { CHART_STEPS, CHARTED, RULE_SETS } from '@amaan/contracts/service/control-chart';
import { LEAGUE_OF } from '@amaan/contracts/service/league-table';
import { parseChoice, parseText } from '../../../search-params.ts';

export const PERIODS = [1, 7, 30, 90] as const;
export type Period = (typeof PERIODS)[number];

export const VIEWS = ['figures', 'chart', 'league', 'quality', 'sources', 'reports'] as const;

/** Which days and which view are looked at, whether simulated data is, and what a chart or a ranking is of. */
export function parsePerformanceSearch(search: Record<string, unknown>) {
  const days: Period | undefined = PERIODS.find((period) => period === search.days);
  return {
    ...(days !== undefined && { days }),
    ...parseChoice(search, 'source', ['simulated']),
    ...parseChoice(search, 'view', VIEWS),
    ...parseChoice(search, 'of', ['alerts', 'calls']),
    ...parseChoice(search, 'charted', CHARTED),
    ...parseChoice(search, 'phase', TIMED_PHASES),
    ...parseChoice(search, 'step', CHART_STEPS),
    ...parseChoice(search, 'rules', RULE_SETS),
    ...parseChoice(search, 'figure', LEAGUE_OF),
    ...parseChoice(search, 'by', ['site', 'station']),
    ...parseText(search, 'station'),
  };
}

export type PerformanceSearch = ReturnType<typeof parsePerformanceSearch>;
