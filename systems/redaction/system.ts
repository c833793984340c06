import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const redaction: AiSystem = {
  id: 'redaction',
  name: 'Privacy redaction',
  nameUrdu: 'چہروں اور پلیٹوں کو چھپانا',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Covers faces and number plates in pictures that leave the control room and in what operators see by default. Seeing the uncovered picture needs a right and a reason, and is recorded.',
    ur: 'کنٹرول روم سے باہر جانے والی اور آپریٹر کو عام طور پر دکھائی جانے والی تصویروں میں چہرے اور نمبر پلیٹیں چھپاتا ہے۔ اصل تصویر دیکھنے کے لیے اختیار اور وجہ درکار ہے، اور اس کا اندراج ہوتا ہے۔',
  },
  intendedUse: {
    en: 'To protect bystanders in exports and on screens.',
    ur: 'باہر جانے والی تصویروں اور اسکرین پر راہ گیروں کی حفاظت کرنا۔',
  },
  purposes: ['masking'],
  prohibited: [
    {
      en: 'Be the only protection of a picture that must not be shared.',
      ur: 'ایسی تصویر کا واحد تحفظ ہونا جو کسی کو نہیں دی جا سکتی۔',
    },
    { en: 'Recognise whom it covers.', ur: 'جسے چھپائے اسے پہچاننا۔' },
  ],
  affectedGroups: [
    { en: 'Bystanders in evidence.', ur: 'شہادت کی تصویروں میں آنے والے راہ گیر۔' },
    {
      en: 'People who are missed by it and shown to others.',
      ur: 'وہ لوگ جو اس سے رہ جائیں اور دوسروں کو دکھا دیے جائیں۔',
    },
  ],
  risk: {
    tier: 'limited',
    euAiAct: {
      category: { en: 'not listed', ur: 'فہرست میں شامل نہیں' },
      why: {
        en: 'It finds faces only to cover them and identifies nobody.',
        ur: 'یہ چہرے صرف چھپانے کے لیے تلاش کرتا ہے اور کسی کی شناخت نہیں کرتا۔',
      },
    },
    reasons: [
      {
        en: 'A face that it misses is published, so people check an export before it leaves.',
        ur: 'جو چہرہ رہ جائے وہ ظاہر ہو جاتا ہے، اس لیے باہر بھیجنے سے پہلے لوگ جانچتے ہیں۔',
      },
    ],
  },
  data: {
    reads: [
      {
        en: 'Pictures and clips that are shown or exported.',
        ur: 'وہ تصویریں اور ویڈیو جو دکھائی یا باہر بھیجی جاتی ہیں۔',
      },
    ],
    keeps: [
      {
        what: { en: 'Which areas of which frames were covered.', ur: 'کس تصویر کے کون سے حصے چھپائے گئے۔' },
        howLong: { en: 'With the export.', ur: 'بھیجی گئی تصویر یا ویڈیو کے ساتھ۔' },
      },
    ],
  },
  humanOversight: [
    {
      en: 'Whoever exports looks through the frames that it marks as doubtful.',
      ur: 'باہر بھیجنے والا ان تصویروں کو دیکھتا ہے جنہیں یہ مشکوک قرار دے۔',
    },
    {
      en: 'Un-masking is a decision of a person with a reason.',
      ur: 'پردہ ہٹانا ایک فرد کا فیصلہ ہے، وجہ کے ساتھ۔',
    },
  ],
  limits: [
    {
      en: 'Not built: exports are not masked by this version.',
      ur: 'ابھی نہیں بنا: یہ نسخہ باہر جانے والی تصویروں کو نہیں چھپاتا۔',
    },
    {
      en: 'Small, turned and reflected faces will be missed.',
      ur: 'چھوٹے، مڑے ہوئے اور عکس میں نظر آنے والے چہرے رہ جائیں گے۔',
    },
  ],
  models: [],
  thresholds: {},
  settings: {},
};
