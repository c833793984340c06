import type { SeededRisk } from './smart-vision-risks.ts';

const OFFICE = 'Governance office';
const CONTROL_ROOM = 'Control room supervisors';

/** What a careful office might fear about hotlists and the search for vehicles. */
export const VEHICLE_TRACE_RISKS: readonly SeededRisk[] = [
  {
    title: 'A recovered vehicle stays on a list',
    source: 'privacy',
    cause: 'Nobody takes a plate off when the owner has the vehicle back.',
    event: 'The owner drives past a camera and is matched.',
    consequence: 'The victim of a theft is stopped as a thief.',
    affected: 'Owners of recovered vehicles.',
    existing:
      'Lists and entries end; the review date is on every list; a person looks before anybody is stopped.',
    inherent: { likelihood: 4, severity: 4 },
    residual: { likelihood: 2, severity: 3 },
    treatment: 'reduce',
    actions: [{ what: 'Take recovered vehicles off within a day', owner: CONTROL_ROOM }],
    controls: ['iso-42001:A.7.4', 'iso-42001:A.9.2'],
  },
  {
    title: 'Somebody lists a vehicle for a private reason',
    source: 'function-creep',
    cause: 'A plate is typed in seconds.',
    event: 'The car of a rival, a journalist or a relative is put on a list.',
    consequence: 'A person is followed without any law.',
    affected: 'Whoever drives that vehicle.',
    existing: 'Wanted vehicles need a second person; each entry has its author and time in the ledger.',
    inherent: { likelihood: 3, severity: 5 },
    residual: { likelihood: 1, severity: 5 },
    treatment: 'reduce',
    actions: [{ what: 'Sample new entries against their case files monthly', owner: OFFICE }],
    controls: ['iso-42001:A.9.4', 'iso-27001:8.2'],
  },
  {
    title: 'A fuzzy match is taken for a sure one',
    source: 'over-reliance',
    cause: 'An alert looks the same whatever it cost.',
    event: 'An officer stops the wrong vehicle.',
    consequence: 'An innocent driver is held at gunpoint.',
    affected: 'Drivers whose plate resembles a listed one.',
    existing: 'The alert shows every differing character and the cost; large lists match exactly.',
    inherent: { likelihood: 3, severity: 5 },
    residual: { likelihood: 2, severity: 4 },
    treatment: 'reduce',
    actions: [{ what: 'Train operators to read the crop before the text', owner: CONTROL_ROOM }],
    controls: ['iso-42001:A.9.2', 'iso-42001:A.9.3'],
  },
];
