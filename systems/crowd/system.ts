import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const crowd: AiSystem = {
  id: 'crowd',
  name: 'Crowd monitoring',
  nameUrdu: 'ہجوم کی نگرانی',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Estimates how many people are in a place and how they move, to warn of a crush. It counts heads and knows nobody.',
    ur: 'اندازہ لگاتا ہے کہ کسی جگہ کتنے لوگ ہیں اور وہ کس طرف بڑھ رہے ہیں، تاکہ بھگدڑ سے پہلے خبردار کرے۔ یہ صرف گنتا ہے، کسی کو پہچانتا نہیں۔',
  },
  intendedUse: {
    en: 'To warn stewards and control rooms of dangerous density at gatherings.',
    ur: 'اجتماعات میں خطرناک بھیڑ سے منتظمین اور کنٹرول روم کو خبردار کرنا۔',
  },
  purposes: ['crowd-count', 'surge-warning'],
  prohibited: [
    { en: 'Identify anybody.', ur: 'کسی کی شناخت کرنا۔' },
    {
      en: 'Tell what a gathering is for, or treat a peaceful one as a threat.',
      ur: 'یہ بتانا کہ اجتماع کس لیے ہے، یا پُرامن اجتماع کو خطرہ سمجھنا۔',
    },
  ],
  affectedGroups: [
    {
      en: 'People at festivals, processions, matches and protests.',
      ur: 'میلوں، جلوسوں، کھیلوں اور احتجاج میں شریک لوگ۔',
    },
    {
      en: 'People who fall where the picture is worst.',
      ur: 'وہ لوگ جو وہاں گر جائیں جہاں تصویر سب سے خراب ہو۔',
    },
  ],
  risk: {
    tier: 'limited',
    euAiAct: {
      category: { en: 'not listed', ur: 'فہرست میں شامل نہیں' },
      why: {
        en: 'Counting people without identifying or sorting them is not listed.',
        ur: 'پہچانے یا چھانٹے بغیر لوگوں کو گننا فہرست میں نہیں۔',
      },
    },
    reasons: [
      {
        en: 'A missed surge can cost lives, so it supports stewards and never replaces them.',
        ur: 'بھگدڑ نظر سے رہ جائے تو جانیں جا سکتی ہیں، اس لیے یہ منتظمین کی مدد کرتا ہے، ان کی جگہ کبھی نہیں لیتا۔',
      },
      {
        en: 'Counting protests can frighten people off; counts are rounded and not kept per person.',
        ur: 'احتجاج میں لوگوں کو گننا انہیں ڈرا سکتا ہے؛ اس لیے گنتی تقریبی ہوتی ہے اور کسی فرد کی نہیں رکھی جاتی۔',
      },
    ],
  },
  data: {
    reads: [
      {
        en: 'Pictures of the places that it is permitted for, in memory only.',
        ur: 'ان جگہوں کی تصویریں جن کی اسے اجازت ہے، وہ بھی صرف عارضی یادداشت میں۔',
      },
    ],
    keeps: [
      {
        what: {
          en: 'Counts and densities per area and minute.',
          ur: 'ہر علاقے اور ہر منٹ کی گنتی اور بھیڑ۔',
        },
        howLong: { en: '1 year.', ur: '1 سال۔' },
      },
    ],
  },
  humanOversight: [
    {
      en: 'Stewards on the ground decide; the count is one of their sources.',
      ur: 'فیصلہ موقع پر موجود منتظمین کرتے ہیں؛ یہ گنتی ان کے لیے معلومات کا صرف ایک ذریعہ ہے۔',
    },
    {
      en: 'Warning levels are set by those who run the place.',
      ur: 'خبردار کرنے کی حدیں اس جگہ کے منتظمین مقرر کرتے ہیں۔',
    },
  ],
  limits: [
    { en: 'Not built: nothing is counted.', ur: 'ابھی نہیں بنا: کچھ نہیں گنا جاتا۔' },
    {
      en: 'Dense crowds at night are the hardest case and the one that matters.',
      ur: 'رات کا گھنا ہجوم سب سے مشکل صورت ہے، اور وہی سب سے اہم ہے۔',
    },
  ],
  models: [],
  thresholds: {},
  settings: {},
};
