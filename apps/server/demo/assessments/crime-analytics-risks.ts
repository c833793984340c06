import type { SeededRisk } from './smart-vision-risks.ts';

const OFFICE = 'Governance office';
const ANALYSTS = 'Crime analysts';
const SUPERVISORS = 'Control room supervisors';

/** What a careful office might fear about maps and forecasts of crime. */
export const CRIME_ANALYTICS_RISKS: readonly SeededRisk[] = [
  {
    title: 'Patrols follow their own records',
    source: 'feedback-loop',
    cause: 'Where officers are they record more, and records say where to go next.',
    event: 'The same neighbourhoods are patrolled more every month, whatever happens elsewhere.',
    consequence: 'People there are stopped more often; offences elsewhere go unseen.',
    affected: 'Residents of places that were policed most in the past.',
    existing:
      'Officer-initiated offences are left out; hours patrolled are corrected for where known; bounds per station area and a cap on periods in a row; the audit by area shows shares of patrols beside shares of reports.',
    inherent: { likelihood: 4, severity: 4 },
    residual: { likelihood: 2, severity: 4 },
    treatment: 'reduce',
    actions: [{ what: 'Read the audit by area every quarter and publish it', owner: OFFICE }],
    controls: ['iso-42001:A.5.4', 'iso-42001:A.6.2.6'],
  },
  {
    title: 'A map is taken for a reason to stop somebody',
    source: 'over-reliance',
    cause: 'A red cell looks like a statement about the people in it.',
    event: 'Officers stop people because of where they stand.',
    consequence: 'Innocent people are searched; trust is lost.',
    affected: 'Everybody who lives or walks in a marked cell.',
    existing:
      'Every picture and every briefing says that it is about places and no ground to stop anybody; no person is in any input or output.',
    inherent: { likelihood: 4, severity: 4 },
    residual: { likelihood: 2, severity: 4 },
    treatment: 'reduce',
    actions: [{ what: 'Brief every shift on what a marked cell does not mean', owner: SUPERVISORS }],
    controls: ['iso-42001:A.9.2', 'iso-42001:A.9.3'],
  },
  {
    title: 'A forecast is believed more than it deserves',
    source: 'over-reliance',
    cause: 'A forecast looks exact, and hits are remembered.',
    event: 'Hours go to cells that are no better than last year’s count.',
    consequence: 'Patrols are wasted, and other places go without.',
    affected: 'Residents of places that lose patrols.',
    existing:
      'Baselines, intervals and earlier horizons stand beside each; what is not surely better is not offered, and the planner refuses it.',
    inherent: { likelihood: 4, severity: 3 },
    residual: { likelihood: 2, severity: 3 },
    treatment: 'reduce',
    actions: [{ what: 'Evaluate every approved plan when its days are over', owner: ANALYSTS }],
    controls: ['iso-42001:A.6.2.4', 'iso-42001:A.9.4'],
  },
  {
    title: 'A point on the map gives a victim away',
    source: 'privacy',
    cause: 'An incident’s place is somebody’s door.',
    event: 'A neighbour recognises whose home was the scene of a sexual offence.',
    consequence: 'The victim is shamed or put under pressure.',
    affected: 'Victims of sensitive offences and their families.',
    existing:
      'Points are moved; sensitive offences are never single points; fewer than three of them in half a kilometre are withheld; exact places need a case and a purpose.',
    inherent: { likelihood: 3, severity: 5 },
    residual: { likelihood: 1, severity: 5 },
    treatment: 'reduce',
    actions: [{ what: 'Look through the offence table after each import', owner: ANALYSTS }],
    controls: ['iso-42001:A.7.4', 'iso-27001:8.11'],
  },
  {
    title: 'Somebody asks it about persons',
    source: 'function-creep',
    cause: 'Files of incidents have columns of suspects and complainants.',
    event: 'A later version is made to list people by their places.',
    consequence: 'A prohibited practice: predicting offences of persons.',
    affected: 'Everybody whose name stands in a report.',
    existing:
      'Columns of persons are never read or stored; no contract has a person in it, and a test holds that.',
    inherent: { likelihood: 2, severity: 5 },
    residual: { likelihood: 1, severity: 5 },
    treatment: 'reduce',
    actions: [{ what: 'Hold new requests against the prohibited uses', owner: OFFICE }],
    controls: ['iso-42001:A.9.4', 'iso-42001:A.6.1.2'],
  },
];
