import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { parseText } from '../../search-params.ts';

/** What the address of a page of records holds. `-` as a system is the organisation itself. */
export interface RecordSearch {
  readonly id?: string;
  readonly q?: string;
  readonly system?: string;
  readonly status?: string;
}

export function parseRecordSearch(search: Record<string, unknown>): RecordSearch {
  return {
    ...parseText(search, 'id'),
    ...parseText(search, 'q'),
    ...parseText(search, 'system'),
    ...parseText(search, 'status'),
  };
}

export function matchesRecord(record: GovernanceRecord, { q = '', system, status }: RecordSearch): boolean {
  return (
    (system === undefined || (record.system ?? '-') === system) &&
    (status === undefined || record.status === status) &&
    `${record.number} ${record.title}`.toLowerCase().includes(q.trim().toLowerCase())
  );
}
