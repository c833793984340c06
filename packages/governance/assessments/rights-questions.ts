import { ask, type CatalogueSection, type Pair, words } from './ask.ts';

/** Each asks alike: does it interfere, and if so, what keeps that lawful, necessary and limited. */
function right(id: string, text: Pair, guidance: Pair) {
  return ask(`rights.${id}`, 'yes-no', 'high-risk', text, guidance);
}

/** Fundamental rights, one by one; mandatory for face recognition and every system of high risk. */
export const RIGHTS_SECTION: CatalogueSection = {
  id: 'rights',
  title: words(['Fundamental rights', 'بنیادی حقوق']),
  intro: words([
    'Answer yes when the right is touched at all, then say how far, for whom, under which law, and what limits it. "No" needs a reason as well.',
    'اگر حق ذرا بھی متاثر ہو تو ہاں کہیں، پھر بتائیں کس حد تک، کس کا، کس قانون کے تحت، اور حد کیا ہے۔ "نہیں" کی بھی وجہ دیں۔',
  ]),
  questions: [
    right(
      'dignity',
      [
        'Does it touch human dignity or personal liberty?',
        'کیا یہ انسانی وقار یا شخصی آزادی کو متاثر کرتا ہے؟',
      ],
      [
        'Could a result lead to somebody being stopped, held or shamed in public?',
        'کیا کسی نتیجے سے کسی کو روکا، حراست میں لیا یا سرعام شرمندہ کیا جا سکتا ہے؟',
      ],
    ),
    right(
      'privacy',
      [
        'Does it touch privacy, home or personal data?',
        'کیا یہ نجی زندگی، گھر یا ذاتی معلومات کو متاثر کرتا ہے؟',
      ],
      [
        'Who becomes identifiable who was not before? Are windows, doors or gardens in view? Are biometric data made?',
        'کون قابل شناخت ہو جاتا ہے جو پہلے نہ تھا؟ کیا کھڑکیاں، دروازے یا باغ نظر آتے ہیں؟ کیا بائیومیٹرک ڈیٹا بنتا ہے؟',
      ],
    ),
    right(
      'equality',
      ['Does it touch equal treatment?', 'کیا یہ مساوی سلوک کو متاثر کرتا ہے؟'],
      [
        'Compare error rates and the share of people stopped, between groups and quarters.',
        'گروہوں اور محلوں کے درمیان غلطی کی شرح اور روکے گئے لوگوں کا تناسب موازنہ کریں۔',
      ],
    ),
    right(
      'assembly',
      [
        'Does it touch freedom of assembly and movement?',
        'کیا یہ اجتماع اور نقل و حرکت کی آزادی کو متاثر کرتا ہے؟',
      ],
      [
        'Is it used at gatherings, at places of worship, on the way there? Could it be used to list who was there?',
        'کیا یہ اجتماعات، عبادت گاہوں یا ان کے راستوں پر استعمال ہوتا ہے؟ کیا اس سے شرکا کی فہرست بن سکتی ہے؟',
      ],
    ),
    right(
      'expression',
      [
        'Does it touch freedom of expression and of the press?',
        'کیا یہ اظہار اور صحافت کی آزادی کو متاثر کرتا ہے؟',
      ],
      [
        'Could journalists, their sources, lawyers or members of the opposition be followed with it?',
        'کیا اس سے صحافیوں، ان کے ذرائع، وکلا یا اپوزیشن کا پیچھا کیا جا سکتا ہے؟',
      ],
    ),
    right(
      'children',
      ['Are children affected?', 'کیا بچے متاثر ہوتے ہیں؟'],
      [
        'Schools and playgrounds in view; a child wrongly matched; how long data about children are kept.',
        'اسکول اور کھیل کے میدان نظر میں؛ بچے کی غلط شناخت؛ بچوں کا ڈیٹا کب تک رہتا ہے۔',
      ],
    ),
    right(
      'innocence',
      [
        'Does it touch the presumption of innocence and fair trial?',
        'کیا یہ بے گناہی کے قیاس اور منصفانہ سماعت کو متاثر کرتا ہے؟',
      ],
      [
        'Is a match treated as proof? Does the defence get the scores, the candidates that were rejected, and the chain?',
        'کیا مماثلت کو ثبوت سمجھا جاتا ہے؟ کیا دفاع کو اسکور، مسترد امیدوار اور پورا سلسلہ ملتا ہے؟',
      ],
    ),
    right(
      'remedy',
      ['Does everybody affected have an effective remedy?', 'کیا ہر متاثرہ شخص کے پاس مؤثر داد رسی ہے؟'],
      [
        'Yes only if people learn of a decision against them, in time, and somebody independent can undo it.',
        'ہاں صرف تب جب لوگوں کو اپنے خلاف فیصلے کا بروقت پتا چلے اور کوئی آزاد ادارہ اسے بدل سکے۔',
      ],
    ),
  ],
};
