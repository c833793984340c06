import type { Role } from '@amaan/contracts/api/me';
import type { PersonTraining } from '@amaan/contracts/governance/training';

/** Who judges what the systems report. */
const OPERATORS: readonly Role[] = ['operator', 'supervisor', 'investigator', 'traffic-reviewer'];

/** What the people who work with the systems lack in training, as a gate says it; empty when nothing. */
export function operatorTrainingGaps(people: readonly PersonTraining[]): string[] {
  const operators = people.filter(({ role }) => OPERATORS.includes(role));
  if (operators.length === 0)
    return [
      'Nobody is trained: there is no operator, supervisor, investigator or traffic reviewer with an account.',
    ];
  const untrained = operators.filter(({ gaps }) => gaps.length > 0);
  if (untrained.length === 0) return [];
  const names = untrained.map(({ name }) => name).join(', ');
  return [
    `The training of ${untrained.length} of ${operators.length} operators is missing or out of date: ${names}.`,
  ];
}
