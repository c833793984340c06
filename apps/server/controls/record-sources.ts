import type { EvidenceSource } from '@amaan/contracts/governance/control';
import type { GovernanceRecord, RecordKind } from '@amaan/contracts/governance/record';

const MOST = 8;

const PAGES: Readonly<Record<RecordKind, string>> = {
  'impact-assessment': '/governance/assessments',
  risk: '/governance/risks',
  control: '/governance/controls',
  document: '/governance/documents',
  incident: '/governance/incidents',
  nonconformity: '/governance/incidents',
  'corrective-action': '/governance/incidents',
  concern: '/governance/concerns',
  audit: '/governance/audits',
  'management-review': '/governance/reviews',
};

/** Where records stand in the console. */
export function recordSources(
  records: readonly Pick<GovernanceRecord, 'kind' | 'number'>[],
): EvidenceSource[] {
  return records.slice(0, MOST).map(({ kind, number }) => ({ label: number, href: PAGES[kind] }));
}
