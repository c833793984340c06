import type { ExplanationStep } from '@amaan/contracts/explanation';
import { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { ChainFacts } from './chain-facts.ts';

export type StepName = ExplanationStep['step'];
type Step<Name extends StepName> = Extract<ExplanationStep, { step: Name }>;

/** The ledger entries of each step, by index. */
export type EntriesOf = (step: StepName) => number[];

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

/** The address of a part of a system's page. */
export function partOfSystem(system: string, step: keyof typeof SYSTEM_PAGE_PARTS): string {
  return `/governance/systems/${system}#${SYSTEM_PAGE_PARTS[step]}`;
}

/** The steps that every chain begins with: what was seen, by which model, with which settings. */
export function sightSteps(
  { about: { system }, frame, model, configuration }: ChainFacts,
  link: string,
  has: EntriesOf,
): [Step<'frame'>, Step<'model'>, Step<'configuration'>] {
  return [
    { step: 'frame', link, entries: has('frame'), ...frame },
    { step: 'model', link: partOfSystem(system, 'model'), entries: has('model'), ...model },
    {
      step: 'configuration',
      link: partOfSystem(system, 'configuration'),
      entries: has('configuration'),
      ...configuration,
    },
  ];
}

/** The steps on which every inference rests: the permit, and what people decided before it was issued. */
export function permitSteps(
  { about: { system }, permit, approvals, validation, assessment }: ChainFacts,
  has: EntriesOf,
): [Step<'permit'>, Step<'approvals'>, Step<'validation'>, Step<'impact-assessment'>] {
  return [
    { step: 'permit', link: partOfSystem(system, 'permit'), entries: has('permit'), ...permit },
    { step: 'approvals', link: partOfSystem(system, 'approvals'), entries: has('approvals'), approvals },
    { step: 'validation', link: partOfSystem(system, 'validation'), entries: has('validation'), validation },
    {
      step: 'impact-assessment',
      link: assessment?.record
        ? `/governance/assessments?id=${assessment.record.id}`
        : '/governance/assessments',
      entries: has('impact-assessment'),
      assessment,
    },
  ];
}

/** Whether the system is stopped, and whether its permit was in force when the frame was taken. */
export function suspensionStep(
  { about: { system }, frame, permit, suspension }: ChainFacts,
  has: EntriesOf,
): Step<'suspension'> {
  const captured = Date.parse(frame.capturedAt);
  return {
    step: 'suspension',
    link: partOfSystem(system, 'suspension'),
    entries: has('suspension'),
    suspension,
    permitInForceAtCapture:
      captured < Date.parse(permit.expiresAt) &&
      (permit.revokedAt === null || captured <= Date.parse(permit.revokedAt)),
  };
}

/**
 * Which step each entry proves: by what it is about, or by the decision that it names.
 * @param ownSteps of entries that this kind of chain alone has; null: of none
 */
export function entriesByStep(
  facts: ChainFacts,
  ownSteps: (entry: LedgerEntry) => StepName[] | null,
): EntriesOf {
  const steps = new Map<StepName, number[]>();
  for (const { index, text } of facts.ledger) {
    const entry = LedgerEntry.parse(JSON.parse(text));
    for (const step of ownSteps(entry) ?? commonSteps(entry, text, facts))
      steps.set(step, [...(steps.get(step) ?? []), index]);
  }
  return (step) => steps.get(step) ?? [];
}

/** None for what happened to the system and has nothing to do with this chain. */
function commonSteps({ kind, subject }: LedgerEntry, text: string, facts: ChainFacts): StepName[] {
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
