import type { SeededRisk } from './smart-vision-risks.ts';

const OFFICE = 'Governance office';
const REVIEW = 'Traffic reviewers';
const ENGINEERS = 'Traffic engineering';

/** What a careful office might fear about fines that begin with a camera. */
export const TRAFFIC_VIOLATIONS_RISKS: readonly SeededRisk[] = [
  {
    title: 'A clock is wrong, and everybody who passed at green is suspected',
    source: 'drift',
    cause: 'Camera, worker or controller lose their time, or a lamp follows its command late.',
    event: 'Crossings are held against lights of another moment.',
    consequence: 'Wrong fines by the hundred before somebody contests.',
    affected: 'Everybody who passed the stop line.',
    existing:
      'Each clock is compared with the control plane’s all the time and its error is proven; skew over 250 ms or no proof means no case; before issue the server asks its own record of the signal again.',
    inherent: { likelihood: 3, severity: 5 },
    residual: { likelihood: 1, severity: 4 },
    treatment: 'reduce',
    actions: [
      { what: 'Turn a test camera’s clock by 300 ms and see that no case appears', owner: 'AI team' },
      { what: 'Film lamps and their record together once a year at each place', owner: ENGINEERS },
    ],
    controls: ['iso-42001:A.6.2.4', 'iso-42001:A.6.2.6'],
  },
  {
    title: 'A copied or misread plate fines somebody who was not there',
    source: 'misidentification',
    cause: 'Plates are copied, dirty or easily mistaken: O and 0, B and 8, S and 5.',
    event: 'The case names another vehicle.',
    consequence: 'An innocent owner has to prove where the vehicle was.',
    affected: 'Owners of vehicles with copied or similar plates.',
    existing:
      'All frames of a passage vote; a plate that can be read in two registered ways is held; class and colour are compared with the registry; the same plate on two places at once is held.',
    inherent: { likelihood: 4, severity: 3 },
    residual: { likelihood: 2, severity: 3 },
    treatment: 'reduce',
    actions: [{ what: 'Read each quarter which plates were corrected after a contest', owner: REVIEW }],
    controls: ['iso-42001:A.7.4', 'iso-42001:A.6.2.4'],
  },
  {
    title: 'Reviewers confirm what they are shown',
    source: 'over-reliance',
    cause: 'Hundreds of cases a day, nearly all of them right.',
    event: 'A wrong one is confirmed without a look.',
    consequence: 'Review is a formality, and the fine is in truth a machine’s.',
    affected: 'Whoever gets that fine.',
    existing:
      'One case in ten is looked at twice, blind; speed is never shown without errors; both answers take the same effort; only people with valid training decide.',
    inherent: { likelihood: 4, severity: 4 },
    residual: { likelihood: 2, severity: 3 },
    treatment: 'reduce',
    actions: [{ what: 'Mix known wrong cases among those of each reviewer once a month', owner: OFFICE }],
    controls: ['iso-42001:A.9.3', 'iso-42001:A.9.2'],
  },
  {
    title: 'The portal is used to find out where a vehicle was',
    source: 'privacy',
    cause: 'It answers without an account.',
    event: 'Somebody tries numbers, or finds a notice of another household.',
    consequence: 'A place and a time of a vehicle become known to whoever should not know.',
    affected: 'Owners and drivers who got a challan.',
    existing:
      'Numbers are random with 40 bits and need the plate too; wrong plate and wrong number are answered alike; attempts slow down by number and by address; others in the pictures are masked.',
    inherent: { likelihood: 3, severity: 3 },
    residual: { likelihood: 1, severity: 3 },
    treatment: 'reduce',
    actions: [{ what: 'Read the figures of refused attempts monthly', owner: OFFICE }],
    controls: ['iso-42001:A.7.2', 'iso-27001:8.12'],
  },
  {
    title: 'Places are chosen for what they bring in',
    source: 'function-creep',
    cause: 'Fines are income.',
    event: 'Cameras go where limits are easily missed instead of where people are hurt.',
    consequence: 'Trust is lost, and nobody is safer.',
    affected: 'Everybody who drives there.',
    existing:
      'Plans are kept in versions with who drew them; issued and cancelled are public by camera; the demonstration’s rule is that a place needs a record of accidents.',
    inherent: { likelihood: 3, severity: 3 },
    residual: { likelihood: 2, severity: 3 },
    treatment: 'reduce',
    actions: [{ what: 'Publish the reason for each enforced place before it begins', owner: OFFICE }],
    controls: ['iso-42001:A.5.4', 'iso-42001:A.9.2'],
  },
];
