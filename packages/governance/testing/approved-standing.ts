import type { AiSystem } from '@amaan/contracts/ai-system';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { presentCombination } from '../combination.ts';
import type { Approval, ModelReference, SystemStanding } from '../system-standing.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const ASSESSMENT_DAYS = 90;

/** For tests: a pilot that lacks nothing for a permit for these models, until its assessment ends. */
export function approvedStanding(
  system: AiSystem,
  models: readonly ModelReference[],
  now: Date,
): SystemStanding {
  const subject = { ...presentCombination(system, models), models: [...models] };
  const record = () => ({
    id: newIdentifier(),
    at: instantOf(now.getTime()),
    statement: 'For a test.',
    demo: true,
  });
  const approval = (person: string): Approval => ({
    ...record(),
    ...subject,
    account: `user:${person}`,
    person,
    name: person,
    role: 'governance-officer',
  });
  return {
    system: system.id,
    version: system.version,
    stage: 'pilot',
    suspension: null,
    groupSuspensions: [],
    impactAssessment: {
      ...record(),
      status: 'approved',
      systemVersion: system.version,
      expiresAt: instantOf(now.getTime() + ASSESSMENT_DAYS * DAY_MS),
    },
    validations: [{ ...record(), ...subject, passed: true, report: null }],
    approvals: [approval('person-1'), approval('person-2')],
  };
}
