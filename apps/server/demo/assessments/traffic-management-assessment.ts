import { list, no, type SeededAssessment, scale, text, yes } from './answers.ts';

/** What a careful office might write about measuring traffic with cameras and steering signals by it. */
export const TRAFFIC_MANAGEMENT_ASSESSMENT: SeededAssessment = {
  system: 'traffic-management',
  answers: {
    'context.purpose': text(
      'Traffic engineers need to know how many vehicles pass, how fast, how long they queue and what they lose at a signal. The system measures that in lanes that people drew on the pictures of cameras which stand there anyway, notices stopped vehicles, wrong-way drivers and people on the carriageway, and proposes timings for signals. It replaces people with tally counters and rubber hoses on the road.',
    ),
    'context.deployment': text(
      'On fixed cameras over main roads and junctions. Each camera has its lanes drawn and, where speeds are wanted, is calibrated by a supervisor; the error that follows is worked out before it is saved. Signals are steered in the demonstration only in simulation and against a made-up controller.',
    ),
    'context.limits': text(
      'Not for fining: a speed measured here names no vehicle and is good to some km/h on the mean, not on the one. Not for following vehicles: nothing that is measured carries a plate or an identity, and tracks end at the edge of the picture.',
    ),
    'context.decisions': text(
      'Figures are read by engineers. An incident on the road is an alert that an operator judges with picture and clip. A signal is changed only where two people allowed its control, within limits that the engineers fixed and that are held outside of this system.',
    ),
    'benefits.expected': list(
      'Timings of signals follow what passes now instead of a count of some day years ago.',
      'A broken-down vehicle or somebody walking on the motorway is noticed within seconds.',
      'Waiting and idling at junctions become less, for buses and people on foot as well.',
    ),
    'benefits.measure': text(
      'Control delay per approach and person before and after, pedestrians’ waiting included, and the time from an incident to its notice. If a corridor gains less than a tenth over its fixed plan in a month, it returns to it.',
    ),
    'necessity.problem': text(
      'Fixed plans were made from counts of one Tuesday. In the made-up figures of the demonstration the afternoon queue of one approach reaches back over the next junction on four days of five.',
    ),
    'necessity.alternatives': list(
      'Loops in the road: exact counts, but they break with every resurfacing and see neither queues nor people.',
      'Positions of telephones bought from a company: follows people, which this system does not.',
      'More officers at junctions: used where a signal fails; not for every junction at every hour.',
    ),
    'necessity.legal': text(
      'The authority regulates traffic by its act. Counts and speeds of lanes name nobody. Travel times come from plates that another system read under its own rules, as figures over at least five vehicles.',
    ),
    'necessity.proportionate': scale(
      2,
      'Pictures of everybody who drives by are looked at in memory; what is kept are sums of lanes and minutes. That weighs little against less waiting and faster help.',
    ),
    'individuals.who': list(
      'Everybody who drives, rides or walks through a measured place.',
      'People who wait at a signal that is steered.',
      'Crews of ambulances and fire engines.',
    ),
    'individuals.error': text(
      'A miscount makes a signal wait for nobody, or lets somebody wait longer. A false incident costs an operator a look; a missed one leaves the road as it was without the system. A conflict of greens cannot follow from any error: the envelope around the signal excludes it.',
    ),
    'individuals.autonomy': no(
      'The road to work cannot be avoided, but nothing is decided about anybody. Signs and the public register say what is measured.',
    ),
    'groups.who': list(
      'People on foot, above all old people and children, whose time to cross a timing may shorten.',
      'Riders of motorcycles and donkey carts, which the detector misses more often than cars.',
      'People of side streets, who wait for the main road.',
    ),
    'groups.unequal': yes(
      'What is missed is not waited for. Pedestrian times are never shortened below their limit, every approach has a longest red, and counts by class are compared with counts by hand.',
    ),
    'groups.place': text(
      'Main roads come first since cameras stand there. Delay is compared per approach, side streets apart, so that the main road does not gain at their cost unseen.',
    ),
    'society.chilling': scale(
      1,
      'Counting vehicles keeps nobody from going anywhere. Which camera measures lanes is in the public register.',
    ),
    'society.misuse': text(
      'Somebody could ask for travel times again and again to find a single vehicle. Figures begin on the clock and cover five vehicles or more, each question is on record with its purpose, and no answer names a plate.',
    ),
    'society.trust': text(
      'For the demonstration nobody was asked. A real deployment hears transport unions, schools along the road and the ambulance service first.',
    ),
    'society.environment': text(
      'It adds no inference: it measures what the camera’s object detection found anyway. Less idling at signals is the larger effect.',
    ),
    'rights.dignity': no(
      'Nobody is judged, scored or recognised; a lane is measured, not those who drive in it.',
    ),
    'rights.assembly': yes(
      'A procession is traffic too, and figures show that a road was full. They name nobody, and no alert follows from many people on foot where a crossing or a closed road is drawn.',
    ),
    'rights.expression': no('What people say or carry is not looked at.'),
    'rights.children': yes(
      'Children cross slowly and late. Crossings at schools keep times for slow walkers at all hours, which no decision shortens.',
    ),
    'rights.innocence': no(
      'No fine and no suspicion follows from a figure; speeds here are of no named vehicle.',
    ),
    'rights.privacy': no(
      'No plate, face or identity is used or kept. The picture of an incident is kept as evidence of its alert, masked for those who look at it.',
    ),
    'rights.equality': yes(
      'Vehicles that are seen worse wait longer where a signal follows what is seen. Longest reds and pedestrian times bound that; counts by class are watched.',
    ),
    'rights.remedy': yes(
      'Each decision about a signal is stored with its reasons, each incident can be explained, and an engineer returns a junction to its fixed plan at once.',
    ),
    'data.used': list(
      'Tracks of objects in memory, a few times per second.',
      'Sums of lanes per minute: counts by class, speeds, headways, queues, delay.',
      'Sightings of plates, read by another system, only as figures over at least five vehicles.',
    ),
    'data.quality': scale(
      2,
      'The object model was trained on pictures of other countries; rickshaws and carts have no class. Speeds were measured on synthetic roads with stated errors, counts on one clip that was counted by hand.',
    ),
    'data.retention': text(
      'Minutes of lanes 90 days, hours five years. They name nobody. Pictures of an incident stay as long as its alert.',
    ),
    'data.sharing': text(
      'Figures of lanes may be published in open formats; nothing that is published is about a single vehicle by name.',
    ),
    'oversight.who': text(
      'Operators judge incidents. Supervisors draw lanes, calibrate and allow control of a junction, two of them each time.',
    ),
    'oversight.overreliance': text(
      'Every figure carries its error and what share of the time was seen; what was not measured is empty and never guessed. A camera that moved stops telling speeds, and a person is told.',
    ),
    'oversight.stop': text(
      'A supervisor, the governance office or an administrator stops it within two seconds; signals go on by their fixed plans.',
    ),
    'redress.informed': text('Signs at the roads, and the public register in Urdu and English.'),
    'redress.complain': text(
      'By the form of the public register, by post or at any police post, for example when a crossing’s green is too short. Answer within 20 working days.',
    ),
    'redress.remedy': text(
      'The junction returns to its fixed plan until its times are looked at; whoever complained is told what was changed.',
    ),
  },
  impacts: [
    {
      affected: 'individuals',
      what: 'Somebody who walks slowly is still on the crossing when vehicles get green.',
      severity: 5,
      likelihood: 1,
      reversibility: 4,
      reach: 2,
      measures:
        'Walking and clearance times of pedestrians are limits that no decision shortens, held by the envelope and by the controller itself; they are set for slow walkers.',
    },
    {
      affected: 'groups',
      what: 'Riders of motorcycles and carts, and side streets, wait longer than others because they are seen worse or are fewer.',
      severity: 2,
      likelihood: 3,
      reversibility: 1,
      reach: 3,
      measures:
        'A longest red for every approach; counts by class compared with counts by hand each quarter; delay reported per approach.',
    },
    {
      affected: 'society',
      what: 'A whole district waits longer because a signal plan that looked better in simulation is worse in the street.',
      severity: 2,
      likelihood: 2,
      reversibility: 1,
      reach: 4,
      measures:
        'Junctions advise before they control; delay is compared with the fixed plan week by week; any supervisor returns a junction to it at once.',
    },
    {
      affected: 'individuals',
      what: 'A stopped vehicle is not noticed at night although a patrol relies on it.',
      severity: 4,
      likelihood: 2,
      reversibility: 3,
      reach: 1,
      measures:
        'It is an aid beside patrols and emergency calls; night was not measured and the limits say so; missed incidents are added to the tests.',
    },
  ],
};
