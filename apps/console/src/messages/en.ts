import { access } from './en/access.ts';
import { account } from './en/account.ts';
import { alerts } from './en/alerts.ts';
import { assessments } from './en/assessments.ts';
import { assurance } from './en/assurance.ts';
import { bulkCancel } from './en/bulk-cancel.ts';
import { cameras } from './en/cameras.ts';
import { challans } from './en/challans.ts';
import { citizen } from './en/citizen.ts';
import { civic } from './en/civic.ts';
import { concerns } from './en/concerns.ts';
import { contests } from './en/contests.ts';
import { controls } from './en/controls.ts';
import { crime } from './en/crime.ts';
import { crimeBriefings } from './en/crime-briefings.ts';
import { crimeCompare } from './en/crime-compare.ts';
import { crimeData } from './en/crime-data.ts';
import { crimeFeedback } from './en/crime-feedback.ts';
import { crimeForecasts } from './en/crime-forecasts.ts';
import { crimeMap } from './en/crime-map.ts';
import { crimeNear } from './en/crime-near.ts';
import { crimePlans } from './en/crime-plans.ts';
import { crimeTime } from './en/crime-time.ts';
import { crimeTrends } from './en/crime-trends.ts';
import { documents } from './en/documents.ts';
import { enforcement } from './en/enforcement.ts';
import { evidence } from './en/evidence.ts';
import { evidencePack } from './en/evidence-pack.ts';
import { explain } from './en/explain.ts';
import { faceAuthorisations } from './en/face-authorisations.ts';
import { faceReports } from './en/face-reports.ts';
import { faceSearches } from './en/face-searches.ts';
import { faces } from './en/faces.ts';
import { governance } from './en/governance.ts';
import { hotlists } from './en/hotlists.ts';
import { incidents } from './en/incidents.ts';
import { lifecycle } from './en/lifecycle.ts';
import { live } from './en/live.ts';
import { monitoring } from './en/monitoring.ts';
import { performance } from './en/performance.ts';
import { plates } from './en/plates.ts';
import { problems } from './en/problems.ts';
import { publicRegister } from './en/public-register.ts';
import { risks } from './en/risks.ts';
import { service } from './en/service.ts';
import { signalReasons } from './en/signal-reasons.ts';
import { signals } from './en/signals.ts';
import { suspension } from './en/suspension.ts';
import { traffic } from './en/traffic.ts';
import { travel } from './en/travel.ts';
import { unmasking } from './en/unmasking.ts';
import { violationFigures } from './en/violation-figures.ts';
import { violations } from './en/violations.ts';
import { watchlists } from './en/watchlists.ts';
import { waves } from './en/waves.ts';
import { whatIf } from './en/what-if.ts';

/** Every sentence that the console shows, in English. `ur.ts` must have exactly these keys. */
export const en = {
  app: {
    name: 'Amaan',
    tagline: 'Safe-city control room',
    skip: 'Skip to content',
    loading: 'Loading',
  },
  common: {
    cancel: 'Cancel',
    save: 'Save',
    delete: 'Delete',
    retry: 'Try again',
    copy: 'Copy',
    copied: 'Copied',
    back: 'Back',
    all: 'All',
    optional: 'optional',
    simulated: 'SIMULATED',
    simulatedHint: 'Made by the simulator. No real camera saw this.',
    demo: 'Demo decision',
    demoHint: 'Seeded for the demonstration. No real person decided this.',
    recorded: 'This will be recorded with your name.',
  },
  area: {
    operations: 'Operations',
    live: 'Live',
    search: 'Search',
    faces: 'Faces',
    cases: 'Cases',
    traffic: 'Traffic',
    violations: 'Violations',
    crime: 'Crime',
    cameras: 'Cameras',
    governance: 'Governance',
    admin: 'Admin',
    label: 'Areas',
  },
  bar: {
    site: 'Site',
    allSites: 'All sites',
    search: 'Search cameras and alerts',
    searchHint: 'Press / to search',
    searchCameras: 'Cameras',
    searchAlerts: 'Alerts',
    searchNothing: 'No camera or alert matches “{{query}}”.',
    camerasUp: '{{live}} of {{total}} cameras up',
    camerasFailed_one: '{{count}} camera failed',
    camerasFailed_other: '{{count}} cameras failed',
    camerasSimulated_one: '{{count}} of them is simulated',
    camerasSimulated_other: '{{count}} of them are simulated',
    lag: 'Ingest lag {{lag}}',
    lagHint: 'Time from a worker’s report to its storage',
    noticed_one: '{{count}} incident: {{severity}}',
    noticed_other: '{{count}} incidents: {{severity}}',
    noticedHint: 'Noticed by Amaan and not closed. {{sources}}',
    noticedFrom: '{{source}}: {{number}}',
    suspended_one: '{{count}} system suspended',
    suspended_other: '{{count}} systems suspended',
    noWorker: 'No worker',
    noWorkerHint: 'No analytics worker is connected, so no camera is being watched.',
    offline: 'Reconnecting',
    offlineHint: 'Live updates stopped. What you see may be out of date; the console keeps trying.',
    utc: '{{time}} UTC',
    language: 'Language',
    toLight: 'Use the light theme',
    toDark: 'Use the dark theme',
    user: 'Account of {{name}}',
    password: 'Change password',
    signOut: 'Sign out',
  },
  role: {
    operator: 'Operator',
    supervisor: 'Supervisor',
    investigator: 'Investigator',
    'traffic-reviewer': 'Traffic reviewer',
    analyst: 'Analyst',
    'governance-officer': 'Governance officer',
    auditor: 'Auditor',
    administrator: 'Administrator',
  },
  signIn: {
    publicRegister: 'Which AI systems work here? The public register',
    raiseConcern: 'Raise a concern',
    title: 'Sign in',
    username: 'User name',
    password: 'Password',
    submit: 'Sign in',
    expired: 'Your session has ended. Sign in again to continue where you were.',
    wrong: 'User name or password is wrong.',
    tooMany: 'Too many attempts. Wait a minute, then try again.',
    first: 'First time here? The one-time password is printed where Amaan was started.',
    withPasskey: 'Sign in with a passkey',
    secondTitle: 'One more step',
    usePasskey: 'Use a passkey',
    useRecoveryCode: 'Use a recovery code',
    recoveryCode: 'Recovery code',
    recoveryHint: 'One of the ten codes that you kept. Each works once.',
    otherWay: 'Use another way',
    startAgain: 'Start again',
  },
  password: {
    title: 'Choose a new password',
    why: 'You signed in with a one-time password. Choose your own before you go on.',
    current: 'Current password',
    next: 'New password',
    again: 'New password again',
    hint: 'At least 12 characters. A few unrelated words make a good one.',
    short: 'Use at least 12 characters.',
    differ: 'The two new passwords differ.',
    same: 'Choose a password that differs from the current one.',
    submit: 'Save password',
    done: 'Password changed.',
  },
  error: {
    title: 'That did not work',
    network: 'The server cannot be reached. Nothing was changed; the console tries again by itself.',
    forbidden: 'Your role may not do this. Ask an administrator.',
    gone: 'This does not exist any more.',
    unexpected:
      'Something unexpected happened. Nothing was changed. Try again; if it stays, quote the code below.',
    code: 'Code {{code}}',
    page: 'This page does not exist.',
    home: 'Go to Operations',
  },
  priority: {
    label: 'Priority',
    critical: 'Critical',
    high: 'High',
    medium: 'Medium',
    low: 'Low',
  },
  state: {
    label: 'State',
    new: 'New',
    confirmed: 'Confirmed',
    rejected: 'Rejected',
  },
  confidence: {
    certain: 'very likely {{value}}',
    likely: 'likely {{value}}',
    possible: 'possible {{value}}',
    doubtful: 'doubtful {{value}}',
    hint: 'How sure the model is, from 0 to 1',
  },
  object: {
    person: 'person',
    bicycle: 'bicycle',
    car: 'car',
    motorcycle: 'motorcycle',
    bus: 'bus',
    train: 'train',
    truck: 'truck',
    boat: 'boat',
    bird: 'bird',
    cat: 'cat',
    dog: 'dog',
    horse: 'horse',
    sheep: 'sheep',
    cow: 'cow',
    backpack: 'backpack',
    umbrella: 'umbrella',
    handbag: 'handbag',
    suitcase: 'suitcase',
    plate: 'number plate',
  },
  ...alerts,
  ...evidence,
  ...live,
  ...cameras,
  ...governance,
  users: {
    title: 'Users',
    add: 'Add user',
    name: 'Full name',
    username: 'User name',
    usernameHint: 'Small letters, digits, dots and underscores.',
    role: 'Role',
    created: 'Added',
    nameNeeded: 'Give the full name.',
    usernameBad: 'Use 3 to 30 small letters, digits, dots or underscores; begin with a letter or digit.',
    oneTime: 'One-time password for {{name}}',
    oneTimeHint: 'It is shown only now. Hand it over in person; it must be changed at the first sign-in.',
    done: 'I have noted it',
    empty: 'No user yet',
    pending: 'Has not signed in yet',
    count_one: '{{count}} user',
    count_other: '{{count}} users',
  },
  time: {
    justNow: 'just now',
  },
  access,
  account,
  lifecycle,
  assessments,
  risks,
  documents,
  controls,
  suspension,
  monitoring,
  performance,
  incidents,
  concerns,
  assurance,
  explain,
  evidencePack,
  problems,
  publicRegister,
  plates,
  hotlists,
  faces,
  faceAuthorisations,
  faceSearches,
  faceReports,
  unmasking,
  watchlists,
  traffic,
  signals,
  signalReasons,
  waves,
  whatIf,
  travel,
  crime,
  crimeCompare,
  crimeBriefings,
  crimeData,
  crimeFeedback,
  crimeForecasts,
  crimePlans,
  crimeMap,
  crimeNear,
  crimeTime,
  crimeTrends,
  bulkCancel,
  challans,
  citizen,
  civic,
  service,
  contests,
  enforcement,
  violationFigures,
  violations,
} as const;

type Widened<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Widened<T[Key]> };

/** The shape that every language fills completely. */
export type Messages = Widened<typeof en>;
