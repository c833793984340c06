import type { SeededRisk } from './smart-vision-risks.ts';

const OFFICE = 'Governance office';
const CONTROL_ROOM = 'Control room supervisors';

/** What a careful office might fear about the reading of number plates. */
export const NUMBER_PLATES_RISKS: readonly SeededRisk[] = [
  {
    title: 'A misread character points to somebody else’s vehicle',
    source: 'misidentification',
    cause: 'O and 0, 8 and B look alike, and dirt or a screw adds a stroke.',
    event: 'A plate is read as another one that exists.',
    consequence: 'The owner of the other vehicle is looked for, stopped or asked to explain a journey.',
    affected: 'Owners of vehicles whose plate resembles the one that passed.',
    existing:
      'Readings of several frames vote; the confidence and the alternatives of each character are kept; the crop stands beside every reading.',
    inherent: { likelihood: 4, severity: 4 },
    residual: { likelihood: 2, severity: 4 },
    treatment: 'reduce',
    actions: [
      { what: 'Train operators to read the crop before the text', owner: CONTROL_ROOM },
      { what: 'Look into every camera whose readings are corrected often', owner: OFFICE },
    ],
    controls: ['iso-42001:A.6.2.4', 'iso-42001:A.9.2'],
  },
  {
    title: 'Local plates are read worse than validation says',
    source: 'drift',
    cause: 'It was measured on European photographs and on rendered Pakistani plates.',
    event: 'Real plates here, two-row, faded or home-made, are misread more often.',
    consequence: 'Errors rise without anybody having decided to bear them, for the oldest vehicles first.',
    affected: 'Riders of motorcycles and owners of old vehicles.',
    existing: 'Corrections count as errors per camera; the limits say on what it was measured.',
    inherent: { likelihood: 5, severity: 3 },
    residual: { likelihood: 3, severity: 3 },
    treatment: 'reduce',
    actions: [
      { what: 'Compare 200 crops of each camera with their readings before it counts', owner: 'AI team' },
    ],
    controls: ['iso-42001:A.6.2.4', 'iso-42001:A.7.4'],
  },
  {
    title: 'The readings become a diary of the city',
    source: 'privacy',
    cause: 'Every vehicle that passes is read, not only those that are looked for.',
    event: 'Somebody looks up where a neighbour, a patient or a believer drove.',
    consequence: 'Home, work, faith and illness of people who did nothing are laid open.',
    affected: 'Everybody who drives past a camera.',
    existing:
      'Readings are deleted after 30 days; a search needs a case, a purpose and a reason and is on record.',
    inherent: { likelihood: 4, severity: 5 },
    residual: { likelihood: 2, severity: 5 },
    treatment: 'reduce',
    actions: [
      { what: 'Read the record of searches weekly', owner: OFFICE },
      { what: 'Read plates only on cameras with a stated need', owner: CONTROL_ROOM },
    ],
    controls: ['iso-42001:A.7.2', 'iso-27001:8.12'],
  },
  {
    title: 'A reading is taken for a fact',
    source: 'over-reliance',
    cause: 'Letters and digits on a screen look certain, whatever their confidence.',
    event: 'A reading goes into a report without anybody comparing it with the picture.',
    consequence: 'A case is built on a vehicle that was never there.',
    affected: 'Owners of the vehicle that was named.',
    existing: 'Readings below the least confidence are not reported; the crop is shown with the text.',
    inherent: { likelihood: 3, severity: 4 },
    residual: { likelihood: 2, severity: 4 },
    treatment: 'reduce',
    actions: [{ what: 'Refuse evidence with a reading and without its picture', owner: OFFICE }],
    controls: ['iso-42001:A.9.2', 'iso-42001:A.9.3'],
  },
  {
    title: 'A vehicle that matters passes unread',
    source: 'missed-event',
    cause: 'Plates that are far, dark, dirty or covered on purpose are not read.',
    event: 'A stolen vehicle passes a camera and leaves no reading.',
    consequence: 'Its absence is taken as proof that it was not there.',
    affected: 'Victims of the theft, and whoever an absent reading seems to accuse.',
    existing: 'The limits say from which size on plates are read; patrols and witnesses stay.',
    inherent: { likelihood: 4, severity: 3 },
    residual: { likelihood: 3, severity: 3 },
    treatment: 'reduce',
    actions: [{ what: 'Teach investigators that no reading does not mean no vehicle', owner: CONTROL_ROOM }],
    controls: ['iso-42001:A.6.2.4', 'iso-42001:A.9.3'],
  },
];
