import type { AiSystem } from '@amaan/contracts/ai-system';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { configurationDigest } from './permits/configuration-digest.ts';
import type { Approval, ModelReference, SystemStanding } from './system-standing.ts';

const NOBODY = 'Seeded for demonstration. No real person took this decision.';
const DAY_MS = 24 * 60 * 60 * 1000;
const ASSESSMENT_DAYS = 90;

const DEMO_APPROVERS = [
  { account: 'demo:owner', person: 'demo-person-1', name: 'Demo person 1', role: 'system owner' },
  {
    account: 'demo:governance',
    person: 'demo-person-2',
    name: 'Demo person 2',
    role: 'AI governance office',
  },
];

/**
 * The seeded decision that lets a fresh deployment run one combination of a system and its models: a pilot
 * with an impact assessment, a validation and two approvals, all marked `demo` and saying in words that
 * nobody took them. It satisfies `issuePermit` until the assessment ends after 90 days.
 */
export function demoStanding(system: AiSystem, models: readonly ModelReference[], now: Date): SystemStanding {
  const subject = { models: [...models], configurationDigest: configurationDigest(system) };
  const record = (what: string) => ({
    id: newIdentifier(),
    at: instantOf(now.getTime()),
    statement: `${what} ${NOBODY}`,
    demo: true,
  });
  return {
    system: system.id,
    version: system.version,
    stage: 'pilot',
    suspension: null,
    impactAssessment: {
      ...record('Impact assessment taken as approved.'),
      status: 'approved',
      expiresAt: instantOf(now.getTime() + ASSESSMENT_DAYS * DAY_MS),
    },
    validations: [{ ...record('Validation taken as passed.'), ...subject, passed: true, results: {} }],
    approvals: DEMO_APPROVERS.map(
      (approver): Approval => ({ ...record('Approval taken as given.'), ...subject, ...approver }),
    ),
  };
}
