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
    INTERNAL_ERROR: 'Something failed on the server.',
  },
  policy: {
    'administrators-see-no-citizen-data': 'Administrators see no citizen data.',
    'governance-sees-no-pictures': 'Governance officers see no pictures.',
    'auditors-see-no-citizen-data': 'Auditors see no citizen data.',
    'analysts-see-no-citizen-data': 'Analysts see no citizen data.',
  },
} as const;
