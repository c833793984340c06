import type { GateId } from '@amaan/contracts/governance/lifecycle';
import type { ValidationReport } from '@amaan/contracts/governance/validation';
import { sameCombination } from '../combination.ts';
import { impactGaps, latestValidation } from '../permits/permit-gaps.ts';
import { groupErrorGaps, identifiesPeople } from './group-error-gaps.ts';
import type { LifecycleFacts } from './lifecycle-facts.ts';

/** What a gate finds missing, one sentence each; empty when it is open. */
export type Gate = (facts: LifecycleFacts, now: Date) => string[];

const TREATED = ['accepted', 'closed'];

/** Every gate of the lifecycle, each a question about evidence. */
export const GATE_CHECKS: Readonly<Record<GateId, Gate>> = {
  clock: ({ clockGaps }) => [...clockGaps],
  built: ({ system }) => (system.built ? [] : [`${system.name} is described but not built yet.`]),
  'register-entry': registerEntryGaps,
  models: ({ system, combination }) =>
    system.models
      .filter((id) => !combination.models.some((model) => model.id === id))
      .map((id) => `The model ${id} is not installed; run: amaan models pull ${id}.`),
  'impact-assessment': ({ impactAssessment, system }, now) =>
    impactGaps(impactAssessment, system.version, now),
  risks: riskGaps,
  validation: validationGaps,
  training: ({ trainingGaps }) => [...trainingGaps],
  'group-errors': groupErrors,
  'not-suspended': ({ suspension }) =>
    suspension === null ? [] : [`It is suspended since ${suspension.at}: ${suspension.reason}.`],
};

/** The gates of a transition that ask something of this system. */
export function gatesFor(gates: readonly GateId[], system: LifecycleFacts['system']): readonly GateId[] {
  return identifiesPeople(system) ? gates : gates.filter((id) => id !== 'group-errors');
}

function groupErrors({ system, combination, validations, auditSets }: LifecycleFacts, now: Date): string[] {
  if (!identifiesPeople(system)) return [];
  const own = validations.filter((one) => one.passed && sameCombination(one, combination));
  const since = own.map(({ at }) => at).sort()[0] ?? null;
  return groupErrorGaps(auditSets, since, now);
}

function registerEntryGaps({ system, entry }: LifecycleFacts): string[] {
  if (entry === null) return [`The organisation has not filled in the register entry of ${system.name}.`];
  const needed = { owner: 'an owner', contact: 'a contact', legalBasis: 'a legal basis' } as const;
  return Object.entries(needed)
    .filter(([member]) => entry[member as keyof typeof needed].trim() === '')
    .map(([, what]) => `The register entry names no ${what.replace(/^an? /, '')}.`);
}

function riskGaps({ system, risks }: LifecycleFacts, now: Date): string[] {
  if (risks.length === 0) return [`No risk of ${system.name} has been assessed.`];
  return risks.flatMap(({ number, title, status, owner, reviewAt }) => {
    if (!TREATED.includes(status))
      return [`The treatment of ${number} “${title}” is not accepted (${status}).`];
    if (status === 'closed') return [];
    if (owner === null || owner.trim() === '') return [`Nobody owns ${number} “${title}”.`];
    if (reviewAt === null) return [`${number} “${title}” has no review date.`];
    if (Date.parse(reviewAt) <= now.getTime()) return [`The review of ${number} “${title}” is overdue.`];
    return [];
  });
}

function validationGaps({ validations, combination }: LifecycleFacts, now: Date): string[] {
  const latest = latestValidation({ validations }, combination, now);
  if (latest === null) {
    return validations.length === 0
      ? ['It has not been validated.']
      : [
          'No validation is about exactly these models and this configuration; the newest is about another digest.',
        ];
  }
  if (!latest.passed) return [`The validation of ${latest.at} failed.`];
  return latest.report === null ? ['The validation has no figures.'] : reportGaps(latest.report);
}

/** Every figure has an interval that says something, and parts of the data are judged, not only the whole. */
function reportGaps({ figures }: ValidationReport): string[] {
  const judged = figures.filter(({ aim }) => aim !== null);
  const groups = figures.filter(({ group }) => group !== null);
  const gaps: string[] = [];
  if (!judged.some(({ group }) => group === null))
    gaps.push('No figure over all of the data was judged against an aim.');
  if (groups.length === 0) gaps.push('The validation has no figures per group.');
  else if (!groups.some(({ aim }) => aim !== null))
    gaps.push('No figure of a group was judged against an aim.');
  const certain = figures.filter(({ low, high }) => low >= high);
  if (certain.length > 0) {
    const named = certain.map(({ name, group }) => (group === null ? name : `${name} of ${group}`));
    gaps.push(`Without a confidence interval: ${named.join(', ')}.`);
  }
  return gaps;
}
