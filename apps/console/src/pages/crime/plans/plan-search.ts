import { parseText } from '../../../search-params.ts';

/** What the address of the plans says. */
export interface PlanSearch {
  /** The plan that is open. */
  plan?: string;
  /** The forecast that a plan is being made from. */
  forecast?: string;
}

export function parsePlanSearch(search: Record<string, unknown>): PlanSearch {
  return { ...parseText(search, 'plan'), ...parseText(search, 'forecast') };
}
