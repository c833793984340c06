import { Audit, type AuditProgramme } from '@amaan/contracts/governance/audit';
import { controlKey } from '@amaan/contracts/governance/control';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { CONTROL_CATALOGUE } from '../controls/catalogue.ts';

const DAY_MS = 24 * 60 * 60_000;
/** An audit that was begun must have been reported after this long. */
const LONGEST_AUDIT_MS = 90 * DAY_MS;
const REPORTED = ['reported', 'closed'];

/**
 * The programme of a year (UTC): its audits by their day, which are overdue, and what none of them covers. A
 * cancelled audit covers nothing.
 */
export function auditProgramme(options: {
  readonly year: number;
  readonly audits: readonly GovernanceRecord[];
  readonly systems: readonly string[];
  /** Unix time in milliseconds. */
  readonly now: number;
}): AuditProgramme {
  const { year, systems, now } = options;
  const planned = options.audits
    .map((record) => ({ record, audit: Audit.parse(record.body) }))
    .filter(({ audit }) => new Date(audit.plannedAt).getUTCFullYear() === year)
    .sort((a, b) => Date.parse(a.audit.plannedAt) - Date.parse(b.audit.plannedAt));
  const counted = planned.filter(({ record }) => record.status !== 'cancelled');
  const covered = new Set(counted.flatMap(({ audit }) => audit.controls));
  const standards = [...new Set(CONTROL_CATALOGUE.map(({ standard }) => standard))];
  return {
    year,
    audits: planned.map(({ record: { id, number, title, status }, audit: { plannedAt } }) => ({
      ...{ id, number, title, status, plannedAt },
      overdue: isOverdue(status, now - Date.parse(plannedAt)),
    })),
    systems: systems.map((id) => {
      const own = counted.filter(({ audit }) => audit.systems.includes(id));
      return {
        id,
        planned: own.length,
        reported: own.filter(({ record }) => REPORTED.includes(record.status)).length,
      };
    }),
    controls: standards.map((standard) => {
      const own = CONTROL_CATALOGUE.filter((entry) => entry.standard === standard);
      const uncovered = own.filter((entry) => !covered.has(controlKey(entry))).map(({ id }) => id);
      return { standard, total: own.length, covered: own.length - uncovered.length, uncovered };
    }),
  };
}

/** @param ago milliseconds since the day that it was planned for */
function isOverdue(status: string, ago: number): boolean {
  if (status === 'planned') return ago > DAY_MS;
  return status === 'running' && ago > LONGEST_AUDIT_MS;
}
