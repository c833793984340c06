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

/** The controls as CSV (RFC 4180) with a byte order mark, without which Excel spoils Urdu. */
export function controlCsv(controls: readonly ControlView[], language: 'en' | 'ur'): string {
  const lines = controls.map(
    ({ standard, id, wording, statement, status, reason, evidence, live, documents }) => [
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
    ],
  );
  return `\uFEFF${[HEAD, ...lines].map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is kept from being run as one by a spreadsheet. */
function quoted(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
}
