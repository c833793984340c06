import { ask, type CatalogueSection, words } from './ask.ts';

/** What protects people: data, oversight, redress. */
export const SAFEGUARD_SECTIONS: readonly CatalogueSection[] = [
  {
    id: 'data',
    title: words(['Data', 'ڈیٹا']),
    intro: words([
      'What goes in, what stays, and who else gets it.',
      'کیا اندر آتا ہے، کیا رہتا ہے، اور کس کو ملتا ہے۔',
    ]),
    questions: [
      ask(
        'data.used',
        'list',
        'always',
        ['Which data does it use and make?', 'یہ کون سا ڈیٹا استعمال کرتا اور بناتا ہے؟'],
        [
          'Pictures, positions, times, templates, data for training and for tests. One line each, with its source.',
          'تصاویر، مقامات، اوقات، سانچے، تربیت اور جانچ کا ڈیٹا۔ ہر سطر میں ایک، ماخذ کے ساتھ۔',
        ],
      ),
      ask(
        'data.quality',
        'scale',
        'always',
        [
          'How well do the data that it was trained and tested on match this city?',
          'جس ڈیٹا پر تربیت اور جانچ ہوئی وہ اس شہر سے کتنا ملتا ہے؟',
        ],
        [
          'Light, weather, vehicles, dress, cameras. Name the test set and its date.',
          'روشنی، موسم، گاڑیاں، لباس، کیمرے۔ جانچ کے ڈیٹا کا نام اور تاریخ لکھیں۔',
        ],
        [
          ['not at all, or unknown', 'بالکل نہیں، یا نامعلوم'],
          ['little; tested elsewhere only', 'کم؛ صرف کہیں اور جانچا گیا'],
          ['partly; some local tests', 'جزوی؛ کچھ مقامی جانچ'],
          ['well; tested on this city', 'اچھا؛ اسی شہر پر جانچا گیا'],
          ['very well; tested on these cameras, all seasons', 'بہت اچھا؛ انہی کیمروں اور تمام موسموں پر'],
        ],
      ),
      ask(
        'data.retention',
        'text',
        'always',
        [
          'What is kept, how long, and how is it deleted?',
          'کیا رکھا جاتا ہے، کتنی دیر، اور کیسے مٹایا جاتا ہے؟',
        ],
        [
          'Separately for alerts, for pictures nobody asked for, and for logs.',
          'الرٹ، غیر مطلوب تصاویر اور لاگ کے لیے الگ الگ۔',
        ],
      ),
      ask(
        'data.sharing',
        'text',
        'always',
        ['Who else receives it, on what basis?', 'اور کس کو ملتا ہے اور کس بنیاد پر؟'],
        [
          'Other authorities, courts, suppliers. "Nobody" is a good answer if it is true.',
          'دوسرے ادارے، عدالتیں، سپلائر۔ "کوئی نہیں" اچھا جواب ہے اگر سچ ہو۔',
        ],
      ),
    ],
  },
  {
    id: 'oversight',
    title: words(['Human oversight', 'انسانی نگرانی']),
    intro: words([
      'A person who only clicks "confirm" is no oversight.',
      'جو شخص صرف "تصدیق" دباتا رہے وہ نگرانی نہیں۔',
    ]),
    questions: [
      ask(
        'oversight.who',
        'text',
        'always',
        [
          'Who looks at each result before anything follows, and what training have they?',
          'کارروائی سے پہلے ہر نتیجے کو کون دیکھتا ہے اور اس کی کیا تربیت ہے؟',
        ],
        [
          'How many alerts per person and hour, and is that few enough to really look?',
          'فی شخص فی گھنٹہ کتنے الرٹ، اور کیا اتنے کم ہیں کہ واقعی دیکھا جا سکے؟',
        ],
      ),
      ask(
        'oversight.overreliance',
        'text',
        'always',
        [
          'What keeps people from simply believing it?',
          'لوگوں کو آنکھ بند کر کے یقین کرنے سے کیا چیز روکتی ہے؟',
        ],
        [
          'For example: rejecting is as easy as confirming, planted tests, the override rate is watched.',
          'مثلاً: مسترد کرنا تصدیق جتنا آسان، آزمائشی الرٹ، مسترد ہونے کی شرح پر نظر۔',
        ],
      ),
      ask(
        'oversight.stop',
        'text',
        'always',
        [
          'Who can stop it, how fast, and what goes on without it?',
          'اسے کون روک سکتا ہے، کتنی جلدی، اور اس کے بغیر کام کیسے چلتا ہے؟',
        ],
        [
          'Name roles, not people. Say when it was last tried.',
          'کردار لکھیں، نام نہیں۔ بتائیں آخری بار کب آزمایا گیا۔',
        ],
      ),
    ],
  },
  {
    id: 'redress',
    title: words(['Information and redress', 'اطلاع اور داد رسی']),
    intro: words([
      'Somebody who was wronged must find the door, and somebody must be behind it.',
      'جس کے ساتھ زیادتی ہوئی اسے دروازہ ملے، اور دروازے کے پیچھے کوئی ہو۔',
    ]),
    questions: [
      ask(
        'redress.informed',
        'text',
        'always',
        [
          'How do people learn that it runs and what it does?',
          'لوگوں کو کیسے پتا چلتا ہے کہ یہ چل رہا ہے اور کیا کرتا ہے؟',
        ],
        [
          'Signs at the place, the public register, in the languages that are spoken there.',
          'جگہ پر بورڈ، عوامی رجسٹر، وہاں بولی جانے والی زبانوں میں۔',
        ],
      ),
      ask(
        'redress.complain',
        'text',
        'always',
        [
          'How does somebody complain, and who answers by when?',
          'شکایت کیسے کی جاتی ہے، اور کون کب تک جواب دیتا ہے؟',
        ],
        ['Somebody without internet must be able to do it too.', 'جس کے پاس انٹرنیٹ نہیں وہ بھی کر سکے۔'],
      ),
      ask(
        'redress.remedy',
        'text',
        'always',
        ['What is put right when it was wrong?', 'غلطی ہو تو کیا درست کیا جاتا ہے؟'],
        [
          'The decision, the record, and others who were told. Say who pays for damage.',
          'فیصلہ، ریکارڈ، اور جنہیں بتایا گیا تھا۔ بتائیں نقصان کون بھرتا ہے۔',
        ],
      ),
    ],
  },
];
