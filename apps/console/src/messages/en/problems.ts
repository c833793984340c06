import { citizenProblems } from './citizen-problems.ts';
import { civicProblems } from './civic-problems.ts';
import { crimeProblems } from './crime-problems.ts';
import { faceProblems } from './face-problems.ts';
import { maskingProblems } from './masking-problems.ts';
import { serviceProblems } from './service-problems.ts';
import { trafficProblems } from './traffic-problems.ts';
import { violationProblems } from './violation-problems.ts';

/**
 * What the refusals and errors that people meet most mean, by their code, and by the access policy that refused.
 * `ur/problems.ts` has exactly these keys.
 */
export const problems = {
  code: {
    SIGN_IN_REQUIRED: 'Sign in first.',
    CREDENTIALS_WRONG: 'User name or password is wrong.',
    ACTION_FORBIDDEN: 'Your role does not allow this.',
    ACCOUNT_DISABLED: 'This account is disabled.',
    PASSWORD_CHANGE_REQUIRED: 'Change the one-time password first.',
    SECOND_FACTOR_DUE: 'Set up a second factor first.',
    OUTSIDE_YOUR_SITES: 'This belongs to a site that is not yours.',
    TRAINING_REQUIRED: 'A training that your role needs is missing.',
    PURPOSE_REQUIRED: 'Choose a case and state a purpose first.',
    STEP_UP_REQUIRED: 'Prove again that it is you.',
    FOUR_EYES: 'Somebody else must decide.',
    STEP_REFUSED: 'Something is missing for this step.',
    TRANSITION_REFUSED: 'Something is missing for this stage.',
    RECORD_CHANGED: 'Somebody else has changed this.',
    RECORD_CLOSED: 'This is closed.',
    ALERT_ALREADY_REVIEWED: 'Somebody has decided on this alert.',
    SYSTEM_ALREADY_SUSPENDED: 'It is suspended already.',
    SYSTEM_NOT_SUSPENDED: 'It is not suspended.',
    CLOCK_SET_BACK: 'The server’s clock was set back.',
    CLOCK_NOT_BEHIND: 'The clock is not behind.',
    USERNAME_TAKEN: 'This user name is taken.',
    TOO_MANY_REQUESTS: 'Too many attempts; wait a minute.',
    REQUEST_INVALID: 'Something was filled in wrongly.',
    CAMERA_NOT_FOUND: 'There is no such camera.',
    ALERT_NOT_FOUND: 'There is no such alert.',
    CASE_CLOSED: 'The case is closed.',
    LAST_MEMBER: 'A case has at least one member.',
    HOTLIST_HEADER: 'The first line must name the columns.',
    HOTLIST_EMPTY: 'The file has no lines.',
    HOTLIST_CLOSED: 'The list is closed.',
    HOTLIST_EXPIRED: 'The list has expired.',
    HOTLIST_DATES: 'The dates of the list do not fit together.',
    HOTLIST_KIND_FIXED: 'The kind of a list never changes.',
    HOTLIST_SITE_FIXED: 'The site of a list never changes.',
    HOTLIST_NOT_FOUND: 'There is no such list.',
    HOTLIST_ENTRY_NOT_FOUND: 'There is no such entry.',
    PLATE_LISTED: 'This plate is on the list already.',
    ENTRY_EXPIRY: 'The entry must end after today and not after its list.',
    ENTRY_DECIDED: 'Somebody has decided on this entry.',
    ENTRY_NOT_IN_FORCE: 'The entry is not in force.',
    VEHICLE_TRACE_NOT_RUNNING: 'Vehicle trace does not run.',
    JOURNEY_TOO_LONG: 'Too many sightings for one journey.',
    CONVOY_TOO_LONG: 'The time is too long for companions.',
    SIGHTING_NOT_FOUND: 'There is no such sighting.',
    HOLD_NOT_FOUND: 'There is no such hold.',
    INTERNAL_ERROR: 'Something failed on the server.',
    ...citizenProblems,
    ...faceProblems,
    ...maskingProblems,
    ...trafficProblems,
    ...violationProblems,
    ...civicProblems,
    ...crimeProblems,
    ...serviceProblems,
  },
  policy: {
    'administrators-see-no-citizen-data': 'Administrators see no citizen data.',
    'governance-sees-no-pictures': 'Governance officers see no pictures.',
    'auditors-see-no-citizen-data': 'Auditors see no citizen data.',
    'analysts-see-no-citizen-data': 'Analysts see no citizen data.',
  },
} as const;
