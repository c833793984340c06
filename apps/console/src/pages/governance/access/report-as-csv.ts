import type { AccessReportLine } from '@amaan/contracts/api/access-report';

const COLUMNS = ['user', 'name', 'person', 'role', 'sites', 'disabled', 'from', 'to', 'action', 'needs'];

/** One row per person and action (RFC 4180). */
export function reportAsCsv(lines: readonly AccessReportLine[]): string {
  const rows = lines.flatMap((line) => {
    const needs = new Map(line.conditional.map(({ action, code }) => [action, code]));
    const sites = line.sites === 'all' ? 'all' : line.sites.join(' ');
    const person = [line.username, line.name, line.person, line.role, sites, String(line.disabled)];
    return line.actions.map((action) => [...person, line.from, line.to, action, needs.get(action) ?? '']);
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A cell that a spreadsheet would take for a formula is led by an apostrophe (OWASP, CSV injection). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
