import { list, type SeededAssessment, scale, text, yes } from './answers.ts';

/** What a careful office might write about hotlists and the search for vehicles. */
export const VEHICLE_TRACE_ASSESSMENT: SeededAssessment = {
  system: 'vehicle-trace',
  answers: {
    'context.purpose': text(
      'It holds every plate that is read against hotlists that people keep, and tells an operator of a match. For a named case investigators see where a vehicle was. It also notices one plate on two vehicles.',
    ),
    'context.deployment': text(
      'In the control plane, all hours, on the reads of all cameras that read plates. It looks at texts of plates and never at pictures.',
    ),
    'context.limits': text(
      'Not for following somebody without a case, not for finding out who drives, and never a ground for stopping a vehicle before a person compared the picture.',
    ),
    'context.decisions': text(
      'None. A match is an alert that a person confirms or rejects; whether anybody is stopped is decided by officers after that.',
    ),
    'benefits.expected': list(
      'A stolen vehicle is noticed at the first camera that reads its plate.',
      'A misread of one character does not hide it, and says what differs.',
    ),
    'benefits.measure': text(
      'Share of confirmed matches that led to a vehicle being found; lists whose matches are mostly rejected for a quarter are closed.',
    ),
    'necessity.problem': text(
      'Officers cannot remember thousands of plates, and stolen vehicles leave a city within the hour.',
    ),
    'necessity.alternatives': list(
      'Printed lists in patrol cars: days old and read by few.',
      'Exact matching alone: misses every misread, and was measured.',
    ),
    'necessity.legal': text(
      'Made up: an order for each list, named on it, with an end and a review date. Searches name a case.',
    ),
    'necessity.proportionate': scale(
      3,
      'Reads that match nothing are deleted after the configured days; the intrusion is that all vehicles are read to find a few.',
    ),
    'individuals.who': list(
      'Owners and users of listed vehicles.',
      'Drivers whose plate resembles a listed one.',
      'Everybody who drives past, whose reads are kept for some days.',
    ),
    'individuals.error': text(
      'A wrong match may have an innocent driver stopped at the roadside. A miss lets a stolen vehicle pass.',
    ),
    'individuals.autonomy': yes(
      'Drivers cannot avoid the cameras; signs and the public register say what is read and for how long.',
    ),
    'groups.who': list(
      'Motorcyclists, whose small two-row plates are misread more often.',
      'Couriers and taxi drivers, who pass cameras most.',
    ),
    'groups.unequal': yes(
      'Plates that are small, dirty or home-made give more wrong matches. Rejected matches are counted per camera group, and the tolerance is set per list.',
    ),
    'groups.place': text('It covers every camera that reads plates; a list may be confined to one site.'),
    'society.chilling': scale(
      4,
      'Knowing that every journey leaves reads may keep people from meetings, shrines and lawyers.',
    ),
    'society.misuse': text(
      'Somebody could list the car of a rival or a journalist. Lists of wanted vehicles need two people, every list names its law, and each entry has its author in the ledger.',
    ),
    'society.trust': text(
      'For the demonstration nobody was asked. A real deployment hears transport unions and press clubs first.',
    ),
    'society.environment': text('A few microseconds of one processor per read.'),
    'rights.dignity': yes(
      'A match may have somebody stopped at the roadside. A person compares the picture first, and the alert says what differs.',
    ),
    'rights.privacy': yes(
      'Journeys show home, work, faith and illness. Reads without a match are deleted after the configured days; a search needs a case, a purpose and a reason, and is on record.',
    ),
    'rights.equality': yes(
      'Small and home-made plates are misread more often, and their riders are poorer. Large lists match exactly, and rejected matches are counted per camera group.',
    ),
    'rights.assembly': yes(
      'Reads near a gathering could show who came. A search by place without a plate needs a case like every other, and its area is on record.',
    ),
    'rights.expression': yes(
      'A journalist’s sources could be found by journeys. Wanted lists need two people, and every search names who asked.',
    ),
    'rights.children': yes(
      'Children sit in vehicles that are stopped; officers are told when a note says so.',
    ),
    'rights.innocence': yes(
      'Being on a list is a suspicion and no verdict; nothing follows without a person’s decision.',
    ),
    'rights.remedy': yes(
      'Who was stopped is told that a camera’s match was the reason, and can complain; every step can be explained and proven.',
    ),
    'data.used': list(
      'Texts of plates with confidence, time and camera.',
      'Hotlists with notes and case numbers.',
    ),
    'data.quality': scale(
      3,
      'It can be no better than the readings, and a list is only as good as its review.',
    ),
    'data.retention': text(
      'Reads without a match: the configured days. Matches as long as the alert; lists and entries stay on record.',
    ),
    'data.sharing': text('Nothing leaves the platform but by a case’s evidence package.'),
    'oversight.who': text(
      'Supervisors review each list by its date; the governance office reads rejected matches weekly.',
    ),
    'oversight.overreliance': text(
      'The alert shows crop and entry character by character and says what the match cost, so that a fuzzy match does not look like a sure one.',
    ),
    'oversight.stop': text(
      'A supervisor, a governance officer or an administrator suspends it; matching stops with the next read.',
    ),
    'redress.informed': text(
      'The public register names it and what it keeps; a stopped driver is told that a camera’s match was the reason.',
    ),
    'redress.complain': text('Through the register, or at the roadside. Answer within 20 working days.'),
    'redress.remedy': text(
      'A wrong entry is removed at once and stays on record as removed; the tolerance of its list is looked at.',
    ),
  },
  impacts: [
    {
      affected: 'individuals',
      what: 'An innocent driver is stopped because a plate was misread or a list is out of date.',
      severity: 4,
      likelihood: 2,
      reversibility: 2,
      reach: 2,
      measures:
        'A person compares the picture first; entries and lists end; what differs is shown with its cost.',
    },
    {
      affected: 'groups',
      what: 'Motorcyclists are stopped more often since their plates are misread more often.',
      severity: 3,
      likelihood: 3,
      reversibility: 2,
      reach: 2,
      measures: 'Large lists match exactly; rejected matches are counted per camera group.',
    },
    {
      affected: 'society',
      what: 'People stop going to lawful places because journeys can be traced.',
      severity: 4,
      likelihood: 2,
      reversibility: 3,
      reach: 4,
      measures: 'Short retention, searches only for a case and a reason, both in the ledger.',
    },
  ],
};
