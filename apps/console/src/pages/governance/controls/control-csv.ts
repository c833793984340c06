import { csvText } from '@amaan/contracts/csv-text';
import type { ControlView } from '@amaan/contracts/governance/control';

const HEAD = [
  'standard',
  'control',
  'wording',
  'applicability',
  'justification',
  'implementation',
  'owner',
  'status',
  'reason',
  'evidence',
  'as of',
  'documents',
];

/** The controls as CSV, with their wording and reason in one language. */
export function controlCsv(controls: readonly ControlView[], language: 'en' | 'ur'): string {
  return csvText(
    HEAD,
    controls.map(({ standard, id, wording, statement, status, reason, evidence, live, documents }) => [
      standard,
      id,
      wording[language],
      statement.applicability,
      statement.justification,
      statement.implementation,
      statement.owner ?? '',
      status,
      reason[language],
      evidence,
      live?.asOf ?? '',
      documents.map(({ number }) => number).join(' '),
    ]),
  );
}
