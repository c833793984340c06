import { ask, type CatalogueSection, words } from './ask.ts';

/** What the system is for, what it brings, and whether it is needed. */
export const PURPOSE_SECTIONS: readonly CatalogueSection[] = [
  {
    id: 'context',
    title: words(['Context and use', 'پس منظر اور استعمال']),
    intro: words([
      'Describe the real use, not the brochure: who sits where, who sees what, and what they do next.',
      'اصل استعمال بیان کریں: کون کہاں بیٹھتا ہے، کیا دیکھتا ہے، اور پھر کیا کرتا ہے۔',
    ]),
    questions: [
      ask(
        'context.purpose',
        'text',
        'always',
        [
          'What is the system used for, in one paragraph?',
          'یہ نظام کس کام کے لیے استعمال ہوتا ہے؟ ایک پیرے میں لکھیں۔',
        ],
        [
          'Name the task, the place and the people who use it. Somebody outside the office must understand it.',
          'کام، جگہ اور استعمال کرنے والوں کا نام لیں۔ دفتر سے باہر کا آدمی بھی سمجھ سکے۔',
        ],
      ),
      ask(
        'context.deployment',
        'text',
        'always',
        ['Where and when does it run?', 'یہ کہاں اور کب چلتا ہے؟'],
        [
          'Kinds of places, hours, numbers of cameras. Name places where people are vulnerable: schools, hospitals, shrines, courts.',
          'جگہوں کی اقسام، اوقات، کیمروں کی تعداد۔ ایسی جگہیں ضرور لکھیں جہاں لوگ کمزور ہوں: اسکول، ہسپتال، مزار، عدالت۔',
        ],
      ),
      ask(
        'context.limits',
        'text',
        'always',
        [
          'What must it not be used for, and what prevents that?',
          'اسے کس کام کے لیے استعمال نہیں ہونا چاہیے، اور اسے کیا چیز روکتی ہے؟',
        ],
        [
          'A rule on paper is not enough: say which setting, permit or role makes the wrong use impossible or visible.',
          'کاغذی اصول کافی نہیں: بتائیں کون سی ترتیب، اجازت نامہ یا کردار غلط استعمال کو ناممکن یا نمایاں بناتا ہے۔',
        ],
      ),
      ask(
        'context.decisions',
        'text',
        'always',
        [
          'Which decisions follow from what it reports, and who takes them?',
          'اس کی اطلاع سے کون سے فیصلے نکلتے ہیں اور کون کرتا ہے؟',
        ],
        [
          'Follow one alert to its end. At which point does a person decide, and what do they know then?',
          'ایک الرٹ کو انجام تک دیکھیں۔ انسان کس مقام پر فیصلہ کرتا ہے اور تب اسے کیا معلوم ہوتا ہے؟',
        ],
      ),
    ],
  },
  {
    id: 'benefits',
    title: words(['Benefits', 'فوائد']),
    intro: words([
      'A benefit that nobody measures is a hope. Be as strict here as with the harms.',
      'جس فائدے کو کوئی نہ ناپے وہ محض امید ہے۔ یہاں بھی اتنی ہی سختی برتیں۔',
    ]),
    questions: [
      ask(
        'benefits.expected',
        'list',
        'always',
        ['Which benefits are expected, and for whom?', 'کون سے فوائد متوقع ہیں اور کس کے لیے؟'],
        [
          'One line each: who gains what. Include benefits for the people who are seen, if there are any.',
          'ہر سطر میں ایک: کسے کیا فائدہ۔ جن لوگوں کو دیکھا جاتا ہے ان کے فائدے بھی لکھیں، اگر ہوں۔',
        ],
      ),
      ask(
        'benefits.measure',
        'text',
        'always',
        ['How will you know that they came true?', 'آپ کیسے جانیں گے کہ یہ فوائد حاصل ہوئے؟'],
        [
          'Name the figure, where it comes from, and the value below which the system is not worth its harms.',
          'وہ عدد بتائیں، اس کا ماخذ، اور وہ حد جس سے نیچے یہ نظام اپنے نقصان کے قابل نہیں۔',
        ],
      ),
    ],
  },
  {
    id: 'necessity',
    title: words(['Necessity and proportionality', 'ضرورت اور تناسب']),
    intro: words([
      'The question is not whether it helps, but whether a milder means would have helped as well.',
      'سوال یہ نہیں کہ یہ مدد کرتا ہے یا نہیں، بلکہ یہ کہ کیا کوئی نرم طریقہ بھی اتنی ہی مدد کرتا۔',
    ]),
    questions: [
      ask(
        'necessity.problem',
        'text',
        'always',
        [
          'Which concrete problem does it answer, and how large is it?',
          'یہ کس ٹھوس مسئلے کا حل ہے اور مسئلہ کتنا بڑا ہے؟',
        ],
        [
          'Figures of the last years for this place, with their source. "Security" alone is no problem statement.',
          'اس جگہ کے گزشتہ برسوں کے اعداد و شمار، ماخذ کے ساتھ۔ صرف "سیکیورٹی" مسئلے کا بیان نہیں۔',
        ],
      ),
      ask(
        'necessity.alternatives',
        'list',
        'always',
        [
          'Which milder means were considered, and why do they not suffice?',
          'کون سے نرم طریقے زیر غور آئے اور وہ کیوں کافی نہیں؟',
        ],
        [
          'One line each, for example: better lighting, a patrol, fewer cameras, shorter storage, no identification.',
          'ہر سطر میں ایک، مثلاً: بہتر روشنی، گشت، کم کیمرے، کم مدت کا ذخیرہ، شناخت کے بغیر۔',
        ],
      ),
      ask(
        'necessity.legal',
        'text',
        'always',
        ['Which law or order allows it?', 'کون سا قانون یا حکم اس کی اجازت دیتا ہے؟'],
        [
          'Identify the instrument and the provision. If there is none, say so: that is a finding.',
          'قانون اور دفعہ کا حوالہ دیں۔ اگر کوئی نہیں تو یہی لکھیں: یہ خود ایک نتیجہ ہے۔',
        ],
      ),
      ask(
        'necessity.proportionate',
        'scale',
        'always',
        ['How well does the intrusion fit the aim?', 'مداخلت مقصد کے کتنی مناسب ہے؟'],
        [
          'Weigh what is lost against what is won, for somebody who did nothing wrong and is seen every day.',
          'اس شخص کی نظر سے تولیں جس نے کوئی غلطی نہیں کی اور روز دیکھا جاتا ہے۔',
        ],
        [
          ['out of all proportion: it should not run', 'بالکل غیر متناسب: نہیں چلنا چاہیے'],
          ['doubtful: only with far stricter limits', 'مشکوک: صرف بہت سخت حدود کے ساتھ'],
          ['acceptable with the limits named above', 'اوپر دی گئی حدود کے ساتھ قابل قبول'],
          ['clearly in proportion', 'واضح طور پر متناسب'],
          ['hardly any intrusion', 'مداخلت نہ ہونے کے برابر'],
        ],
      ),
    ],
  },
];
