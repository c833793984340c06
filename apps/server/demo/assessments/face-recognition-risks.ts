import type { SeededRisk } from './smart-vision-risks.ts';

const OFFICE = 'Governance office';
const CONTROL_ROOM = 'Control room supervisors';
const AI_TEAM = 'AI team';

/** What a careful office might fear about searching faces. */
export const FACE_RECOGNITION_RISKS: readonly SeededRisk[] = [
  {
    title: 'Somebody innocent is taken for a listed person',
    source: 'misidentification',
    cause: 'People resemble each other, and two reviewers may make the same mistake.',
    event: 'A false match is confirmed by both and an officer acts on it.',
    consequence: 'Somebody innocent is stopped or arrested.',
    affected: 'Whoever resembles a listed person.',
    existing:
      'Threshold by the size of the list, answers of two people who do not see each other’s, the next-best candidate beside the match, no consequence by itself.',
    inherent: { likelihood: 4, severity: 5 },
    residual: { likelihood: 2, severity: 5 },
    treatment: 'reduce',
    actions: [
      {
        what: 'Tell officers in the briefing that a match is a hint and no ground for an arrest',
        owner: CONTROL_ROOM,
      },
      { what: 'Limit lists of the pilot to 500 people', owner: OFFICE },
    ],
    controls: ['iso-42001:A.6.2.4', 'iso-42001:A.9.2'],
  },
  {
    title: 'It errs more for some groups, and nobody knows for which',
    source: 'bias',
    cause:
      'The authors of the models say nothing of the training pictures, and no lawful set by groups is at hand.',
    event: 'False matches or misses fall on one group more than on others.',
    consequence: 'Its people are stopped more often, or found less often when they are missing.',
    affected: 'Groups for which the model errs more.',
    existing:
      'It is a pilot: the gate to operational asks for an audit set. The system has no field for a group and guesses none.',
    inherent: { likelihood: 4, severity: 4 },
    residual: { likelihood: 3, severity: 4 },
    treatment: 'reduce',
    actions: [
      { what: 'Plan a test with volunteers who agree in writing, with the data office', owner: OFFICE },
      { what: 'Keep the system at the stage pilot until its figures are recorded', owner: OFFICE },
    ],
    controls: ['iso-42001:A.5.4', 'iso-42001:A.7.4'],
  },
  {
    title: 'A list is used for something else than it was made for',
    source: 'function-creep',
    cause: 'A list and cameras are there, and the next wish is near.',
    event: 'An opponent, a journalist or a relative is put on a list.',
    consequence: 'Somebody is followed without law.',
    affected: 'Whoever is put on it, and those whom they meet.',
    existing:
      'Source and lawfulness of each picture, review by somebody who changed nothing, approval by a higher role, case members alone, 90 days, all in the ledger.',
    inherent: { likelihood: 3, severity: 5 },
    residual: { likelihood: 2, severity: 5 },
    treatment: 'reduce',
    actions: [
      { what: 'Compare each list with its case files every month', owner: OFFICE },
      { what: 'Publish how many authorisations there were, by purpose', owner: OFFICE },
    ],
    controls: ['iso-42001:A.9.4', 'iso-27001:8.2'],
  },
  {
    title: 'Templates leak',
    source: 'security',
    cause: 'Templates cannot be changed like passwords.',
    event: 'Somebody copies a list from disk, backup or memory.',
    consequence: 'Listed people can be searched elsewhere for ever.',
    affected: 'Everybody on the list, missing children among them.',
    existing:
      'Sealed with a key for each list, in memory only while a search is open, overwritten after it; deleting the key destroys the list.',
    inherent: { likelihood: 3, severity: 5 },
    residual: { likelihood: 1, severity: 5 },
    treatment: 'reduce',
    actions: [{ what: 'Keep backups of the database apart from the server’s key', owner: AI_TEAM }],
    controls: ['iso-27001:8.24', 'iso-27001:8.10'],
  },
  {
    title: 'No hit is taken for nobody there',
    source: 'missed-event',
    cause: 'It misses small, turned, dark and covered faces, and many more at the thresholds of long lists.',
    event: 'A missing person passes and is not reported.',
    consequence: 'The search is called off.',
    affected: 'Missing people and their families.',
    existing: 'The register’s limits and each authorisation say so.',
    inherent: { likelihood: 4, severity: 4 },
    residual: { likelihood: 3, severity: 3 },
    treatment: 'reduce',
    actions: [{ what: 'Teach investigators how often it misses', owner: CONTROL_ROOM }],
    controls: ['iso-42001:A.9.3', 'iso-42001:A.6.2.4'],
  },
];
