/** Near repeats. `ur/crime-near.ts` has exactly these keys. */
export const crimeNear = {
  title: 'Near repeats',
  hint: 'Tests whether incidents follow each other nearby soon after (Knox), with 999 random orders of their days. It takes up to a minute.',
  oneKind: 'Near repeats mean most for one kind of offence: choose one above.',
  distance: 'Distance',
  distances: { manhattan: 'Along streets (Manhattan)', euclidean: 'As the crow flies' },
  advice:
    'For the next {{days}} days within {{metres}} m of an incident, another is {{times}} times as likely as by chance.',
  rests:
    'It rests on the marked cells of the table below (p {{p}}). It says where to look after an incident, never whom to look at.',
  noAdvice: 'Incidents do not follow each other nearby more than by chance.',
  noAdviceHint:
    'No cell of the table has more pairs than chance explains (p ≤ {{alpha}}), so there is no advice.',
  windows_one: 'Where it holds at the end of the period: {{count}} place',
  windows_other: 'Where it holds at the end of the period: {{count}} places',
  legend: 'Near-repeat windows',
  windowMark: 'Near a recent incident; places are rounded to a grid',
  window_one: '{{count}} incident, until {{until}}',
  window_other: '{{count}} incidents, until {{until}}',
  more: '{{count}} more on the map',
  table: 'What it rests on',
  tableHint:
    'Pairs of incidents by their distance in place and time: how many there are for each that chance would give. A star marks more than chance explains (p ≤ {{alpha}}).',
  apart: 'Apart',
  band: { metres: '{{from}}–{{to}} m', days: '{{from}}–{{to}} days' },
  beyond: { metres: 'over {{value}} m', days: 'over {{value}} days' },
  times: '× {{value}}',
  pairs: '{{observed}} pairs, {{expected}} by chance',
  significant: 'more than chance',
} as const;
