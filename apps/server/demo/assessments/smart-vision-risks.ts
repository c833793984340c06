import type { Risk, RiskAction } from '@amaan/contracts/governance/risk';

type SeededAction = Omit<RiskAction, 'id' | 'due' | 'done'>;

/** A risk as the demonstration writes it; its actions were done last month. */
export interface SeededRisk extends Omit<Risk, 'actions' | 'assessments'> {
  readonly title: string;
  readonly actions: readonly SeededAction[];
}

const OFFICE = 'Governance office';
const CONTROL_ROOM = 'Control room supervisors';

/** What a careful office might fear about object detection on public cameras. */
export const SMART_VISION_RISKS: readonly SeededRisk[] = [
  {
    title: 'Riders and rickshaws are missed more often than cars',
    source: 'bias',
    cause: 'The public training pictures show few rickshaws and motorcycles with several riders.',
    event: 'The detector misses them, above all at dusk.',
    consequence: 'People on the cheapest vehicles are protected least where the system is relied on.',
    affected: 'Riders of rickshaws and motorcycles, and those whom they carry.',
    existing: 'Figures per kind of object in validation; monitoring of the object mix per camera group.',
    inherent: { likelihood: 4, severity: 3 },
    residual: { likelihood: 2, severity: 3 },
    treatment: 'reduce',
    actions: [
      { what: 'Measure recall per kind of vehicle on local clips', owner: 'AI team' },
      { what: 'Take cameras below the least recall out of the permit', owner: OFFICE },
    ],
    controls: ['iso-42001:A.6.2.4', 'iso-42001:A.7.4'],
  },
  {
    title: 'Operators confirm without looking',
    source: 'over-reliance',
    cause: 'The queue is long and the system is right most of the time.',
    event: 'An operator confirms alerts by habit.',
    consequence: 'A patrol questions somebody for nothing, and the human decision is one in name only.',
    affected: 'Passers-by; operators themselves, who answer for it.',
    existing: 'Rejecting is as easy as confirming; override rate and time to review are monitored.',
    inherent: { likelihood: 4, severity: 3 },
    residual: { likelihood: 2, severity: 3 },
    treatment: 'reduce',
    actions: [
      { what: 'Train every operator on automation bias, checked at sign-in', owner: CONTROL_ROOM },
      { what: 'Look into every camera with an override rate near zero', owner: OFFICE },
    ],
    controls: ['iso-42001:A.9.2', 'iso-42001:A.9.3'],
  },
  {
    title: 'Rules are drawn to watch people instead of places',
    source: 'function-creep',
    cause: 'Drawing a zone takes a minute, and a loitering rule can be put anywhere.',
    event: 'Somebody draws a zone around a press club, a shrine or a protest.',
    consequence: 'People stop using a right because software stands at the door.',
    affected: 'Journalists, worshippers, protesters, and everybody who sees it.',
    existing: 'Each rule has an author and stands in the ledger; purposes are in the permit.',
    inherent: { likelihood: 3, severity: 5 },
    residual: { likelihood: 2, severity: 5 },
    treatment: 'reduce',
    actions: [
      { what: 'Read every new rule weekly and withdraw those without a stated reason', owner: OFFICE },
      { what: 'Withdraw all loitering rules for announced gatherings', owner: CONTROL_ROOM },
    ],
    controls: ['iso-42001:A.5.5', 'iso-42001:A.9.4'],
  },
  {
    title: 'A moved or dirty camera makes the figures of validation untrue',
    source: 'drift',
    cause: 'Wind, maintenance and dust change what a camera sees.',
    event: 'The pictures no longer resemble those of validation, and nobody notices.',
    consequence: 'Error rates rise without anybody deciding to bear them.',
    affected: 'Whoever passes that camera.',
    existing: 'Drift of brightness, blur and object mix is measured every hour.',
    inherent: { likelihood: 5, severity: 2 },
    residual: { likelihood: 3, severity: 2 },
    treatment: 'reduce',
    actions: [{ what: 'Stop the system on a camera group when drift passes its limit', owner: OFFICE }],
    controls: ['iso-42001:A.6.2.6'],
  },
  {
    title: 'Pictures of evidence leave the control room',
    source: 'privacy',
    cause: 'Evidence is shown on many screens, and phones are everywhere.',
    event: 'Somebody photographs a screen or exports a clip for a friend.',
    consequence: 'A private moment is seen by strangers and cannot be called back.',
    affected: 'Whoever is in the picture.',
    existing: 'Only roles that judge alerts see pictures; every view and export is recorded.',
    inherent: { likelihood: 3, severity: 4 },
    residual: { likelihood: 2, severity: 4 },
    treatment: 'reduce',
    actions: [
      { what: 'Keep phones out of the control room', owner: CONTROL_ROOM },
      { what: 'Sample exports monthly', owner: 'Internal audit' },
    ],
    controls: ['iso-27001:8.12', 'iso-42001:A.7.2'],
  },
  {
    title: 'More cameras bring more alerts, and more alerts bring more cameras',
    source: 'feedback-loop',
    cause: 'Alerts come from where cameras stand.',
    event: 'Counts of alerts are read as counts of offences when new places are chosen.',
    consequence: 'A quarter is watched more and more, whatever people there do.',
    affected: 'Residents of quarters with many cameras.',
    existing: 'Counts are shown per camera and hour of running, never alone.',
    inherent: { likelihood: 3, severity: 4 },
    residual: { likelihood: 1, severity: 4 },
    treatment: 'avoid',
    actions: [{ what: 'Forbid counts of alerts as a ground for new cameras', owner: OFFICE }],
    controls: ['iso-42001:A.5.5'],
  },
  {
    title: 'The model file is exchanged on the way to a worker',
    source: 'security',
    cause: 'Models come from public registries and lie on many machines.',
    event: 'Somebody replaces the file with one that overlooks certain things.',
    consequence: 'Events are missed on purpose, and nobody can tell since when.',
    affected: 'Everybody who relies on the alerts.',
    existing: 'Digests in manifests, permits and every observation; a worker refuses another file.',
    inherent: { likelihood: 2, severity: 4 },
    residual: { likelihood: 1, severity: 4 },
    treatment: 'reduce',
    actions: [],
    controls: ['iso-42001:A.4.3', 'iso-27001:8.9'],
  },
  {
    title: 'A night camera fails somebody in danger',
    source: 'missed-event',
    cause: 'Small, dark and distant people are found less often.',
    event: 'Somebody on the tracks is not found.',
    consequence: 'Help comes too late because people relied on the system.',
    affected: 'People on railway tracks at night.',
    existing: 'Barriers and patrols stay; the system is an aid beside them.',
    inherent: { likelihood: 3, severity: 5 },
    residual: { likelihood: 2, severity: 5 },
    treatment: 'reduce',
    actions: [{ what: 'Leave night cameras without enough light out of the permit', owner: OFFICE }],
    controls: ['iso-42001:A.6.2.4', 'iso-42001:A.9.2'],
  },
];
