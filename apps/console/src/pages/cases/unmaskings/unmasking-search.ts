import { UNMASKING_STATES, type UnmaskingState } from '@amaan/contracts/redaction/unmasking';
import { parseChoice, parseText } from '../../../search-params.ts';

/** What the address of the un-maskings says. */
export interface UnmaskingSearch {
  show?: UnmaskingState;
  /** The one that is open. */
  id?: string;
}

export function parseUnmaskingSearch(search: Record<string, unknown>): UnmaskingSearch {
  return { ...parseChoice(search, 'show', UNMASKING_STATES), ...parseText(search, 'id') };
}
