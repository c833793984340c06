import { list, no, type SeededAssessment, scale, text, yes } from './answers.ts';

/** What a careful office might write about maps and forecasts of crime. */
export const CRIME_ANALYTICS_ASSESSMENT: SeededAssessment = {
  system: 'crime-analytics',
  answers: {
    'context.purpose': text(
      'It shows analysts where and when reported offences gather, whether that is more than chance, and which cells the coming days may bring reports to. Plans of patrols are made from it within bounds, and people approve them.',
    ),
    'context.deployment': text(
      'In the control plane, asked by analysts on working days. It reads files of incidents that the authority imports, and no camera.',
    ),
    'context.limits': text(
      'Not for persons, families or groups, not for the make-up of a neighbourhood’s people, and never a ground for stopping anybody.',
    ),
    'context.decisions': text(
      'None. It proposes visits to cells; a supervisor who did not make the plan approves or rejects it, and who goes where is decided in the station.',
    ),
    'benefits.expected': list(
      'Patrol hours go where they prevent most, instead of where they always went.',
      'Trends and changes are told apart from chance before anybody reacts to them.',
    ),
    'benefits.measure': text(
      'For each approved plan: reports in visited cells against cells that were drawn to be left out, with an interval. Plans without an effect for a year are given up.',
    ),
    'necessity.problem': text(
      'Hundreds of reports a week on lists cannot be seen as places; pins on a wall show everything as equally urgent.',
    ),
    'necessity.alternatives': list(
      'Counts by station: too coarse, and shown beside every forecast.',
      'Maps of last year’s counts: often as good as a forecast, and then they are what is used.',
    ),
    'necessity.legal': text(
      'Made up: the police order’s duty to prevent offences, and the authority’s regulation on statistics.',
    ),
    'necessity.proportionate': scale(
      2,
      'Only offence, place and time are read; what is shown is rounded, moved or counted, and small counts of sensitive offences are withheld.',
    ),
    'individuals.who': list(
      'People who live or walk in marked cells.',
      'Victims, whose reports are the data.',
      'Residents of places that get fewer patrols.',
    ),
    'individuals.error': text(
      'A cell marked by chance draws patrols that are missed elsewhere. A cell that is missed has none when it needs them.',
    ),
    'individuals.autonomy': yes(
      'Nobody can choose not to live in a cell. The public register says what is read and that nobody is named.',
    ),
    'groups.who': list(
      'Poor neighbourhoods that were policed most in the past.',
      'Women and minorities, who report less, and whose places it therefore sees less.',
    ),
    'groups.unequal': yes(
      'Records are denser where officers were. Officer-initiated offences are left out, exposure is corrected for, bounds hold every station area between limits, and the audit compares shares.',
    ),
    'groups.place': text(
      'It covers the areas of whole stations; no area is left out, and each gets a least share of patrol hours.',
    ),
    'society.chilling': scale(2, 'A marked market may keep visitors away; maps are not published by cell.'),
    'society.misuse': text(
      'Somebody could ask for one street to have a reason to search it. Each question has its author on record, and every picture says that it is no ground to stop anybody.',
    ),
    'society.trust': text(
      'For the demonstration nobody was asked. A real deployment hears residents of the stations that are marked most first.',
    ),
    'society.environment': text('Seconds to a minute of two processor cores for a question.'),
    'rights.dignity': no('It shows cells and counts and touches nobody by itself.'),
    'rights.privacy': yes(
      'A report’s place can be somebody’s door. Points are moved, sensitive ones never drawn alone, exact places need a case and a purpose.',
    ),
    'rights.equality': yes(
      'People in marked cells may be stopped more often. Bounds, the cap on periods in a row and the audit by area are against that; they do not make up for an unequal past.',
    ),
    'rights.assembly': yes(
      'Disorder at gatherings is on record where officers stand; such offences are left out by default.',
    ),
    'rights.expression': no('Nothing that anybody says is read.'),
    'rights.children': yes(
      'Offences against children are sensitive: few of them are withheld, and none is drawn as a point.',
    ),
    'rights.innocence': yes('A cell is no suspicion. Every picture and briefing says so, in both languages.'),
    'rights.remedy': yes(
      'Whoever thinks that a plan wrongs a neighbourhood can complain through the register; plans, bounds and evaluations are on record.',
    ),
    'data.used': list(
      'Reported incidents: offence, place, time, number of the source.',
      'Station areas with population; hours patrolled, without names.',
    ),
    'data.quality': scale(
      3,
      'Reports are late, places rounded, times often a night; bad lines are named, intervals are carried through, and what is left out is said.',
    ),
    'data.retention': text(
      'Incidents until their import is taken back; analyses and plans stay on record with what they were made from.',
    ),
    'data.sharing': text(
      'Nothing leaves the platform but files and briefings that a named person took along.',
    ),
    'oversight.who': text(
      'Supervisors approve plans; the governance office reads the audit by area every quarter.',
    ),
    'oversight.overreliance': text(
      'Baselines and intervals stand beside each forecast, what is not surely better is not offered, and notes say what a picture cannot show.',
    ),
    'oversight.stop': text(
      'A supervisor, a governance officer or an administrator suspends it; running analyses stop within seconds and new ones are refused.',
    ),
    'redress.informed': text('The public register names it, what it reads and what it never does.'),
    'redress.complain': text('Through the register. Answer within 20 working days.'),
    'redress.remedy': text(
      'A plan that wronged an area is withdrawn from use, its bounds are looked at, and the evaluation is shown.',
    ),
  },
  impacts: [
    {
      affected: 'groups',
      what: 'A neighbourhood is patrolled more and more because it was patrolled before.',
      severity: 4,
      likelihood: 2,
      reversibility: 3,
      reach: 3,
      measures:
        'Officer-initiated offences left out, exposure corrected for, bounds by area, cap on periods in a row, audit by area.',
    },
    {
      affected: 'individuals',
      what: 'Somebody is stopped because of the cell that they walk in.',
      severity: 4,
      likelihood: 2,
      reversibility: 2,
      reach: 2,
      measures:
        'Each picture and briefing says that a cell is no ground to stop anybody; shifts are briefed.',
    },
    {
      affected: 'individuals',
      what: 'A victim is recognised from a map.',
      severity: 5,
      likelihood: 1,
      reversibility: 4,
      reach: 1,
      measures: 'Moved points, withheld small counts, exact places only for a case and a purpose.',
    },
    {
      affected: 'society',
      what: 'A district is known as dangerous for its marks on a map, and shops and families leave it.',
      severity: 3,
      likelihood: 2,
      reversibility: 3,
      reach: 3,
      measures:
        'Maps by cell are not published; every picture says that only reports are seen and that busy places look worse than they are.',
    },
  ],
};
