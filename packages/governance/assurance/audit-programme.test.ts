import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { newIdentifier } from '@amaan/contracts/identifier';
import { describe, expect, test } from 'vitest';
import { auditProgramme } from './audit-programme.ts';

const NOW = Date.parse('2026-06-15T00:00:00.000Z');
const audit = (status: string, plannedAt: string, body: object = {}) =>
  ({
    ...{ id: newIdentifier(), kind: 'audit', number: 'AUD-1', title: plannedAt, status },
    body: { scope: 'x', plannedAt: `${plannedAt}T00:00:00.000Z`, ...body },
  }) as unknown as GovernanceRecord;
const programme = (...audits: GovernanceRecord[]) =>
  auditProgramme({ year: 2026, audits, systems: ['crowd', 'smart-vision'], now: NOW });

describe('the audit programme of a year', () => {
  test('has its audits by their day and says which are overdue', () => {
    const { audits } = programme(
      audit('planned', '2026-12-01'),
      audit('planned', '2026-06-01'),
      audit('running', '2026-06-02'),
      audit('running', '2026-02-01'),
      audit('closed', '2026-01-01'),
      audit('cancelled', '2026-03-01'),
      audit('planned', '2025-12-31'),
    );
    expect(audits.map(({ title, overdue }) => [title, overdue])).toEqual([
      ['2026-01-01', false],
      ['2026-02-01', true],
      ['2026-03-01', false],
      ['2026-06-01', true],
      ['2026-06-02', false],
      ['2026-12-01', false],
    ]);
  });

  test('says which systems and controls no audit covers; a cancelled one covers nothing', () => {
    const controls = ['iso-42001:A.6.2.6', 'iso-42001:4.1'];
    const { systems, controls: standards } = programme(
      audit('reported', '2026-02-01', { systems: ['smart-vision'], controls }),
      audit('cancelled', '2026-03-01', { systems: ['crowd'], controls: ['iso-42001:A.2.2'] }),
    );
    expect(systems).toEqual([
      { id: 'crowd', planned: 0, reported: 0 },
      { id: 'smart-vision', planned: 1, reported: 1 },
    ]);
    const [first] = standards;
    expect(first).toMatchObject({ standard: 'iso-42001', covered: 2 });
    expect(first!.uncovered).toContain('A.2.2');
    expect(first!.uncovered).not.toContain('A.6.2.6');
    expect(first!.uncovered).toHaveLength(first!.total - 2);
  });
});
