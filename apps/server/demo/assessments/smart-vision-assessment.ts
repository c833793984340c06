import { list, no, type SeededAssessment, scale, text, yes } from './answers.ts';

/** What a careful office might write about object detection on public cameras. */
export const SMART_VISION_ASSESSMENT: SeededAssessment = {
  system: 'smart-vision',
  answers: {
    'context.purpose': text(
      'Operators of a control room draw lines and zones on camera pictures: a railway track that nobody may cross, a bus lane, a courtyard at night. The system finds people, vehicles, bags and animals in the picture and raises an alert when one of them breaks such a rule. It replaces staring at a wall of screens, not the judgement of what was seen.',
    ),
    'context.deployment': text(
      'On fixed cameras over streets, junctions, stations and public buildings, day and night. Two hospitals and three schools are within view of cameras of the pilot; zones are drawn so that their entrances are outside every rule. No camera looks into homes; where a window is in the picture it is covered in the camera’s own mask.',
    ),
    'context.limits': text(
      'Not for recognising or following a person, not for judging how somebody behaves, not for counting who attended a gathering. The model has no class for any trait of a person, tracks end when somebody leaves the picture and are never joined across cameras, and the permit names the purposes: another purpose gets no permit.',
    ),
    'context.decisions': text(
      'An alert appears in the queue with the picture, the box and the rule. The operator looks at clip and live picture and confirms or rejects. Only a confirmed alert can lead to a call to a patrol, and the patrol is told what was seen, not who to look for.',
    ),
    'benefits.expected': list(
      'People on railway tracks are noticed within seconds instead of by chance.',
      'Operators watch fewer empty pictures and stay attentive for longer.',
      'Vehicles in bus lanes and on pavements are noticed without recording who drives.',
    ),
    'benefits.measure': text(
      'Time from event to acknowledgement, from the platform’s own service figures, against the ten weeks before. If fewer than half of the alerts of a camera are confirmed over a month, its rules are redrawn or removed.',
    ),
    'necessity.problem': text(
      'Before the pilot an operator watched 60 pictures and missed most of what happened: in a trial with planted events, 4 of 20 were noticed within a minute. (Made-up figures of the demonstration.)',
    ),
    'necessity.alternatives': list(
      'More operators: four times as many would be needed for the same attention, and they would see more of everybody’s daily life.',
      'Fences and barriers: used first where they can be built; the cameras of the pilot are where they cannot.',
      'Motion detection only: tried, 40 alerts per hour and camera from trees and rain.',
    ),
    'necessity.legal': text(
      'The provincial authority’s act gives it cameras in public places for safety and traffic. It does not mention automatic analysis; the legal office’s opinion is linked as a document and asks for this assessment each year.',
    ),
    'necessity.proportionate': scale(
      3,
      'It looks at everybody who passes, which weighs heavily, but keeps nothing of those who break no rule, identifies nobody, and runs only where a rule was drawn for a stated reason.',
    ),
    'individuals.who': list(
      'Everybody who passes a camera with a rule.',
      'People who live, trade or beg in a watched place and cannot avoid it.',
      'Operators, whose decisions are recorded.',
    ),
    'individuals.error': text(
      'A false alert costs an operator a look; if it is confirmed by mistake, somebody may be asked by a patrol why they were there. A miss leaves a place as it was without the system. In validation the detector misses small and dark objects most; the figures with intervals stand in the validation record.',
    ),
    'individuals.autonomy': no(
      'Most people cannot avoid a junction on the way to work. Signs at each place name the authority, the purpose and the public register.',
    ),
    'groups.who': list(
      'People who sleep or trade in the street: a loitering rule is about them first.',
      'Children playing near tracks.',
      'Riders of motorcycles and rickshaws, which the model knows less well than cars.',
    ),
    'groups.unequal': yes(
      'Dark clothing at night and people seen from straight above are found less often. No trait of a person is recorded, so error rates are compared by camera, light and kind of object instead, and places with high rates are taken out.',
    ),
    'groups.place': text(
      'Cameras stood before the system came, mostly in the old city and along the ring road. To keep alerts from justifying more cameras there, the number of alerts is no ground for a new camera; reports from the public and accident figures are.',
    ),
    'society.chilling': scale(
      3,
      'People may stay away from squares where they believe software judges them. Rules on loitering are switched off for announced gatherings, and the public register says so.',
    ),
    'society.misuse': text(
      'Somebody could draw a loitering zone around a press club or a mosque. Each rule carries its author and is in the ledger; the governance office reads new rules every week, and an auditor can see all of them. Joining tracks into a person’s path would need other software and another permit.',
    ),
    'society.trust': text(
      'For the demonstration nobody was asked. A real deployment hears residents’ committees, the bar association and journalists before the pilot, and writes down here what they said and what changed.',
    ),
    'data.used': list(
      'Camera pictures, in memory, a few per second.',
      'For alerts: one picture and a clip of some seconds, kept as evidence.',
      'Boxes, classes and times of objects, without anything that identifies.',
      'A public model trained on COCO pictures, mostly from other countries.',
    ),
    'data.quality': scale(
      2,
      'The training pictures show few rickshaws, few dupattas and little monsoon rain. Tests on a small set of local clips exist; a test set of this city is being made.',
    ),
    'data.retention': text(
      'Pictures that no rule touched are gone within a second. Evidence of rejected alerts is kept 30 days, of confirmed ones as long as the case needs, at most a year; then a job deletes it and the ledger notes that it did.',
    ),
    'data.sharing': text(
      'Courts and the police receive evidence of a confirmed alert with a case number. Nobody else; the supplier of the model receives nothing.',
    ),
    'oversight.who': text(
      'A trained operator looks at each alert, at most 12 per hour and person; above that the supervisor must close rules. Training is checked at sign-in.',
    ),
    'oversight.overreliance': text(
      'Rejecting takes one key as confirming does. Confidence is shown as a word. The override rate is watched per camera; a rate near zero is looked into as closely as a high one.',
    ),
    'oversight.stop': text(
      'A supervisor, the governance office or an administrator stops it on all workers within two seconds; pictures go on without boxes. Resuming needs two people.',
    ),
    'redress.informed': text(
      'Signs at the places, the public register in Urdu and English, and an answer by telephone in office hours.',
    ),
    'redress.complain': text(
      'By the form of the public register, by post, or at any police post on paper. The governance office answers within 20 working days and tells the person who else can be asked.',
    ),
    'redress.remedy': text(
      'The alert is marked as wrong, its evidence is deleted after the complaint is closed, whoever received it is told, and the rule is looked at. Damage is paid by the authority under its liability rules.',
    ),
  },
  impacts: [
    {
      affected: 'individuals',
      what: 'Somebody is questioned by a patrol because an operator confirmed a false alert.',
      severity: 2,
      likelihood: 4,
      reversibility: 2,
      reach: 2,
      measures:
        'Clip and live picture before confirming; patrols hear what was seen and not whom to stop; wrong confirmations are counted and reviewed.',
    },
    {
      affected: 'groups',
      what: 'People who live and trade in the street are reported again and again by loitering rules.',
      severity: 3,
      likelihood: 3,
      reversibility: 2,
      reach: 3,
      measures:
        'Loitering rules need the supervisor’s reason and end after 30 days; rates per place are compared each month.',
    },
    {
      affected: 'society',
      what: 'People avoid squares and gatherings because they believe that software watches them.',
      severity: 3,
      likelihood: 2,
      reversibility: 3,
      reach: 4,
      measures:
        'No rules during announced gatherings, signs that say what it cannot do, figures in the public register.',
    },
    {
      affected: 'individuals',
      what: 'A person in danger is missed at night although people rely on the system.',
      severity: 5,
      likelihood: 2,
      reversibility: 4,
      reach: 1,
      measures:
        'It is an aid beside barriers and patrols, never instead of them; night cameras without enough light are excluded; misses found later are added to the tests.',
    },
  ],
};
