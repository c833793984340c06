import type { AiSystem } from '@amaan/contracts/ai-system';
import { DEFAULT_RULES } from './default-rules.ts';
import { CLEAR_AFTER, RAISE_AFTER } from './judge-rule.ts';

/** Register entry of the system that watches the other eleven. It computes statistics and runs no model, so it needs no permit. */
export const governanceMonitoring: AiSystem = {
  id: 'governance-monitoring',
  name: 'AI-based governance monitoring',
  nameUrdu: 'مصنوعی ذہانت کے نظاموں کی نگرانی',
  version: '0.1.0',
  built: true,
  about: {
    en: 'Watches the other AI systems: whether their pictures, results and errors change, how often people reject what they report, and how fast people answer. When a limit is passed it opens an incident and can stop a system on a group of cameras. It looks at systems, not at people.',
    ur: 'دوسرے نظاموں پر نظر رکھتا ہے: کیا ان کی تصویریں، نتائج یا غلطیاں بدل رہی ہیں، لوگ ان کی اطلاع کتنی بار رد کرتے ہیں اور جواب میں کتنا وقت لگتا ہے۔ حد پار ہونے پر واقعہ درج کرتا ہے اور کسی نظام کو کیمروں کے ایک گروہ پر روک سکتا ہے۔ یہ نظاموں کو دیکھتا ہے، لوگوں کو نہیں۔',
  },
  intendedUse: {
    en: 'To tell the governance office, with figures and intervals, when an AI system no longer does what it was approved for, and to stop it where a rule says so.',
    ur: 'نگران دفتر کو اعداد اور ان کی غیر یقینی کی حدوں کے ساتھ بتانا کہ کوئی نظام اب وہ نہیں کر رہا جس کے لیے منظور ہوا تھا، اور جہاں قاعدہ کہے وہاں اسے روکنا۔',
  },
  purposes: ['drift', 'error-rates', 'override-rate', 'service-indicators'],
  prohibited: [
    {
      en: 'Measure or rank individual operators: figures are per system, camera group, site and shift.',
      ur: 'انفرادی آپریٹروں کو ناپنا یا ان کی درجہ بندی کرنا: اعداد نظام، کیمروں کے گروہ، مقام اور شفٹ کے ہوتے ہیں۔',
    },
    {
      en: 'Be switched off silently: a gap in its own figures is an incident.',
      ur: 'خاموشی سے بند ہونا: اس کے اپنے اعداد میں خلا بھی ایک واقعہ ہے۔',
    },
    {
      en: 'Resume a system by itself: that takes two people and a reason.',
      ur: 'کسی نظام کو خود سے دوبارہ چلانا: اس کے لیے دو افراد اور ایک وجہ درکار ہے۔',
    },
  ],
  affectedGroups: [
    { en: 'Operators, whose reviews are counted together.', ur: 'آپریٹر، جن کے فیصلے اکٹھے گنے جاتے ہیں۔' },
    {
      en: 'People at cameras where a failing system would otherwise run on, or a working one be stopped.',
      ur: 'ان کیمروں کے سامنے موجود لوگ جہاں ورنہ کوئی ناکام نظام چلتا رہتا، یا درست نظام روک دیا جاتا۔',
    },
  ],
  risk: {
    tier: 'limited',
    euAiAct: {
      category: { en: 'not listed', ur: 'فہرست میں شامل نہیں' },
      why: {
        en: 'It evaluates systems and groups of reviews, never a person, so annex III 4(b) does not apply; were it used to rank staff, it would.',
        ur: 'یہ نظاموں اور اکٹھے فیصلوں کو پرکھتا ہے، کسی فرد کو نہیں، اس لیے ضمیمہ III کا نکتہ 4(b) لاگو نہیں ہوتا؛ عملے کی درجہ بندی کے لیے استعمال ہوتا تو لاگو ہوتا۔',
      },
    },
    reasons: [
      {
        en: 'Stopping a system wrongly leaves places unwatched; not stopping one leaves errors uncorrected.',
        ur: 'نظام کو غلط روکنے سے جگہیں بے نگرانی رہ جاتی ہیں؛ نہ روکنے سے غلطیاں باقی رہتی ہیں۔',
      },
      {
        en: 'Figures about a shift of one person would be figures about that person, so small counts are withheld.',
        ur: 'ایک فرد کی شفٹ کے اعداد اسی فرد کے اعداد ہوتے، اس لیے چھوٹی تعداد ظاہر نہیں کی جاتی۔',
      },
    ],
  },
  data: {
    reads: [
      {
        en: 'Observations, alerts, reviews and brightness, blur and object mix of frames as numbers.',
        ur: 'مشاہدات، انتباہات، فیصلے، اور تصویروں کی روشنی، دھندلاہٹ اور ان میں موجود چیزوں کا تناسب، سب صرف اعداد کی صورت میں۔',
      },
    ],
    keeps: [
      {
        what: {
          en: 'Figures per system, camera group and hour.',
          ur: 'ہر نظام، کیمروں کے ہر گروہ اور ہر گھنٹے کے اعداد۔',
        },
        howLong: {
          en: 'As long as the records of the management system.',
          ur: 'جب تک انتظامی نظام کا ریکارڈ رکھا جاتا ہے۔',
        },
      },
    ],
  },
  humanOversight: [
    {
      en: 'People choose rules and limits; each change is recorded.',
      ur: 'قاعدے اور حدیں لوگ چنتے ہیں؛ ہر تبدیلی کا اندراج ہوتا ہے۔',
    },
    {
      en: 'It watches from the first minute and acts by its rules at any stage, since watching must not wait for an approval.',
      ur: 'یہ پہلے منٹ سے نگرانی کرتا ہے اور ہر مرحلے پر اپنے قاعدوں کے مطابق عمل کرتا ہے، کیونکہ نگرانی کسی منظوری کا انتظار نہیں کر سکتی۔',
    },
    {
      en: 'Ending a suspension needs two people and a reason.',
      ur: 'معطلی ختم کرنے کے لیے دو افراد اور ایک وجہ درکار ہے۔',
    },
  ],
  limits: [
    {
      en: 'Drift tells that something changed, not that it is wrong.',
      ur: 'رجحان کی تبدیلی یہ بتاتی ہے کہ کچھ بدلا، یہ نہیں کہ وہ غلط ہے۔',
    },
    {
      en: 'Error rates come from reviewed alerts; what was never reported is not in them.',
      ur: 'غلطی کی شرحیں ان انتباہات سے نکلتی ہیں جن پر فیصلہ ہوا؛ جو کبھی رپورٹ نہیں ہوا وہ ان میں شامل نہیں۔',
    },
    {
      en: 'Groups of people are compared only where lawful ground truth exists.',
      ur: 'لوگوں کے گروہوں کا موازنہ صرف وہاں ہوتا ہے جہاں قانونی طور پر درست معلومات موجود ہوں۔',
    },
  ],
  models: [],
  thresholds: Object.fromEntries(DEFAULT_RULES.map(({ metric, threshold }) => [metric, threshold])),
  settings: { raiseAfter: RAISE_AFTER, clearAfter: CLEAR_AFTER },
};
