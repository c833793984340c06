import type { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Explanation, ExplanationStep, HumanDecision } from '@amaan/contracts/explanation';
import { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { AlertFacts } from './alert-facts.ts';

export interface ExplainOptions {
  /** Replaces free text about what was seen by its digest: for readers who see no citizens' data. */
  readonly withholdNotes: boolean;
  /** sha256 of the observation's canonical JSON. */
  readonly observationDigest: Digest;
}

type StepName = ExplanationStep['step'];

/** Why an alert of a scene rule needs no authorisation of a case. */
export const NO_AUTHORISATION_NEEDED =
  'Nobody was searched for: the rule looks at a place, and the system identifies neither persons nor vehicles.';

/** The same for plates: what is looked for stands on a list, whose own legal basis the chain names. */
export const LISTED_NOT_SEARCHED =
  'Nobody searched: every read is held against the hotlists in force, and the list names its own legal basis.';
/** The same for a plate that seems to be on two vehicles. */
export const NOBODY_SEARCHED =
  'Nobody searched: the system noticed that reads of one plate contradict each other or the registry.';

/** The parts of a system's page that steps lead to. */
export const SYSTEM_PAGE_PARTS = {
  model: 'models',
  configuration: 'configuration',
  permit: 'permit',
  approvals: 'approvals',
  validation: 'validation',
  authorisation: 'organisation',
  suspension: 'suspension',
} as const;

/** The chain of an alert, from the frame to the last human decision, each step with the entries about it. */
export function explainAlert(
  facts: AlertFacts,
  { withholdNotes, observationDigest }: ExplainOptions,
): Pick<Explanation, 'about' | 'steps'> {
  const entries = entriesByStep(facts);
  const partOf = (step: keyof typeof SYSTEM_PAGE_PARTS) =>
    `/governance/systems/${facts.about.system}#${SYSTEM_PAGE_PARTS[step]}`;
  const alert = `/operations?alert=${facts.id}`;
  const { configuration, permit, approvals, validation, assessment, legalBasis, suspension } = facts;
  const has = (step: StepName) => entries.get(step) ?? [];
  const captured = Date.parse(facts.frame.capturedAt);
  return {
    about: { ...facts.about, observationDigest },
    steps: [
      { step: 'frame', link: alert, entries: has('frame'), ...facts.frame },
      { step: 'model', link: partOf('model'), entries: has('model'), ...facts.model },
      {
        step: 'configuration',
        link: partOf('configuration'),
        entries: has('configuration'),
        ...configuration,
      },
      causeStep(facts, has, withholdNotes),
      { step: 'permit', link: partOf('permit'), entries: has('permit'), ...permit },
      { step: 'approvals', link: partOf('approvals'), entries: has('approvals'), approvals },
      { step: 'validation', link: partOf('validation'), entries: has('validation'), validation },
      {
        step: 'impact-assessment',
        link: assessment?.record
          ? `/governance/assessments?id=${assessment.record.id}`
          : '/governance/assessments',
        entries: has('impact-assessment'),
        assessment,
      },
      {
        step: 'authorisation',
        link: partOf('authorisation'),
        entries: has('authorisation'),
        basis: legalBasis,
        reason: reasonOf(facts),
      },
      {
        step: 'suspension',
        link: partOf('suspension'),
        entries: has('suspension'),
        suspension,
        permitInForceAtCapture:
          captured < Date.parse(permit.expiresAt) &&
          (permit.revokedAt === null || captured <= Date.parse(permit.revokedAt)),
      },
      {
        step: 'decisions',
        link: alert,
        entries: has('decisions'),
        decisions: facts.decisions.map((decision) => told(decision, withholdNotes)),
      },
    ],
  };
}

/** What said that a person must see it. Readers who see no citizens' data are told no plates. */
function causeStep(
  { rule, cause, hotlist, about }: AlertFacts,
  has: (step: StepName) => number[],
  withhold: boolean,
): ExplanationStep {
  if (rule !== null) {
    const link = `/cameras/${about.cameraId}`;
    return { step: 'rule', link, entries: has('rule'), rule, digest: digestOfJson(rule) };
  }
  const digest = digestOfJson(cause);
  if (cause?.kind === 'hotlist' && hotlist !== null) {
    const { hit } = cause;
    return {
      step: 'hotlist',
      link: `/hotlists/${hotlist.list.id}`,
      entries: has('hotlist'),
      list: hotlist.list,
      entry: withhold ? { ...hotlist.entry, content: null } : hotlist.entry,
      hit: withhold ? null : hit,
      cost: hit.cost,
      digest,
    };
  }
  if (cause?.kind === 'clone') {
    const { suspicion } = cause;
    return {
      step: 'clone',
      link: null,
      entries: has('clone'),
      suspicion: withhold ? null : suspicion,
      what: suspicion.kind,
      digest,
    };
  }
  throw new TypeError('The alert names neither a rule nor another cause.');
}

function reasonOf({ cause }: AlertFacts): string {
  if (cause?.kind === 'hotlist') return LISTED_NOT_SEARCHED;
  return cause?.kind === 'clone' ? NOBODY_SEARCHED : NO_AUTHORISATION_NEEDED;
}

function told(decision: AlertFacts['decisions'][number], withhold: boolean): HumanDecision {
  return {
    ...decision,
    note: withhold ? null : decision.note,
    noteDigest: digestOfJson(decision.note),
  };
}

/** Which step each entry proves: by what it is about, or by the decision that it names. */
function entriesByStep(facts: AlertFacts): Map<StepName, number[]> {
  const steps = new Map<StepName, number[]>();
  for (const { index, text } of facts.ledger) {
    for (const step of stepsOf(LedgerEntry.parse(JSON.parse(text)), text, facts)) {
      steps.set(step, [...(steps.get(step) ?? []), index]);
    }
  }
  return steps;
}

/** None for what happened to the system and has nothing to do with this alert. */
function stepsOf({ kind, subject }: LedgerEntry, text: string, facts: AlertFacts): StepName[] {
  if (kind === 'alert.raised') return ['frame', 'model', 'configuration', 'hotlist', 'clone'];
  if (subject === `alert:${facts.id}`) return ['decisions'];
  if (subject === `evidence:${facts.about.observationId}`) return ['frame'];
  if (subject === `rule:${facts.rule?.id}`) return ['rule'];
  if (subject.startsWith('hotlist:')) return ['hotlist'];
  if (kind === 'system.described') return ['authorisation'];
  if (kind === 'permit.issued') return ['permit'];
  if (subject === `permit:${facts.permit.id}`) return ['permit', 'suspension'];
  if (kind.startsWith('record.')) return ['impact-assessment'];
  if (/suspend|resum/.test(kind)) return ['suspension'];
  const named: readonly (readonly [StepName, readonly (string | undefined)[]])[] = [
    ['approvals', facts.approvals.map(({ id }) => id)],
    ['validation', [facts.validation?.id]],
    ['impact-assessment', [facts.assessment?.id, facts.assessment?.record?.id]],
  ];
  return named.flatMap(([step, ids]) =>
    ids.some((id) => id !== undefined && text.includes(id)) ? [step] : [],
  );
}
