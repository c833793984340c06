import type { SeededRisk } from './smart-vision-risks.ts';

const OFFICE = 'Governance office';
const CONTROL_ROOM = 'Control room supervisors';
const ENGINEERS = 'Traffic engineering';

/** What a careful office might fear about measuring traffic with cameras and steering signals by it. */
export const TRAFFIC_MANAGEMENT_RISKS: readonly SeededRisk[] = [
  {
    title: 'A camera that was turned goes on telling speeds',
    source: 'drift',
    cause: 'Wind, cleaning or a technician turns a camera after its lanes were drawn.',
    event: 'Lanes lie beside the road and metres are wrong.',
    consequence: 'Engineers change timings by figures that are not of this road.',
    affected: 'Everybody who waits at the junctions that were changed.',
    existing:
      'Fixed places of the picture are looked for every twenty seconds; from the first doubt on no metres are told, and a person is told when it lasts.',
    inherent: { likelihood: 4, severity: 3 },
    residual: { likelihood: 2, severity: 2 },
    treatment: 'reduce',
    actions: [
      { what: 'Turn a test camera by hand and see that its speeds stop', owner: 'AI team' },
      { what: 'Draw lanes anew after every maintenance of a camera', owner: CONTROL_ROOM },
    ],
    controls: ['iso-42001:A.6.2.6', 'iso-42001:A.6.2.4'],
  },
  {
    title: 'Motorcycles and carts are counted as fewer than they are',
    source: 'bias',
    cause: 'The object model was trained elsewhere; small and dense vehicles hide each other.',
    event: 'An approach with many motorcycles seems emptier than it is.',
    consequence: 'A signal that follows what is seen gives it too little green.',
    affected: 'Riders of motorcycles, rickshaws and carts.',
    existing: 'Counts by class in every figure; a longest red for every approach.',
    inherent: { likelihood: 4, severity: 3 },
    residual: { likelihood: 3, severity: 2 },
    treatment: 'reduce',
    actions: [{ what: 'Count one hour of each junction by hand before it is steered', owner: ENGINEERS }],
    controls: ['iso-42001:A.6.2.4', 'iso-42001:A.7.4'],
  },
  {
    title: 'Somebody is hurt because a signal follows a wrong decision',
    source: 'other',
    cause: 'A controller proposes something that no engineer would.',
    event: 'Greens that conflict, a yellow that is too short, a crossing that is cut off.',
    consequence: 'Vehicles or people collide.',
    affected: 'Everybody at the junction.',
    existing:
      'An envelope between any controller and any signal holds shortest greens, clearances, pedestrian times and conflicts; it was proven by property tests that no sequence of proposals breaks it. Controllers in the street have a conflict monitor of their own.',
    inherent: { likelihood: 3, severity: 5 },
    residual: { likelihood: 1, severity: 5 },
    treatment: 'reduce',
    actions: [
      { what: 'Let two engineers allow control of each junction, for some weeks at most', owner: ENGINEERS },
      { what: 'Read every fall back to the fixed plan weekly', owner: OFFICE },
    ],
    controls: ['iso-42001:A.6.2.4', 'iso-42001:A.9.2'],
  },
  {
    title: 'Travel times lay a single vehicle bare',
    source: 'privacy',
    cause: 'They come from plates, and somebody may ask often and compare.',
    event: 'The difference of two answers is about one vehicle.',
    consequence: 'Somebody learns when a person drove where.',
    affected: 'Drivers on roads with little traffic.',
    existing:
      'At least five vehicles a figure, medians instead of means, intervals that begin on the clock, a purpose on record with each question, no plate in any answer.',
    inherent: { likelihood: 3, severity: 4 },
    residual: { likelihood: 1, severity: 4 },
    treatment: 'reduce',
    actions: [{ what: 'Read the questions and their purposes monthly', owner: OFFICE }],
    controls: ['iso-42001:A.7.2', 'iso-27001:8.12'],
  },
  {
    title: 'A figure is read as more than it is',
    source: 'over-reliance',
    cause: 'A number on a map looks certain, whatever its error and coverage.',
    event: 'A decision rests on minutes that were hardly seen, or on a speed with a large error.',
    consequence: 'Money and green go where they help nobody.',
    affected: 'Those who wait elsewhere.',
    existing: 'Errors and coverage stand beside every figure; gaps are shown as gaps.',
    inherent: { likelihood: 3, severity: 2 },
    residual: { likelihood: 2, severity: 2 },
    treatment: 'retain',
    actions: [],
    controls: ['iso-42001:A.9.3'],
  },
];
