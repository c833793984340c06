import { type CrimeSearch, parseCrimeSearch } from '../question/crime-search.ts';

/** What the loop is simulated with, as the address says it; what is left out has the server's default. */
export interface FeedbackSearch extends CrimeSearch {
  /** Times as many records of the first area at the beginning. */
  past?: number;
  /** Per cent of offences that people report wherever patrols are. */
  reported?: number;
  /** Per cent of the others that patrols find where all of them are. */
  found?: number;
}

export const LIMITS = {
  past: { min: 1, max: 10, step: 0.1, usual: 1.5 },
  reported: { min: 0, max: 100, step: 5, usual: 40 },
  found: { min: 0, max: 100, step: 5, usual: 50 },
} as const;

export function parseFeedbackSearch(search: Record<string, unknown>): FeedbackSearch {
  const parameters: Pick<FeedbackSearch, keyof typeof LIMITS> = {};
  for (const name of ['past', 'reported', 'found'] as const) {
    const value = Number(search[name]);
    const { min, max, usual } = LIMITS[name];
    if (Number.isFinite(value) && value >= min && value <= max && value !== usual) parameters[name] = value;
  }
  return { ...parseCrimeSearch(search), ...parameters };
}
