import type { DocumentEvidence, LiveEvidence } from '@amaan/contracts/governance/control';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { describe, expect, test } from 'vitest';
import { type ControlFacts, controlVerdict } from './control-status.ts';
import { documentEvidence } from './document-evidence.ts';

const NOW = Date.parse('2026-03-01T00:00:00.000Z');
const inDays = (days: number) => new Date(NOW + days * 86_400_000).toISOString();

const live = (change: Partial<LiveEvidence> = {}): LiveEvidence => ({
  state: 'holds',
  summary: { en: '3 of 3 hold.', ur: '3 میں سے 3' },
  figures: {},
  asOf: inDays(0),
  stale: false,
  sources: [],
  ...change,
});
const document = (state: DocumentEvidence['state']): DocumentEvidence => ({
  id: '0195d5f0-0000-7000-8000-000000000000',
  number: 'DOC-0001',
  title: 'AI policy',
  version: 1,
  owner: 'Office',
  reviewAt: inDays(90),
  state,
  demo: false,
});
const verdict = (change: Partial<ControlFacts>) =>
  controlVerdict({
    statement: { applicability: 'applicable', implementation: 'implemented', owner: 'Office' },
    live: null,
    documents: [],
    ...change,
  });

describe('the status of a control', () => {
  test('a declaration alone shows nothing', () => {
    expect(verdict({})).toMatchObject({ status: 'no-evidence', evidence: 'none' });
    expect(
      verdict({ statement: { applicability: 'applicable', implementation: 'planned', owner: 'Office' } })
        .status,
    ).toBe('planned');
  });

  test('contradicting evidence turns it red whatever was declared', () => {
    for (const implementation of ['planned', 'implemented'] as const) {
      expect(
        verdict({
          statement: { applicability: 'undecided', implementation, owner: null },
          live: live({ state: 'contradicts' }),
          documents: [document('current')],
        }),
      ).toMatchObject({ status: 'contradicts', evidence: 'live' });
    }
  });

  test('is not good before somebody decided on it and somebody answers for it, whatever shows it', () => {
    const shown = [{ live: live() }, { documents: [document('current')] }];
    for (const evidence of shown) {
      expect(verdict(evidence).status).toBe('holds');
      const undecided = { applicability: 'undecided', implementation: 'planned', owner: 'Office' } as const;
      expect(verdict({ ...evidence, statement: undecided })).toMatchObject({
        status: 'attention',
        reason: { en: expect.stringContaining('nobody has decided') },
      });
      for (const owner of [null, ' '])
        expect(
          verdict({
            ...evidence,
            statement: { applicability: 'applicable', implementation: 'implemented', owner },
          }),
        ).toMatchObject({ status: 'attention', reason: { en: expect.stringContaining('name an owner') } });
    }
  });

  test('stale evidence turns it red although it held when it was fresh', () => {
    expect(verdict({ live: live({ stale: true }) })).toMatchObject({ status: 'contradicts' });
  });

  test('a lapsed document asks for attention where the system holds, and is red where it is all there is', () => {
    expect(verdict({ live: live(), documents: [document('overdue')] }).status).toBe('attention');
    expect(verdict({ documents: [document('overdue'), document('current')] })).toMatchObject({
      status: 'contradicts',
      evidence: 'document',
    });
    expect(verdict({ documents: [document('current'), document('not-approved')] }).status).toBe('holds');
    expect(verdict({ documents: [document('not-approved')] }).status).toBe('attention');
  });

  test('what does not apply has no colour', () => {
    const statement = {
      applicability: 'not-applicable',
      implementation: 'not-applicable',
      owner: null,
    } as const;
    expect(verdict({ statement, live: live({ state: 'contradicts' }) }).status).toBe('not-applicable');
  });
});

describe('a document as evidence', () => {
  const record = (change: Partial<GovernanceRecord>): GovernanceRecord => ({
    id: '0195d5f0-0000-7000-8000-000000000000',
    kind: 'document',
    number: 'DOC-0001',
    system: null,
    title: 'AI policy',
    status: 'approved',
    owner: 'Office',
    openedAt: inDays(-90),
    closedAt: null,
    reviewAt: inDays(90),
    expiresAt: null,
    version: 1,
    body: {},
    digest: '0'.repeat(64),
    changedAt: inDays(-90),
    changedBy: { actor: 'user:1', name: 'One', person: 'one', role: 'governance-officer' },
    demo: false,
    ...change,
  });

  test.each([
    [{}, 'current'],
    [{ reviewAt: inDays(30) }, 'due'],
    [{ reviewAt: inDays(0) }, 'overdue'],
    [{ reviewAt: null }, 'overdue'],
    [{ owner: null }, 'unowned'],
    [{ status: 'draft', reviewAt: inDays(-1) }, 'not-approved'],
  ] as const)('%j is %s', (change, state) => {
    expect(documentEvidence(record(change), NOW).state).toBe(state);
  });
});
