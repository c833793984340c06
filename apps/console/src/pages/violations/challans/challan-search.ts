import { CHALLAN_STATES, type ChallanState } from '@amaan/contracts/violations/challan';
import { VIOLATION_KINDS, type ViolationKind } from '@amaan/contracts/violations/violation-kind';
import { parseChoice, parseText } from '../../../search-params.ts';

/** What the address of the challans says. A plate stands in no address: it would land in histories and logs. */
export interface ChallanSearch {
  /** Where they stand. */
  standing?: ChallanState;
  kind?: ViolationKind;
  /** The challan that is open. */
  id?: string;
}

export function parseChallanSearch(search: Record<string, unknown>): ChallanSearch {
  return {
    ...parseChoice(search, 'standing', CHALLAN_STATES),
    ...parseChoice(search, 'kind', VIOLATION_KINDS),
    ...parseText(search, 'id'),
  };
}
