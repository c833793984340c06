import { list, no, type SeededAssessment, scale, text, yes } from './answers.ts';

/** What a careful office might write about suspecting violations from pictures and fining them after review. */
export const TRAFFIC_VIOLATIONS_ASSESSMENT: SeededAssessment = {
  system: 'traffic-violations',
  answers: {
    'context.purpose': text(
      'People die at junctions where red lights are run and on roads that are driven too fast. The system notices vehicles that cross a stop line at red, drive against the traffic, too fast, where they must not or stand where nobody may, puts the pictures and what was measured before a trained reviewer, and lets the citizen see the same and contest it.',
    ),
    'context.deployment': text(
      'On fixed cameras whose lanes are drawn and, for speeds, calibrated, at places with a record of accidents. What is enforced is drawn rule by rule and kept in versions. In the demonstration one gate is enforced, and every case from it carries the mark SIMULATED.',
    ),
    'context.limits': text(
      'Not to decide: no fine exists before a person confirmed it. Not to judge people: only the movement of a vehicle over drawn lines. Not where the clock of camera or signal is unproven, the plate can be read in two ways, or a picture is missing; such a suspicion is dropped and only counted. Helmets and seat belts wait for a model that is good enough.',
    ),
    'context.decisions': text(
      'A reviewer confirms or rejects, a share is looked at by a second one who does not know the first answer, and a supervisor decides what is held. The challan can be contested once without cost, and another officer than those before decides.',
    ),
    'benefits.expected': list(
      'Fewer vehicles that cross at red and fewer that are too fast, at places where people were hurt.',
      'The same rule for everybody who passes, without a stop by the roadside and what may be asked for there.',
      'A citizen sees the evidence at once and does not have to go to an office.',
    ),
    'benefits.measure': text(
      'Accidents with injuries at the place, and suspected violations per thousand vehicles, before and after; beside them the share of challans that were contested and cancelled. A place whose share of cancelled ones passes the limit stops by itself.',
    ),
    'necessity.problem': text(
      'In the made-up figures of the demonstration one vehicle in two hundred crosses at red at its junction, and three people were hurt there in a year.',
    ),
    'necessity.alternatives': list(
      'Better lights, narrower lanes and raised crossings: first choice where there is money; not for every junction at once.',
      'Officers at the junction: work while they stand there.',
      'A warning by post instead of a fine: used for the first month at every new place.',
    ),
    'necessity.legal': text(
      'The Provincial Motor Vehicles Ordinance names offences and fines; what is not verified in the table of a province cannot be issued. Evidence from cameras and its contest follow the rules of electronic ticketing.',
    ),
    'necessity.proportionate': scale(
      3,
      'A fine follows, so it weighs more than counting. For it: nothing is kept of those who did nothing, each case is looked at by a person, and the citizen sees all of it.',
    ),
    'individuals.who': list(
      'Owners of vehicles, who answer for what somebody else may have driven.',
      'Drivers of vehicles whose plate was copied or who bought one that is still in another name.',
      'Crews of ambulances, fire engines and police.',
    ),
    'individuals.error': text(
      'Somebody gets a challan for what they did not do. It costs a look at a telephone and a contest; who does not notice it in time pays. In the hundreds when a camera, its clock or a plan is wrong.',
    ),
    'individuals.autonomy': yes(
      'Nobody consents to being filmed on the road. Signs say that and where it is enforced; the register says how good it is.',
    ),
    'groups.who': list(
      'People for whom a fine is a week’s income, riders of motorcycles above all.',
      'People who cannot read or have no telephone, for whom a portal is no help.',
      'Vehicles with non-standard or hand-painted plates, which are read worse.',
    ),
    'groups.unequal': yes(
      'Who is read better is fined more often, and a fine weighs more on those who have less. Figures by class of vehicle and by camera are published, and a contest costs nothing and can be made by post.',
    ),
    'groups.place': text(
      'Cameras stand on main roads of the cities. Places are chosen by accidents and not by how many fines they would bring; the list with its reasons is public.',
    ),
    'society.chilling': scale(
      2,
      'People who see a camera drive more slowly, which is meant. That it follows journeys is feared; it does not: nothing is kept of who did nothing.',
    ),
    'society.misuse': text(
      'Somebody could set a limit too low or a line too early to raise money. Plans are kept in versions with who drew them, the citizen sees the lines on the picture, figures per camera are public, and no reviewer is paid by the case.',
    ),
    'society.trust': text(
      'For the demonstration nobody was asked. Tens of thousands of wrong challans elsewhere are the reason for contest, bulk cancellation and self-suspension from the first day.',
    ),
    'society.environment': text(
      'It adds no inference but plate reading, which runs on these cameras anyway. Clips of suspicions are kept, and those that were rejected go after seven days.',
    ),
    'rights.dignity': no(
      'People inside a vehicle are masked in every picture that is shown; nobody is recognised or scored.',
    ),
    'rights.assembly': yes(
      'A procession crosses at red. Enforcement of a camera is switched off for announced ones, and a reviewer rejects as justified.',
    ),
    'rights.expression': no('Stickers, flags and what people say are not looked at.'),
    'rights.children': yes(
      'Children ride along and are in the picture. Faces are masked; nothing about them is judged.',
    ),
    'rights.innocence': yes(
      'The owner is held to answer for the driver. What is measured is taken at its lower bound, in doubt there is no case, and a contest freezes the fine until it is decided.',
    ),
    'rights.privacy': yes(
      'A plate, a place and a time are kept of those whose case was confirmed. Reviewers see one case at a time and no history of a plate; searching by plate needs a recorded purpose.',
    ),
    'rights.equality': yes(
      'Classes are seen and read with different success. Precision is reported by kind of violation; cancellations by camera are public.',
    ),
    'rights.remedy': yes(
      'A contest without cost, decided by another officer within the law’s time, or it lapses; many at once are cancelled and paid back where a camera was wrong; after that the courts.',
    ),
    'data.used': list(
      'Tracks of vehicles in memory, with times of crossing drawn lines.',
      'What the signal’s controller showed, with its clock’s proven error.',
      'The plate of a suspected vehicle, and make, colour, class and standing from the registry.',
      'Pictures, the seconds around, and what the citizen sends with a contest.',
    ),
    'data.quality': scale(
      2,
      'Detection was measured against simulated traffic with known truth and injected errors; on real roads it has to be measured before each place begins. The registry is as good as its upkeep, so contradictions are held and not decided.',
    ),
    'data.retention': text(
      'Rejected evidence seven days. Evidence of a challan until it is paid or its contest and appeal are over, then as the law says. Counts of what was dropped name nobody.',
    ),
    'data.sharing': text(
      'The owner and whoever has notice and plate see the challan. The payment gateway gets a reference and an amount. Published months leave out small counts.',
    ),
    'oversight.who': text(
      'Trained traffic reviewers, supervisors for what is held, another reviewer for contests. How fast somebody reviews is never shown without how often they were wrong.',
    ),
    'oversight.overreliance': text(
      'One case in ten is looked at twice without knowing the first answer; disagreement is counted. In doubt the page says reject, and both answers take the same effort.',
    ),
    'oversight.stop': text(
      'A supervisor, the governance office or an administrator stops it within two seconds; a camera stops by itself when too many of its challans are cancelled, and two people must agree to begin again.',
    ),
    'redress.informed': text(
      'Signs at the place, a notice in Urdu and English with a picture, the portal with everything the reviewer saw, and the public register.',
    ),
    'redress.complain': text(
      'On the portal with plate and number, by post or at a traffic police office. The fine is frozen at once, and the answer is due within the law’s time or the challan lapses.',
    ),
    'redress.remedy': text(
      'The challan is cancelled and what was paid goes back. Where one camera was wrong for others too, all of its challans of that time are cancelled without anybody having to ask.',
    ),
  },
  impacts: [
    {
      affected: 'individuals',
      what: 'Somebody pays for what they did not do, because they did not see or understand the notice.',
      severity: 3,
      likelihood: 3,
      reversibility: 2,
      reach: 2,
      measures:
        'Notice in two languages with the picture; contest without cost; wrong ones found later are cancelled and paid back without being asked for.',
    },
    {
      affected: 'groups',
      what: 'Riders with little income are fined more often than drivers of cars, since motorcycles are many and cannot hide a movement.',
      severity: 3,
      likelihood: 3,
      reversibility: 2,
      reach: 3,
      measures:
        'Places are chosen by accidents; figures by class of vehicle are compared with counted traffic each quarter; amounts are those of the law and no more.',
    },
    {
      affected: 'individuals',
      what: 'Thousands are fined wrongly because a sign or signal changed later than its record says.',
      severity: 3,
      likelihood: 2,
      reversibility: 2,
      reach: 4,
      measures:
        'Clocks of camera and signal are proven against each other and skew over a quarter of a second blocks issue; the server asks its own record of the signal again; bulk cancellation by camera, software version and time.',
    },
    {
      affected: 'society',
      what: 'People come to think that cameras are there for money.',
      severity: 3,
      likelihood: 3,
      reversibility: 3,
      reach: 4,
      measures:
        'Issued, contested and cancelled are public by cause and camera; nobody who reviews gains by a fine; a camera with too many cancellations stops by itself.',
    },
  ],
};
