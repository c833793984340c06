/** How offences develop. `ur/crime-trends.ts` has exactly these keys. */
export const crimeTrends = {
  title: 'How offences develop',
  hint: 'Counts over time, their trend without season, and whether it is more than chance.',
  step: 'Step',
  steps: { day: 'Days', week: 'Weeks', month: 'Months' },
  all: 'All offences',
  trend: 'Trend',
  change: 'new level',
  from: 'From',
  kind: 'Offence',
  perYear: 'Change per year',
  verdict: 'Beyond chance',
  lastChange: 'Last change of level',
  changed: '{{at}}: {{before}} → {{after}}',
  yearly: '{{change}} % ({{low}} to {{high}})',
  word: { rising: 'rising', falling: 'falling', steady: 'no change', unknown: 'too short' },
  finding: {
    rising: '{{name}}: up {{change}} % a year (95 % interval {{low}} to {{high}} %).',
    falling: '{{name}}: down {{change}} % a year (95 % interval {{low}} to {{high}} %).',
    steady: '{{name}}: no change beyond chance (95 % interval {{low}} to {{high}} % a year).',
    unknown: '{{name}}: too few steps to say whether it changes.',
  },
} as const;
