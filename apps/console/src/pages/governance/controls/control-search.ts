import {
  CONTROL_STATUSES,
  type ControlStatus,
  STANDARDS,
  type Standard,
} from '@amaan/contracts/governance/control';
import { parseChoice, parseText } from '../../../search-params.ts';

/** What the address of the page says: a link reproduces the screen. */
export interface ControlSearch {
  standard?: Standard;
  status?: ControlStatus;
  q?: string;
  /** The control that is open. */
  control?: string;
  /** The statement of applicability instead of the list. */
  view?: 'statement';
}

export function parseControlSearch(search: Record<string, unknown>): ControlSearch {
  return {
    ...parseChoice(search, 'standard', STANDARDS),
    ...parseChoice(search, 'status', CONTROL_STATUSES),
    ...parseText(search, 'q'),
    ...parseText(search, 'control'),
    ...parseChoice(search, 'view', ['statement']),
  };
}
