/** What refusals of crime analytics mean, by their code. `ur/crime-problems.ts` has exactly these keys. */
export const crimeProblems = {
  FORECAST_NOT_OFFERED: 'This forecast is not surely better than counting: no plan is made from it.',
  PLAN_DECIDED: 'Somebody has decided on this plan.',
  PLAN_NOT_APPROVED: 'This plan was not approved.',
  PLAN_NOT_OVER: 'The days of this plan are not over.',
  SYSTEM_NOT_RUNNING: 'Crime analytics does not run now.',
  NO_INCIDENTS: 'There are no incidents to ask about.',
  IMPORT_ALREADY_STORED: 'This file was imported already.',
  IMPORT_TAKEN_BACK: 'This import was taken back already.',
  IMPORT_EMPTY: 'The file is empty.',
  IMPORT_TOO_LARGE: 'The file is too large; split it.',
  IMPORT_MAPPING: 'The columns do not fit; look at which one is what.',
  BOUNDARIES_INVALID: 'These areas cannot be stored; look at the file.',
} as const;
