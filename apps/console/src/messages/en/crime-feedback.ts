/** The loop of patrols and their own records. `ur/crime-feedback.ts` has exactly these keys. */
export const crimeFeedback = {
  title: 'When patrols follow their own records',
  hint: 'A simulated city: every area truly has as many offences as any other. Patrols go where most was recorded, and find some of what nobody reports, so that more is recorded there. After Lum and Isaac (2016) and Ensign and others (2018).',
  finding:
    'Each of the {{areas}} areas truly has {{truth}} % of the offences. After {{weeks}} weeks the first one gets {{without}} % of the patrols without guards, and {{within}} % with them.',
  withoutGuards: 'Without guards',
  withGuards: 'With guards',
  area: 'Area {{number}}',
  week: 'Week',
  shareOfPatrols: 'Share of patrols',
  truth: 'truth',
  distortion: 'Patrols in the wrong place',
  distortionTitle: 'Share of patrols that is in the wrong place, with intervals over the replicas',
  parameter: {
    past: 'Records of the first area at the beginning',
    reported: 'Offences that people report anyway',
    found: 'Of the others, found by patrols',
  },
  parameterHint: {
    past: 'times those of any other area, by chance or by history',
    reported: 'wherever patrols are',
    found: 'where all patrols are',
  },
  audit: 'How patrols and reports share out here',
  auditHint:
    'From hours of patrol and reported incidents on record: no simulation. Import hours of patrols on the page Data.',
  column: {
    hours: 'Hours of patrol',
    patrolShare: 'Share of patrols',
    fairShare: 'Fair share',
    reportedShare: 'Share of reports',
    timesFair: 'Times fair share',
    officer: 'Officer-initiated',
    flags: 'To be looked at',
  },
  officerOf: '{{officer}} of {{all}}',
  flag: {
    'over-most': 'more than its most',
    'under-least': 'less than its least',
    repeated: 'visited again and again',
    'rising-without-reports': 'patrols rise, reports do not',
  },
} as const;
