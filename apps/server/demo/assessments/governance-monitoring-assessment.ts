import { list, type SeededAssessment, scale, text, yes } from './answers.ts';

/** What a careful office might write about the system that watches the others. */
export const GOVERNANCE_MONITORING_ASSESSMENT: SeededAssessment = {
  system: 'governance-monitoring',
  answers: {
    'context.purpose': text(
      'It counts what the other AI systems report and what people decide about it, compares today with the time of validation, and opens an incident or stops a system on a group of cameras when a limit is passed. The governance office and supervisors use it.',
    ),
    'context.deployment': text(
      'In the control plane, all hours, for every camera group of every city. It looks at numbers and never at pictures.',
    ),
    'context.limits': text(
      'Not for measuring single operators: figures are per system, camera group, site and shift, and counts below a minimum are withheld. There is no table from which a person’s rate could be read in the console.',
    ),
    'context.decisions': text(
      'A rule may stop a system by itself, because running on with a fault is the greater harm; resuming is decided by two people with a reason. What an incident means is decided by people.',
    ),
    'benefits.expected': list(
      'A camera that was turned or went blind stops making false alerts within the hour.',
      'Rising error rates are seen before a complaint tells of them.',
      'Auditors get figures with intervals for any month.',
    ),
    'benefits.measure': text(
      'Share of faults that monitoring found before a person reported them; if it is below one half in a quarter, the rules are revised.',
    ),
    'necessity.problem': text(
      'AI systems fail quietly: a detector keeps reporting after a camera was moved. Without figures nobody notices until somebody is harmed.',
    ),
    'necessity.alternatives': list(
      'Monthly samples by hand: too late and too few, but kept beside it as the audit programme.',
      'Monitoring of machines only: sees that a system runs, not that it is wrong.',
    ),
    'necessity.legal': text(
      'The authority’s duty to supervise what it uses, and clause 9.1 of its AI management system. It handles no citizen’s data.',
    ),
    'necessity.proportionate': scale(
      4,
      'It reads counts and numbers about pictures and nothing about persons; the intrusion is in what it might say of staff, which minimum counts prevent.',
    ),
    'individuals.who': list(
      'Operators, whose reviews are counted together.',
      'People at cameras where a failing system would run on, or a working one be stopped.',
    ),
    'individuals.error': text(
      'A false alarm stops a working system on a group of cameras until two people resume it. A miss lets errors of a system go on for up to its window of an hour.',
    ),
    'individuals.autonomy': yes(
      'Passers-by are not in its data at all. Staff are told what is counted in their training.',
    ),
    'groups.who': list(
      'Small night shifts, whose figures could point to one person.',
      'Quarters with few reviewed alerts, where faults are found later.',
    ),
    'groups.unequal': yes(
      'Where few alerts are reviewed, intervals are wide and rules fire later. The dashboards show the interval, and audits sample those places more often.',
    ),
    'groups.place': text('It covers every camera that a system covers; nobody chooses its places.'),
    'society.chilling': scale(1, 'It does not watch the public.'),
    'society.misuse': text(
      'Limits could be set so wide that nothing is ever found, or it could be switched off. Each change of a rule is in the ledger with a reason, and a gap in its figures is an incident that nobody can suppress.',
    ),
    'society.trust': text(
      'For the demonstration nobody was asked. A real deployment hears the staff council on what is counted of shifts.',
    ),
    'society.environment': text('A few seconds of one processor per minute.'),
    'data.used': list(
      'Counts, times and confidences of observations and alerts.',
      'Decisions of reviews with their times, without names in the figures.',
      'Brightness, blur, resolution and object mix of frames as numbers.',
    ),
    'data.quality': scale(
      4,
      'It is computed from this deployment’s own data; what was never reported is missing from it by nature.',
    ),
    'data.retention': text('Hourly figures are kept with the records of the management system, five years.'),
    'data.sharing': text(
      'Totals appear in the public register with small counts suppressed; the rest stays inside.',
    ),
    'oversight.who': text(
      'The governance office reads incidents daily and the figures weekly; the auditor can see everything it shows.',
    ),
    'oversight.overreliance': text(
      'No alarm does not mean no fault: audits draw random alerts each month whatever the figures say.',
    ),
    'oversight.stop': text(
      'It cannot be stopped silently. If it fails, systems run on until their permits end and the gap is reported.',
    ),
    'redress.informed': text('It is in the public register like the others, with what it counts.'),
    'redress.complain': text(
      'Staff through a concern, anonymously if they wish; the public through the register. Answer within 20 working days.',
    ),
    'redress.remedy': text(
      'A system stopped wrongly is resumed by two people; a figure that pointed at a person is withheld and the minimum count raised.',
    ),
  },
  impacts: [
    {
      affected: 'individuals',
      what: 'A working system is stopped at a place where somebody then needs help.',
      severity: 4,
      likelihood: 2,
      reversibility: 2,
      reach: 1,
      measures:
        'Stops are per camera group, supervisors see them at once, and patrol plans do not depend on the systems.',
    },
    {
      affected: 'groups',
      what: 'Figures of a small shift show how one operator decides.',
      severity: 2,
      likelihood: 3,
      reversibility: 2,
      reach: 1,
      measures: 'Minimum counts before anything is shown, no figures per person, staff council informed.',
    },
    {
      affected: 'society',
      what: 'Good-looking figures reassure the public about systems that are wrong where nobody looks.',
      severity: 3,
      likelihood: 3,
      reversibility: 2,
      reach: 2,
      measures: 'Intervals and what is not measured stand beside every figure; random audits by others.',
    },
  ],
};
