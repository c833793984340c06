import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const cameraHealth: AiSystem = {
  id: 'camera-health',
  name: 'Camera health and tamper',
  nameUrdu: 'کیمروں کی صحت',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Notices cameras that are offline, frozen, dark, blurred, covered or moved, so that somebody mends them and nobody relies on what they show.',
    ur: 'ایسے کیمروں کی خبر دیتا ہے جو بند، جامد، تاریک، دھندلے، ڈھکے ہوئے یا ہلے ہوئے ہوں، تاکہ انہیں ٹھیک کیا جائے اور کوئی ان پر بھروسا نہ کرے۔',
  },
  intendedUse: {
    en: 'To keep cameras working and to tell other systems which pictures not to trust.',
    ur: 'کیمروں کو چالو رکھنا، اور دوسرے نظاموں کو بتانا کہ کن تصویروں پر بھروسا نہ کیا جائے۔',
  },
  purposes: ['camera-fault', 'tamper'],
  prohibited: [
    {
      en: 'Look at people: it judges the picture, not what is in it.',
      ur: 'لوگوں کو دیکھنا: یہ تصویر کے معیار کو جانچتا ہے، اسے نہیں جو تصویر میں ہے۔',
    },
  ],
  affectedGroups: [
    { en: 'Technicians.', ur: 'تکنیکی عملہ۔' },
    {
      en: 'Everybody who relies on a camera that does not see.',
      ur: 'ہر وہ شخص جو ایسے کیمرے پر بھروسا کرتا ہے جسے کچھ نظر نہیں آتا۔',
    },
  ],
  risk: {
    tier: 'minimal',
    euAiAct: {
      category: { en: 'not listed', ur: 'فہرست میں شامل نہیں' },
      why: { en: 'It checks equipment.', ur: 'یہ صرف آلات کو جانچتا ہے۔' },
    },
    reasons: [
      {
        en: 'A fault that nobody noticed is a gap in safety and in evidence.',
        ur: 'جو خرابی کسی کو نظر نہ آئے، وہ حفاظت اور شہادت دونوں میں خلا چھوڑتی ہے۔',
      },
    ],
  },
  data: {
    reads: [
      { en: 'Small copies of pictures, stream timing.', ur: 'تصویروں کی چھوٹی نقلیں اور ویڈیو کے اوقات۔' },
    ],
    keeps: [
      {
        what: { en: 'Faults per camera with times.', ur: 'ہر کیمرے کی خرابیاں اور ان کے اوقات۔' },
        howLong: { en: '2 years.', ur: '2 سال۔' },
      },
    ],
  },
  humanOversight: [
    {
      en: 'A technician confirms a fault; nothing is switched off by itself.',
      ur: 'خرابی کی تصدیق تکنیکی عملہ کرتا ہے؛ کوئی چیز خود بخود بند نہیں ہوتی۔',
    },
  ],
  limits: [
    {
      en: 'The parts that need no model (a silent or failing stream) work as camera status; the judgement of pictures is not built.',
      ur: 'جن حصوں کو ماڈل کی ضرورت نہیں (ویڈیو کا رک جانا یا خراب ہونا) وہ کیمرے کی حالت کے طور پر کام کرتے ہیں؛ تصویروں کی جانچ ابھی نہیں بنی۔',
    },
  ],
  models: [],
  thresholds: {},
  settings: {},
};
