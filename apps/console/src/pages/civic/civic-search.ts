import {
  CIVIC_KINDS,
  CIVIC_STATES,
  type CivicKind,
  type CivicState,
} from '@amaan/contracts/civic/civic-ticket';
import { parseChoice, parseText } from '../../search-params.ts';

/** What the address of the tickets says. */
export interface CivicSearch {
  /** The state that is shown; left out: open ones. */
  view?: CivicView;
  kind?: CivicKind;
  department?: string;
  /** Left out: simulated ones, too. */
  simulated?: 'no';
  /** The ticket that is open. */
  id?: string;
}

/** What can be listed: a state, or what is with a department after its deadline. */
export const CIVIC_VIEWS = [...CIVIC_STATES, 'overdue'] as const;
export type CivicView = CivicState | 'overdue';

export function parseCivicSearch(search: Record<string, unknown>): CivicSearch {
  return {
    ...parseChoice(search, 'view', CIVIC_VIEWS),
    ...parseChoice(search, 'kind', CIVIC_KINDS),
    ...parseText(search, 'department'),
    ...parseChoice(search, 'simulated', ['no']),
    ...parseText(search, 'id'),
  };
}

/** What of the departments page the address says. */
export interface DepartmentsSearch {
  days?: '30' | '90' | '365';
  simulated?: 'yes';
}

export function parseDepartmentsSearch(search: Record<string, unknown>): DepartmentsSearch {
  return {
    ...parseChoice(search, 'days', ['30', '90', '365']),
    ...parseChoice(search, 'simulated', ['yes']),
  };
}
