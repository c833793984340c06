import { LIFECYCLE_STAGES } from '@amaan/contracts/ai-system';
import { GATES, type LifecycleRequest } from '@amaan/contracts/governance/lifecycle';
import type { ValidationReport } from '@amaan/contracts/governance/validation';
import { newIdentifier } from '@amaan/contracts/identifier';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentCombination } from '../combination.ts';
import { countPeople, isSamePerson } from '../four-eyes.ts';
import { approvedStanding } from '../testing/approved-standing.ts';
import { testAiSystem } from '../testing/test-ai-system.ts';
import { approvalsMissing, decisionRefusal } from './approval-gaps.ts';
import type { LifecycleFacts } from './lifecycle-facts.ts';
import { possibleTransitions, TRANSITIONS, transitionBetween, transitionGaps } from './transitions.ts';

const NOW = new Date('2026-03-01T08:00:00.000Z');
const later = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60_000);
const SYSTEM = testAiSystem({ models: ['objects'] });
const MODELS = [{ id: 'objects', digest: 'a'.repeat(64) }];
const OTHER_MODELS = [{ id: 'objects', digest: 'b'.repeat(64) }];

const REPORT: ValidationReport = {
  dataset: { name: 'clips', digest: 'd'.repeat(64), licence: 'CC0' },
  command: 'a tool',
  figures: [
    {
      name: 'recall',
      value: 0.9,
      low: 0.8,
      high: 0.95,
      n: 100,
      group: null,
      aim: { atLeast: 0.7 },
      met: true,
    },
    {
      name: 'recall',
      value: 0.8,
      low: 0.6,
      high: 0.9,
      n: 30,
      group: 'clip night',
      aim: { atLeast: 0.5 },
      met: true,
    },
  ],
};

/** A system that may enter any stage. */
function completeFacts(change: Partial<LifecycleFacts> = {}): LifecycleFacts {
  const { impactAssessment, validations } = approvedStanding(SYSTEM, MODELS, NOW);
  return {
    system: SYSTEM,
    combination: presentCombination(SYSTEM, MODELS),
    entry: {
      owner: 'Director of operations',
      contact: 'ai@example.pk',
      legalBasis: 'An act',
      deploymentContext: '',
      supplierNotes: '',
      retention: '',
    },
    suspension: null,
    impactAssessment,
    risks: [
      {
        number: 'RSK-0001',
        title: 'A wrong alert',
        status: 'accepted',
        owner: 'Ayesha',
        reviewAt: later(30).toISOString(),
      },
    ],
    validations: validations.map((validation) => ({ ...validation, report: REPORT })),
    trainingGaps: [],
    auditSets: [],
    clockGaps: [],
    ...change,
  };
}

const toPilot = transitionBetween('validated', 'pilot')!;
const gaps = (change: Partial<LifecycleFacts>, now = NOW) =>
  transitionGaps(toPilot, completeFacts(change), now);

describe('the lifecycle', () => {
  it('leads from proposed to operational, ends at retired, and skips nothing', () => {
    const ways = TRANSITIONS.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(ways).size).toBe(ways.length);
    expect(ways).toContain('validated pilot');
    expect(ways).not.toContain('proposed pilot');
    expect(ways.filter((way) => way.startsWith('retired'))).toEqual([]);
    // A suspension lies over a stage; nobody asks for it as one.
    expect(ways.filter((way) => way.includes('suspended'))).toEqual([]);
  });

  it('lets a running stage begin only through every gate, by two people besides the requester', () => {
    for (const { from, to, gates, approvers } of TRANSITIONS) {
      if (to !== 'pilot' && to !== 'operational') continue;
      const all = GATES.filter((id) => id !== 'group-errors' || (from === 'pilot' && to === 'operational'));
      expect([...gates].sort()).toEqual([...all].sort());
      expect(approvers).toBe(2);
    }
  });

  it('opens every gate to a system that lacks nothing', () => {
    for (const stage of LIFECYCLE_STAGES) {
      for (const { gates } of possibleTransitions(stage, completeFacts(), NOW))
        expect(gates.flatMap(({ missing }) => missing)).toEqual([]);
    }
  });

  it('names everything that is missing at once', () => {
    const missing = gaps({
      entry: null,
      impactAssessment: null,
      risks: [],
      validations: [],
      trainingGaps: ['Nobody is trained.'],
      suspension: { at: NOW.toISOString(), by: 'x', reason: 'drift' },
    });
    expect(missing).toHaveLength(6);
  });
});

describe('the gates', () => {
  it('ask for owner, contact and legal basis', () => {
    const entry = { ...completeFacts().entry!, owner: ' ', legalBasis: '' };
    expect(gaps({ entry })).toEqual([
      'The register entry names no owner.',
      'The register entry names no legal basis.',
    ]);
  });

  it('refuse an assessment that ended', () => {
    expect(gaps({}, later(91))).toEqual(
      [expect.stringMatching(/^The impact assessment expired at /)].concat(
        // The review of the risk is overdue by then as well.
        [expect.stringMatching(/review of RSK-0001/)],
      ),
    );
  });

  it('refuse an assessment of another version of the system, or of none', () => {
    const { impactAssessment } = completeFacts();
    const of = (systemVersion: string | null) =>
      gaps({ impactAssessment: { ...impactAssessment!, systemVersion } });
    expect(of(SYSTEM.version)).toEqual([]);
    expect(of('0.0.9')).toEqual([
      `The impact assessment is about version 0.0.9, and version ${SYSTEM.version} runs.`,
    ]);
    expect(of(null)[0]).toContain('no stated version');
  });

  it('refuse risks whose treatment is not accepted, or whose review is overdue or never', () => {
    const risk = completeFacts().risks[0]!;
    expect(gaps({ risks: [{ ...risk, status: 'open' }] })[0]).toMatch(/not accepted/);
    expect(gaps({ risks: [{ ...risk, reviewAt: null }] })[0]).toMatch(/no review date/);
    expect(gaps({ risks: [{ ...risk, reviewAt: later(-1).toISOString() }] })[0]).toMatch(/overdue/);
    expect(gaps({ risks: [{ ...risk, status: 'closed', reviewAt: null }] })).toEqual([]);
    for (const owner of [null, ' '])
      expect(gaps({ risks: [{ ...risk, owner }] })).toEqual(['Nobody owns RSK-0001 “A wrong alert”.']);
  });

  it('refuse a validation of another model digest, and say so', () => {
    const combination = presentCombination(SYSTEM, OTHER_MODELS);
    expect(gaps({ combination })).toEqual([expect.stringMatching(/the newest is about another digest/)]);
  });

  it('refuse a validation of another configuration', () => {
    const system = { ...SYSTEM, thresholds: { confidence: 0.1 } };
    expect(gaps({ system, combination: presentCombination(system, MODELS) })).toHaveLength(1);
  });

  it('refuse a validation that failed, has no figures, or none per group', () => {
    const [validation] = completeFacts().validations;
    expect(gaps({ validations: [{ ...validation!, passed: false }] })[0]).toMatch(/failed/);
    expect(gaps({ validations: [{ ...validation!, report: null }] })[0]).toMatch(/no figures/);
    const report = { ...REPORT, figures: REPORT.figures.slice(0, 1) };
    expect(gaps({ validations: [{ ...validation!, report }] })[0]).toMatch(/per group/);
    const [overall, ofGroup] = REPORT.figures;
    const withGroup = (change: object) => {
      const figures = [overall!, { ...ofGroup!, ...change }];
      return gaps({ validations: [{ ...validation!, report: { ...REPORT, figures } }] });
    };
    expect(withGroup({})).toEqual([]);
    expect(withGroup({ aim: null, met: null })).toEqual(['No figure of a group was judged against an aim.']);
    expect(withGroup({ low: 0.8, high: 0.8 })).toEqual([
      'Without a confidence interval: recall of clip night.',
    ]);
  });

  it('refuse what is not built, and models that are not installed', () => {
    expect(gaps({ system: { ...SYSTEM, built: false } })[0]).toMatch(/not built/);
    expect(gaps({ combination: presentCombination(SYSTEM, []) })[0]).toMatch(/objects is not installed/);
  });
});

describe('the gate of error rates by group', () => {
  const faces = { ...SYSTEM, id: 'face-recognition' };
  const toOperational = (change: Partial<LifecycleFacts>) =>
    transitionGaps(transitionBetween('pilot', 'operational')!, completeFacts(change), NOW);
  const validations = completeFacts().validations.map((validation) => ({
    ...validation,
    at: later(-60).toISOString(),
  }));
  const audit = {
    name: 'Volunteers',
    from: later(-30).toISOString().slice(0, 10),
    to: later(-1).toISOString().slice(0, 10),
    groups: ['one', 'other'].map((label) => ({ grouping: 'age band', label, faces: 500 })),
  };

  it('stands between pilot and operational for what identifies people, and opens with an audit set', () => {
    expect(toOperational({ system: faces, validations })).toEqual([
      expect.stringContaining('no error rates by groups'),
    ]);
    expect(toOperational({ system: faces, validations, auditSets: [audit] })).toEqual([]);
  });

  it('counts no test from before exactly these models and this configuration were validated', () => {
    const later = validations.map((validation) => ({ ...validation, at: NOW.toISOString() }));
    expect(toOperational({ system: faces, validations: later, auditSets: [audit] })).toHaveLength(1);
    const failed = validations.map((validation) => ({ ...validation, passed: false }));
    expect(toOperational({ system: faces, validations: failed, auditSets: [audit] })).toHaveLength(2);
  });

  it('asks nothing of a pilot, nor of what identifies nobody', () => {
    const gatesTo = (system: typeof SYSTEM, from: 'validated' | 'pilot') =>
      possibleTransitions(from, completeFacts({ system }), NOW)[0]!.gates.map(({ id }) => id);
    expect(gatesTo(faces, 'pilot')).toContain('group-errors');
    expect(gatesTo(faces, 'validated')).not.toContain('group-errors');
    expect(gatesTo(SYSTEM, 'pilot')).not.toContain('group-errors');
  });
});

describe('a decision', () => {
  const author = (person: string, actor = `user:${person}`) => ({
    actor,
    name: person,
    person,
    role: 'supervisor',
  });
  const present = presentCombination(SYSTEM, MODELS);
  const request = (change: Partial<LifecycleRequest> = {}): LifecycleRequest => ({
    id: newIdentifier(),
    system: SYSTEM.id,
    from: 'validated',
    to: 'pilot',
    ...present,
    models: [...present.models],
    reason: 'because',
    by: author('ayesha'),
    at: NOW.toISOString(),
    expiresAt: later(14).toISOString(),
    state: 'open',
    closedAt: null,
    approvalsNeeded: 2,
    decisions: [],
    demo: false,
    ...change,
  });
  const approvedBy = (person: string) => ({
    id: newIdentifier(),
    decision: 'approved' as const,
    at: NOW.toISOString(),
    by: author(person),
    statement: 'yes',
    demo: false,
  });
  const codeOf = (asked: LifecycleRequest, now = NOW, combination = present) =>
    decisionRefusal(asked, combination, now)?.code ?? null;

  it('counts a person once, under whatever account', () => {
    expect(approvalsMissing(request({ decisions: [approvedBy('bilal')] }))).toBe(1);
    expect(approvalsMissing(request({ decisions: [approvedBy('bilal'), approvedBy(' BILAL')] }))).toBe(1);
    expect(approvalsMissing(request({ decisions: [approvedBy('bilal'), approvedBy('chaudhry')] }))).toBe(0);
  });

  it('comes too late after 14 days, and is about nothing once the models changed', () => {
    expect(codeOf(request(), later(14))).toBe('REQUEST_EXPIRED');
    expect(codeOf(request())).toBeNull();
    expect(codeOf(request(), NOW, presentCombination(SYSTEM, OTHER_MODELS))).toBe('REQUEST_OUTDATED');
    expect(codeOf(request({ state: 'withdrawn' }))).toBe('REQUEST_CLOSED');
  });
});

describe('people', () => {
  it('are the same however their name is typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}$/), fc.stringMatching(/^[ \t]{0,3}$/), (person, space) => {
        const typed = `${space}${person.toUpperCase()}${space}`;
        expect(isSamePerson(person, typed)).toBe(true);
        expect(countPeople([{ person }, { person: typed }, { person: `${person}x` }])).toBe(2);
      }),
    );
  });

  it('who are unknown count for nobody, and may be anybody', () => {
    expect(countPeople([{ person: '' }, { person: ' ' }])).toBe(0);
    expect(isSamePerson('', 'ayesha')).toBe(true);
  });
});
