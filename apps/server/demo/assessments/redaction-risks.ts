import type { SeededRisk } from './smart-vision-risks.ts';

const OFFICE = 'Governance office';
const CONTROL_ROOM = 'Control room supervisors';

/** What a careful office might fear about covering faces and plates. */
export const REDACTION_RISKS: readonly SeededRisk[] = [
  {
    title: 'A face stays bare in what is shown to others',
    source: 'missed-event',
    cause: 'Small, turned, half-hidden and dark faces are not found at any threshold.',
    event: 'A bystander can be recognised in a file or in the live view.',
    consequence: 'Somebody is exposed, a witness or victim perhaps endangered.',
    affected: 'Bystanders, witnesses, victims.',
    existing: 'A low threshold, wide covers that last beyond a sighting, a report of moments to look at.',
    inherent: { likelihood: 5, severity: 4 },
    residual: { likelihood: 3, severity: 4 },
    treatment: 'reduce',
    actions: [
      { what: 'Refuse to send a masked file that nobody looked through', owner: CONTROL_ROOM },
      { what: 'Sample fifty masked pictures each month and count bare faces', owner: OFFICE },
    ],
    controls: ['iso-27001:8.11', 'iso-42001:A.6.2.4'],
  },
  {
    title: 'Masking is taken for anonymity',
    source: 'over-reliance',
    cause: 'A grey box looks like safety.',
    event: 'A masked recording is published although clothes, gait and places tell who it is.',
    consequence: 'People are recognised by those who know them.',
    affected: 'Whoever is in the recording.',
    existing: 'The limits say so in the register and in the operators’ pages.',
    inherent: { likelihood: 4, severity: 3 },
    residual: { likelihood: 2, severity: 3 },
    treatment: 'reduce',
    actions: [{ what: 'Teach that masking is one protection among several', owner: OFFICE }],
    controls: ['iso-42001:A.9.3', 'iso-27001:8.12'],
  },
  {
    title: 'Un-masking becomes a habit',
    source: 'function-creep',
    cause: 'It takes a reason, and a reason is typed quickly.',
    event: 'Operators un-mask whatever they look at.',
    consequence: 'The default protects nobody.',
    affected: 'Everybody who passes a camera.',
    existing:
      'A privilege, a case and a reason for a named clip; it ends by itself, two people for longer, each in the ledger.',
    inherent: { likelihood: 4, severity: 3 },
    residual: { likelihood: 2, severity: 3 },
    treatment: 'reduce',
    actions: [{ what: 'Read all un-maskings weekly, by person', owner: OFFICE }],
    controls: ['iso-42001:A.9.4', 'iso-27001:8.15'],
  },
];
