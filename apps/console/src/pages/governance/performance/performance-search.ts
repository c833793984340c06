import { parseChoice } from '../../../search-params.ts';

export const PERIODS = [1, 7, 30] as const;
export type Period = (typeof PERIODS)[number];

/** Which days are looked at, and whether the simulator's alerts are. */
export function parsePerformanceSearch(search: Record<string, unknown>): {
  days?: Period;
  source?: 'simulated';
} {
  const days = PERIODS.find((period) => period === search.days);
  return { ...(days !== undefined && { days }), ...parseChoice(search, 'source', ['simulated']) };
}
