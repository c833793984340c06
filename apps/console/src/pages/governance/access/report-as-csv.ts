import type { AccessReportLine } from '@amaan/contracts/api/access-report';
import { csvText } from '@amaan/contracts/csv-text';

const COLUMNS = ['user', 'name', 'person', 'role', 'sites', 'disabled', 'from', 'to', 'action', 'needs'];

/** One row per person and action (RFC 4180). */
export function reportAsCsv(lines: readonly AccessReportLine[]): string {
  const rows = lines.flatMap((line) => {
    const needs = new Map(line.conditional.map(({ action, code }) => [action, code]));
    const sites = line.sites === 'all' ? 'all' : line.sites.join(' ');
    const person = [line.username, line.name, line.person, line.role, sites, String(line.disabled)];
    return line.actions.map((action) => [...person, line.from, line.to, action, needs.get(action) ?? '']);
  });
  return csvText(COLUMNS, rows);
}
