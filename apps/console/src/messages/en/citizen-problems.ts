/** What refusals of the citizens' portal and of contests mean, by their code. `ur/citizen-problems.ts` has exactly these keys. */
export const citizenProblems = {
  CHALLAN_UNKNOWN: 'There is no challan with this plate and number.',
  CHALLAN_LOOKUP_SLOWED: 'Too many wrong attempts with this number; wait a little.',
  CHALLAN_TOKEN_INVALID: 'The time for this view is over. Enter plate and challan number again.',
  CHALLAN_STEP_REFUSED: 'This cannot be done with the challan as it stands now.',
  CONTEST_TOO_LATE: 'The time to contest this challan is over.',
  CONTEST_DECIDED: 'This contest has ended.',
  CONTEST_LAPSED: 'The time to decide this contest is over.',
  CONTEST_NOT_FOUND: 'There is no such contest.',
  FILES_ENOUGH: 'Five files are there already. Remove one first.',
  FILE_NOT_FOUND: 'There is no such file any more.',
  FILE_EMPTY: 'The file is empty.',
  FILE_TOO_LARGE: 'The file is too large.',
  FILE_TYPE_UNSUPPORTED: 'This kind of file is not taken.',
  FILE_UNREADABLE: 'This picture is damaged or has too many pixels. Take it again.',
  PDF_REFUSED: 'This PDF does more than show pages. Bring a photograph of the page instead.',
} as const;
