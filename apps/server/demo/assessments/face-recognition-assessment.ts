import { list, no, type SeededAssessment, scale, text, yes } from './answers.ts';

/** What a careful office might write about searching faces, which touches more rights than anything else here. */
export const FACE_RECOGNITION_ASSESSMENT: SeededAssessment = {
  system: 'face-recognition',
  answers: {
    'context.purpose': text(
      'For a named case, and only while an authorisation is in force, faces in front of the cameras that it names, or in a picture that an investigator brings, are compared with a reviewed list of wanted or missing people. Two people who know nothing of each other’s answer judge each possible match.',
    ),
    'context.deployment': text(
      'In the demonstration on no camera that shows a real person; no list has a picture. A real pilot begins with one station and missing persons. Cameras in view of schools, hospitals, shrines, courts and press clubs are named by no authorisation without a written reason for that place.',
    ),
    'context.limits': text(
      'No search without case and authorisation: no template is computed, and without an open search the models are not even loaded. It has no output for age, sex, ethnicity or emotion. Who matches nobody leaves no picture and no template, which a test looks for in database, objects, logs and memory. It goes no further than a pilot while there are no error rates by groups of people: the gate to operational stays shut.',
    ),
    'context.decisions': text(
      'None by itself. A hit is called a possible match; two trained reviewers answer blind, a supervisor settles a dispute, and what an officer does after that is decided by the officer, who is told that a match is a hint and no proof.',
    ),
    'benefits.expected': list(
      'A missing child or confused elderly person may be noticed at a station within minutes.',
      'A person wanted for a grave offence may be found without stopping everybody who resembles the description.',
    ),
    'benefits.measure': text(
      'Confirmed matches that led to a person being found, of all authorisations; false matches per searched face and per alert, published monthly. An authorisation type without one confirmed match in a quarter is not given again.',
    ),
    'necessity.problem': text(
      'Made up for the demonstration: 140 people reported missing in a year, 31 of them found after more than a week, most of them at stations.',
    ),
    'necessity.alternatives': list(
      'Posters and patrols with photographs: used first and beside it; a person remembers few faces.',
      'Search after the event in a named recording only: milder, and to be tried before a live search.',
      'Asking operators to look: four of twenty planted persons were noticed in a made-up trial.',
    ),
    'necessity.legal': text(
      'Made up: an order on searches for missing persons and grave offences. Where the law knows no prior authorisation by a judge, the authority asks for one of a higher role, ends it after 30 days at most and publishes the numbers. The legal office found no basis for searching whole crowds without a case.',
    ),
    'necessity.proportionate': scale(
      3,
      'Everybody who passes is looked at for a moment to find one; it is acceptable only with a case, few cameras, a short time, nothing kept of others, and as a pilot.',
    ),
    'individuals.who': list(
      'Everybody whose face comes before a camera while a search runs.',
      'People on a list, some of whom are on it in error.',
      'People who resemble somebody on a list.',
      'Reviewers, whose answers are recorded.',
    ),
    'individuals.error': text(
      'A false match, if both reviewers confirm it, may have somebody innocent stopped; the list’s threshold aims at one false match in a thousand searches, rests on 92 people, and above some ten thousand entries is not to be relied on. A miss is frequent: at the threshold of a list of 100 a quarter of the pairs of one person were missed in validation. That nobody was found proves nothing.',
    ),
    'individuals.autonomy': no(
      'Nobody can walk through a station without a face. Signs say when a search may run, and the register tells how many did.',
    ),
    'groups.who': list(
      'People for whom the model errs more often; who they are here is not known, and was not guessed.',
      'Women who cover their face, whose faces are refused by quality and who must not be asked to uncover for it.',
      'Children, whose faces change between a picture and the search.',
      'Twins and relatives of listed people.',
    ),
    'groups.unequal': yes(
      'Published tests of other models found error rates that differ several times between groups of people. For this model there are none: no lawful set was at hand, and the packaged photographs must not be sorted by looks. So it stays a pilot, and the office plans a test with volunteers whose figures it records as an audit set.',
    ),
    'groups.place': text(
      'By the case alone: cameras are named in the authorisation with a reason, and a supervisor of a higher role strikes out those that do not belong to it. Authorisations are counted by camera each month, so that no quarter is searched again and again.',
    ),
    'society.chilling': scale(
      4,
      'Knowing that faces can be searched keeps people from protests, courts, clinics and shrines, whether or not a search runs.',
    ),
    'society.misuse': text(
      'A later government could list opponents. Against that stand: a list names purpose, law and the source of each picture; a second person of a higher role approves; each search is in a ledger that nobody can shorten; the public register shows how many there were; and destroying a list’s key destroys the list. None of it stops a state that changes the law and the software; this has to be said.',
    ),
    'society.trust': text(
      'For the demonstration nobody was asked. A real deployment hears the bar association, women’s and journalists’ groups and families of missing people before the first search, and writes down here who was against it and why.',
    ),
    'society.environment': text(
      'A processor core for some cameras while a search runs, and nothing otherwise.',
    ),
    'rights.dignity': yes(
      'Being searched makes a face into a number without asking. It lasts a fraction of a second for those who match nobody; a match never stops anybody without a person who looked.',
    ),
    'rights.privacy': yes(
      'Biometric templates are made of everybody who passes and is fit to be searched, in memory that is overwritten at once. Templates of a list are sealed with a key of their own. Windows and doors are masked in the camera.',
    ),
    'rights.equality': yes(
      'It may err more for some groups, and nobody knows yet for which. Until an audit set says so, each confirmation needs two people, no consequence follows from a match alone, and it must not be operational.',
    ),
    'rights.assembly': yes(
      'It could list who came. No authorisation names a gathering, its way there or a place of worship; the supervisor who approves confirms that, and an authorisation for a large event needs the head of the authority.',
    ),
    'rights.expression': yes(
      'Sources of journalists and clients of lawyers could be found. Cameras at press clubs and chambers are in no authorisation; lists say for what offence somebody is on them.',
    ),
    'rights.children': yes(
      'Missing children are why many want it. A child counts on a list only after a supervisor approved the entry; children who pass leave nothing; no child is listed as a suspect.',
    ),
    'rights.innocence': yes(
      'A match is a hint: its explanation with the similarity, the expected false matches, the next-best candidate and both answers goes to the defence with the case.',
    ),
    'rights.remedy': yes(
      'Who was stopped after a match is told so in writing and can complain; the governance office is not part of the police and can take the entry off, stop the system and publish that it erred.',
    ),
    'data.used': list(
      'Faces of people who pass, in memory, while an authorisation covers the camera.',
      'Pictures of listed people with source and lawfulness, and templates of them, sealed.',
      'Of possible matches: both pictures, similarity and answers.',
      'Public models whose authors say nothing about the pictures that they were trained on.',
    ),
    'data.quality': scale(
      1,
      'Validated on 28 photographs that packages of demonstrations carry; none is of this city, its cameras or its people.',
    ),
    'data.retention': text(
      'Who matches nobody: nothing. Rejected matches 30 days, then a number. Confirmed ones as long as the case. A list 90 days at most, then its key and with it everything on it is gone. What an urgent search made without approval within a day is deleted.',
    ),
    'data.sharing': text(
      'Courts, with the case. No list leaves the platform, and none is taken from elsewhere without a source for each picture.',
    ),
    'oversight.who': text(
      'Two trained reviewers who did not ask for the search, and a supervisor for disputes. Where one search brings more than ten possible matches in an hour, the supervisor revokes it and looks why.',
    ),
    'oversight.overreliance': text(
      'It is called possible match; the expected number of false ones and the next-best candidate stand beside it; “cannot tell” is an answer; a reviewer never sees the other’s. “Different person” by both lowers the weight of that picture.',
    ),
    'oversight.stop': text(
      'A supervisor, the governance office or an administrator stops it within two seconds on all cameras; revoking an authorisation ends its search at once. Posters and patrols go on.',
    ),
    'redress.informed': text(
      'Signs where searches may run, the public register in Urdu and English with the number of searches, matches and errors each month.',
    ),
    'redress.complain': text(
      'By the register’s form without a name, by post, or at any police post on paper; also to ask whether one is on a list. Answer within 20 working days by somebody who had no part in it.',
    ),
    'redress.remedy': text(
      'The entry is taken off or its picture replaced, everybody who was told of the match is told that it was wrong, the error is counted and published, and damage is paid.',
    ),
  },
  impacts: [
    {
      affected: 'individuals',
      what: 'Somebody innocent is stopped, in public or before their children, because they resemble a listed person.',
      severity: 5,
      likelihood: 2,
      reversibility: 3,
      reach: 1,
      measures:
        'Threshold by the list’s size, two blind reviewers, next-best candidate shown, officers told that it is no proof, errors published.',
    },
    {
      affected: 'groups',
      what: 'People of a group for which the model errs more are stopped more often, and nobody notices.',
      severity: 4,
      likelihood: 3,
      reversibility: 3,
      reach: 3,
      measures:
        'No stage beyond pilot without an audit set by groups; each match judged by two; false matches counted by camera, list and light meanwhile.',
    },
    {
      affected: 'society',
      what: 'People stay away from protests, courts, clinics and shrines since their face could be searched there.',
      severity: 4,
      likelihood: 3,
      reversibility: 4,
      reach: 4,
      measures:
        'Authorisations name few cameras and no gathering; numbers in the public register; templates of others do not outlive the second.',
    },
    {
      affected: 'individuals',
      what: 'A missing person walks past and is not found, and people stop looking because the system said nothing.',
      severity: 4,
      likelihood: 3,
      reversibility: 3,
      reach: 1,
      measures:
        'The limits say how often it misses; patrols and posters go on; authorisations say that no hit is no result.',
    },
  ],
};
