import type { SeededRisk } from './smart-vision-risks.ts';

const OFFICE = 'Governance office';

/** What a careful office might fear about the system that watches the others. */
export const GOVERNANCE_MONITORING_RISKS: readonly SeededRisk[] = [
  {
    title: 'A drift stays below every limit',
    source: 'missed-event',
    cause: 'Limits leave room for weather, and small groups report too little to judge.',
    event: 'A detector becomes worse slowly and no rule fires.',
    consequence: 'People act on wrong alerts for weeks.',
    affected: 'People at the cameras of that group.',
    existing: 'Override and error rates from reviews do not depend on drift; pages say “not enough data”.',
    inherent: { likelihood: 3, severity: 3 },
    residual: { likelihood: 2, severity: 3 },
    treatment: 'reduce',
    actions: [{ what: 'Look at groups without enough data once a month', owner: OFFICE }],
    controls: ['iso-42001:A.6.2.6'],
  },
  {
    title: 'A rule stops a system that works',
    source: 'function-creep',
    cause: 'Reviewers reject alerts for another reason than that they are wrong.',
    event: 'The rule on wrong alerts fires and suspends the system on a group.',
    consequence: 'The place is unwatched until two people end the suspension.',
    affected: 'People at the cameras of that group.',
    existing:
      'The whole interval must lie beyond the limit three times in a row; each suspension is an incident.',
    inherent: { likelihood: 2, severity: 3 },
    residual: { likelihood: 1, severity: 3 },
    treatment: 'reduce',
    actions: [],
    controls: ['iso-42001:A.6.2.6'],
  },
];
