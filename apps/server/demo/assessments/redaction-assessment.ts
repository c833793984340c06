import { list, no, type SeededAssessment, scale, text, yes } from './answers.ts';

/** What a careful office might write about covering faces and plates. */
export const REDACTION_ASSESSMENT: SeededAssessment = {
  system: 'redaction',
  answers: {
    'context.purpose': text(
      'It covers faces and number plates in the live view, in evidence and in files before somebody sees them who has no right to know who was there. Who needs to see more asks for a named clip, with a case and a reason.',
    ),
    'context.deployment': text(
      'On the server’s side, all hours, for every camera whose picture is shown, and on files that leave. The browser never gets a bare picture to cover.',
    ),
    'context.limits': text(
      'Not as the only protection of a picture that must not be shown, and not for finding out who is in it: it computes no landmarks, no template and no text of a plate, and runs under a permit of its own.',
    ),
    'context.decisions': text(
      'What is covered in the live view is decided by the model. Whether a file leaves is decided by a person who looked at the moments that it names; un-masking is decided by people.',
    ),
    'benefits.expected': list(
      'Operators see what happens and not who passes, for most of their work.',
      'Bystanders do not appear in evidence that goes to court and to others.',
    ),
    'benefits.measure': text(
      'Faces of 20 pixels and more that stay bare in the yearly sample, and un-maskings for each hundred alerts. If operators un-mask more than one alert in five, the default view is wrong for their work.',
    ),
    'necessity.problem': text(
      'Without it everybody in the control room sees the face of everybody who passes, thousands in an hour, for work that needs few of them.',
    ),
    'necessity.alternatives': list(
      'Masks drawn into the camera: used for windows and doors, useless for people who move.',
      'Lower resolution for everybody: hides events as well as people.',
      'Not showing pictures: operators could not judge an alert.',
    ),
    'necessity.legal': text(
      'Made up: the duty to show no more than a task needs, in the authority’s data rules.',
    ),
    'necessity.proportionate': scale(
      5,
      'It takes away from what is seen already; the faces that it finds are covered and forgotten.',
    ),
    'individuals.who': list(
      'Bystanders in evidence and in the live view.',
      'People whom it misses and who are shown to others.',
      'Victims, who may be covered in evidence that they need.',
    ),
    'individuals.error': text(
      'A face that it misses is shown: of those of 20 pixels and more about one in forty to one in eighty in validation, of smaller ones a third. What is covered needlessly may hide what happened; the original stays sealed and can be un-masked.',
    ),
    'individuals.autonomy': no('Nobody chooses it; it works for whoever is in the picture.'),
    'groups.who': list(
      'People with covered faces and heads, which the detector takes for faces less often.',
      'Children, whose faces are smaller in the picture.',
      'Riders of motorcycles, whose plates are smaller.',
    ),
    'groups.unequal': yes(
      'It may miss some more often. Validation compares size, light, view and place in the picture; groups of people are not marked and not guessed. What people report as bare is counted.',
    ),
    'groups.place': text('It runs on all cameras alike.'),
    'society.chilling': scale(1, 'It shows less of people, not more.'),
    'society.misuse': text(
      'Somebody could call a picture safe because it went through redaction, or cover what the public should see, such as an officer’s act. The original stays sealed, and un-masking for a case is open to both sides in court.',
    ),
    'society.trust': text(
      'For the demonstration nobody was asked. A real deployment asks the bar association what the defence needs to see.',
    ),
    'society.environment': text(
      'Part of a processor core for each live view that is watched, and nothing where nobody watches.',
    ),
    'rights.dignity': yes('It protects it; a victim shown bare by a miss would be hurt by it.'),
    'rights.privacy': yes(
      'It protects it where it finds a face, and not where it does not: people check what leaves.',
    ),
    'rights.equality': yes(
      'If it misses some groups more often, they are shown more often. That is not measured yet by groups of people.',
    ),
    'rights.assembly': yes(
      'Pictures of gatherings are masked for everybody without a right; crowds of small faces are where it misses most.',
    ),
    'rights.expression': yes('Sources of journalists in evidence are covered; a miss may name them.'),
    'rights.children': yes(
      'Faces of children are small and missed more often; files that show children are checked twice.',
    ),
    'rights.innocence': yes(
      'Covering may take from the defence what it needs: un-masking is open to it through the court.',
    ),
    'rights.remedy': yes(
      'Who was shown bare learns of it by the person who noticed, and can complain; the file is called back.',
    ),
    'data.used': list(
      'Frames of cameras and recordings, in memory.',
      'Which areas of which frames were covered.',
      'Public models of faces, plates and objects.',
    ),
    'data.quality': scale(
      2,
      'Validated on sample photographs, a recording made of them and public clips; none is of this city.',
    ),
    'data.retention': text(
      'Nothing of the frames. The list of covered areas stays with the file; who un-masked what stays in the ledger.',
    ),
    'data.sharing': text('Nobody.'),
    'oversight.who': text(
      'Whoever sends a file looks at the moments that the report names. The governance office samples masked evidence each month.',
    ),
    'oversight.overreliance': text(
      'The register and the report say that it misses faces, and at which moments to look first.',
    ),
    'oversight.stop': text(
      'Stopping it stops the masked view with it: nobody without the right gets a bare picture instead. Operators then work with alerts alone.',
    ),
    'redress.informed': text(
      'The public register says what it covers, how much it misses, and who can see more.',
    ),
    'redress.complain': text('By the register’s form, by post or on paper. Answer within 20 working days.'),
    'redress.remedy': text(
      'The file is called back and masked anew by hand; who received it is told to delete it.',
    ),
  },
  impacts: [
    {
      affected: 'individuals',
      what: 'A bystander’s face stays bare in a file that goes to others.',
      severity: 3,
      likelihood: 3,
      reversibility: 4,
      reach: 1,
      measures:
        'A low threshold, wide covers, the report’s moments to look at, and a person who looks before it leaves.',
    },
    {
      affected: 'individuals',
      what: 'What is covered hides what an accused or a victim needs to show.',
      severity: 4,
      likelihood: 2,
      reversibility: 1,
      reach: 1,
      measures:
        'The original stays sealed; un-masking for a case, with two people for more than some minutes.',
    },
    {
      affected: 'groups',
      what: 'Children and people whose head is covered stay bare more often, since their faces are small or found less.',
      severity: 3,
      likelihood: 3,
      reversibility: 3,
      reach: 2,
      measures:
        'Wide covers, whole bodies where children are shown, a second look, and what was found bare is counted.',
    },
    {
      affected: 'society',
      what: 'Cameras are accepted in more places since faces are said to be covered.',
      severity: 3,
      likelihood: 3,
      reversibility: 3,
      reach: 3,
      measures: 'Its misses are published; masking is no ground for a camera in any assessment.',
    },
  ],
};
