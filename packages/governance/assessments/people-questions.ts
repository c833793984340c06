import { ask, type CatalogueSection, words } from './ask.ts';

/** Whom it touches: single people, groups, society. */
export const PEOPLE_SECTIONS: readonly CatalogueSection[] = [
  {
    id: 'individuals',
    title: words(['Individuals', 'افراد']),
    intro: words([
      'Think of one person whom the system gets wrong, and follow what happens to them.',
      'ایک ایسے شخص کا سوچیں جس کے بارے میں نظام غلطی کرے، اور دیکھیں اس کے ساتھ کیا ہوتا ہے۔',
    ]),
    questions: [
      ask(
        'individuals.who',
        'list',
        'always',
        ['Who is affected, directly and indirectly?', 'کون کون متاثر ہوتا ہے، براہ راست اور بالواسطہ؟'],
        [
          'Passers-by, residents, drivers, shopkeepers, staff in the control room, people who look like somebody else.',
          'راہگیر، رہائشی، ڈرائیور، دکاندار، کنٹرول روم کا عملہ، کسی سے ملتی شکل والے لوگ۔',
        ],
      ),
      ask(
        'individuals.error',
        'text',
        'always',
        ['What happens to somebody when it is wrong?', 'جب یہ غلط ہو تو کسی شخص کے ساتھ کیا ہوتا ہے؟'],
        [
          'Both ways: a false alarm, and a miss. Say how often each happens, from validation or monitoring.',
          'دونوں صورتیں: غلط الارم اور چوک۔ بتائیں ہر ایک کتنی بار ہوتا ہے، جانچ یا نگرانی کے اعداد سے۔',
        ],
      ),
      ask(
        'individuals.autonomy',
        'yes-no',
        'always',
        ['Can people avoid being seen by it?', 'کیا لوگ اس کی نظر میں آنے سے بچ سکتے ہیں؟'],
        [
          'Is there another way to reach the same place? Do people know that it runs?',
          'کیا اسی جگہ پہنچنے کا دوسرا راستہ ہے؟ کیا لوگ جانتے ہیں کہ یہ چل رہا ہے؟',
        ],
      ),
    ],
  },
  {
    id: 'groups',
    title: words(['Groups', 'گروہ']),
    intro: words([
      'The same error rate on average can hide a much higher one for some.',
      'اوسط شرح غلطی کے پیچھے کچھ لوگوں کے لیے کہیں زیادہ شرح چھپی ہو سکتی ہے۔',
    ]),
    questions: [
      ask(
        'groups.who',
        'list',
        'always',
        [
          'Which groups could be affected more than others?',
          'کون سے گروہ دوسروں سے زیادہ متاثر ہو سکتے ہیں؟',
        ],
        [
          'By neighbourhood, work, way of travel, dress, disability, age. The system itself records none of this.',
          'محلے، پیشے، سفر کے طریقے، لباس، معذوری، عمر کے لحاظ سے۔ نظام خود ان میں سے کچھ درج نہیں کرتا۔',
        ],
      ),
      ask(
        'groups.unequal',
        'yes-no',
        'always',
        ['Could it work worse for some of them?', 'کیا یہ ان میں سے کسی کے لیے کم درست ہو سکتا ہے؟'],
        [
          'Name the figures per group where lawful ground truth exists; where none exists, say how you look for it.',
          'جہاں قانونی طور پر درست معلومات ہوں وہاں ہر گروہ کے اعداد دیں؛ جہاں نہ ہوں، بتائیں کیسے تلاش کرتے ہیں۔',
        ],
      ),
      ask(
        'groups.place',
        'text',
        'always',
        [
          'How were the places for cameras chosen, and who is watched most because of it?',
          'کیمروں کی جگہیں کیسے چنی گئیں، اور اس سے سب سے زیادہ کون زیر نظر ہے؟',
        ],
        [
          'Many cameras in one quarter make many alerts there, whatever people do. Say how that is kept from feeding itself.',
          'ایک محلے میں زیادہ کیمرے زیادہ الرٹ بناتے ہیں، لوگ کچھ بھی کریں۔ بتائیں یہ چکر کیسے روکا جاتا ہے۔',
        ],
      ),
    ],
  },
  {
    id: 'society',
    title: words(['Society', 'معاشرہ']),
    intro: words([
      'Some harms fall on nobody in particular: people stop gathering, or stop trusting.',
      'کچھ نقصان کسی ایک پر نہیں پڑتے: لوگ جمع ہونا چھوڑ دیتے ہیں، یا بھروسا کرنا۔',
    ]),
    questions: [
      ask(
        'society.chilling',
        'scale',
        'always',
        [
          'How strongly could it keep people from doing what they may do?',
          'یہ لوگوں کو جائز کاموں سے کس حد تک روک سکتا ہے؟',
        ],
        [
          'Meeting, protesting, praying, visiting a doctor or a lawyer.',
          'ملنا، احتجاج کرنا، عبادت، ڈاکٹر یا وکیل کے پاس جانا۔',
        ],
        [
          ['not at all', 'بالکل نہیں'],
          ['a little, for a few', 'تھوڑا، چند لوگوں کو'],
          ['noticeably, at some places or times', 'نمایاں، بعض جگہوں یا اوقات میں'],
          ['strongly, for some groups', 'شدید، بعض گروہوں کو'],
          ['strongly, for most people', 'شدید، بیشتر لوگوں کو'],
        ],
      ),
      ask(
        'society.misuse',
        'text',
        'always',
        [
          'How could it be misused by somebody who has power over it, and what stands against that?',
          'جس کے پاس اس کا اختیار ہو وہ اس کا غلط استعمال کیسے کر سکتا ہے، اور رکاوٹ کیا ہے؟',
        ],
        [
          'Think of the next government and of an angry colleague, not only of today.',
          'صرف آج کا نہیں، اگلی حکومت اور ناراض ساتھی کا بھی سوچیں۔',
        ],
      ),
      ask(
        'society.trust',
        'text',
        'always',
        [
          'Who outside the authority was heard, and what did they say?',
          'ادارے سے باہر کس کی رائے لی گئی اور انہوں نے کیا کہا؟',
        ],
        [
          'Residents, lawyers, journalists, groups who are affected. If nobody was asked, say why and when they will be.',
          'رہائشی، وکلا، صحافی، متاثرہ گروہ۔ اگر کسی سے نہیں پوچھا گیا تو وجہ اور وقت بتائیں۔',
        ],
      ),
      ask(
        'society.environment',
        'text',
        'optional',
        ['What does it cost in energy and equipment?', 'توانائی اور آلات کی کتنی لاگت ہے؟'],
        [
          'Kilowatts and machines, roughly; what happens to old equipment.',
          'کلوواٹ اور مشینیں، اندازاً؛ پرانے آلات کا کیا ہوتا ہے۔',
        ],
      ),
    ],
  },
];
