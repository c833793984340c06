import { list, type SeededAssessment, scale, text, yes } from './answers.ts';

/** What a careful office might write about the reading of number plates. */
export const NUMBER_PLATES_ASSESSMENT: SeededAssessment = {
  system: 'number-plates',
  answers: {
    'context.purpose': text(
      'It finds number plates of vehicles that pass a camera and reads them, Pakistani formats first. The readings serve to notice vehicles on hotlists and to see, for a named case, where a vehicle was.',
    ),
    'context.deployment': text(
      'On cameras over roads where somebody asked for it, all hours. It is switched on camera by camera; cameras that see yards, clinics or shrines are left out.',
    ),
    'context.limits': text(
      'Not for finding out who drives or sits in a vehicle, not for plates on private grounds, and never a ground for anything before a person compared the reading with the picture.',
    ),
    'context.decisions': text(
      'None. It reports a text with a confidence; lists and searches that use it have people who decide.',
    ),
    'benefits.expected': list(
      'A stolen vehicle can be noticed while it is still in the city.',
      'Hours of watching recordings for one plate become a search with a reason on record.',
    ),
    'benefits.measure': text(
      'Share of readings that people corrected, per camera and month, and of listed vehicles that were found by it. A camera whose readings are mostly corrected stops reading.',
    ),
    'necessity.problem': text(
      'Nobody can read the plates of passing traffic by eye, and recordings are looked through only days later.',
    ),
    'necessity.alternatives': list(
      'Officers who note plates at checkpoints: few vehicles, and everybody is stopped for it.',
      'Reading recordings only after a report: tried first, too late for a vehicle that leaves within the hour.',
    ),
    'necessity.legal': text(
      'Made up: order of the demonstration authority on reading number plates, with the cameras named in its annex.',
    ),
    'necessity.proportionate': scale(
      3,
      'Every vehicle is read to find a few, which weighs heavily. Readings are deleted after 30 days, nobody in the vehicle is looked at, and cameras without a stated need do not read.',
    ),
    'individuals.who': list(
      'Every driver who passes a camera that reads.',
      'Owners of vehicles whose plate looks like another one.',
      'Operators, whose corrections are recorded.',
    ),
    'individuals.error': text(
      'A misread character can point to a vehicle that was elsewhere, and its owner may be stopped or asked. A plate that is not read leaves a place as it was without the system. The figures with intervals stand in the validation record.',
    ),
    'individuals.autonomy': yes(
      'A plate is required by law and the road to work cannot be avoided. Signs and the public register say where plates are read and for how long they are kept.',
    ),
    'groups.who': list(
      'Riders of motorcycles and rickshaws, with small two-row plates.',
      'Owners of old vehicles with faded or home-made plates.',
      'Couriers and taxi drivers, who pass cameras most.',
    ),
    'groups.unequal': yes(
      'Two-row, faded and home-made plates are read worse, and who has them is poorer. Where validation has such plates it reports them apart, and corrections are compared per camera.',
    ),
    'groups.place': text(
      'Main roads first, since cameras there are near enough. The number of readings is no ground for another camera.',
    ),
    'society.chilling': scale(
      3,
      'People may not drive to a meeting, a lawyer or a shrine when they believe that plates are written down. Short retention and searches only for a case are meant to answer that.',
    ),
    'society.misuse': text(
      'Somebody could keep readings longer or export them. Deletion runs daily and is in the ledger with its counts; a search without a case is refused.',
    ),
    'society.trust': text(
      'For the demonstration nobody was asked. A real deployment hears transport unions, the bar association and residents first.',
    ),
    'society.environment': text(
      'Some milliseconds of a processor per look; a vehicle that was read often enough is not read again.',
    ),
    'rights.privacy': yes(
      'A plate leads to its owner, and places with times show a life. Readings and their pictures end after 30 days, unless an alert rests on them or a case holds them.',
    ),
    'rights.equality': yes(
      'Small and home-made plates are misread more often. Corrections are compared per camera, and a person looks at the crop first.',
    ),
    'rights.assembly': yes(
      'Readings near a gathering show who drove there. Reading is switched off on cameras around announced gatherings.',
    ),
    'rights.innocence': yes(
      'Everybody is read without any suspicion. Nothing follows from a reading that nobody compared with the picture.',
    ),
    'rights.remedy': yes(
      'A wrong reading can be corrected; the original stays beside it, and each step can be explained and proven.',
    ),
    'data.used': list(
      'Pictures of vehicles, in memory, a few per second.',
      'Readings: text, confidence, place, time, class and colour of the vehicle.',
      'A finder trained here on street scenes and rendered plates; public models for text, trained elsewhere.',
    ),
    'data.quality': scale(
      2,
      'It was measured on European photographs and on rendered Pakistani plates. Photographs of local plates are missing and have to be made where it is used.',
    ),
    'data.retention': text(
      'Readings 30 days, then a daily job deletes them with their votes, crops and the picture around them. Longer only where an alert rests on them or a case holds them.',
    ),
    'data.sharing': text('Nothing leaves the platform but by a case’s evidence package.'),
    'oversight.who': text(
      'Operators see the crop beside each reading and correct it; the governance office reads the rate of corrections per camera weekly.',
    ),
    'oversight.overreliance': text(
      'Text never stands without its picture and its confidence; characters that could be something else are named.',
    ),
    'oversight.stop': text(
      'A supervisor, a governance officer or an administrator suspends it, on all cameras or on a group; without a permit no plate is looked at.',
    ),
    'redress.informed': text(
      'Signs where plates are read, and the public register in Urdu and English with what is kept and for how long.',
    ),
    'redress.complain': text(
      'By the form of the public register, by post or at any police post. Answer within 20 working days.',
    ),
    'redress.remedy': text(
      'The reading is corrected, whoever received it is told, and the camera’s readings of that week are looked through.',
    ),
  },
  impacts: [
    {
      affected: 'individuals',
      what: 'Somebody is stopped or accused because one character of another plate was misread.',
      severity: 4,
      likelihood: 2,
      reversibility: 2,
      reach: 2,
      measures:
        'Readings of several frames vote; a person compares the crop first; corrections count as errors and are watched per camera.',
    },
    {
      affected: 'groups',
      what: 'Riders of motorcycles and owners of old vehicles are misread more often than others.',
      severity: 3,
      likelihood: 3,
      reversibility: 2,
      reach: 3,
      measures: 'Corrections are compared per camera; cameras with many corrections stop reading.',
    },
    {
      affected: 'society',
      what: 'People stop driving to lawful places because their plates are written down.',
      severity: 4,
      likelihood: 2,
      reversibility: 3,
      reach: 4,
      measures:
        'Deletion after 30 days, searches only for a case and a reason, cameras only where a need was stated, all in the public register.',
    },
  ],
};
