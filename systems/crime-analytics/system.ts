import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const crimeAnalytics: AiSystem = {
  id: 'crime-analytics',
  name: 'Crime analytics',
  nameUrdu: 'جرائم کا تجزیہ',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Shows where and when reported offences gather on the map, and how well yesterday’s forecast did. It works with places and times only; it cannot say anything about a person.',
    ur: 'نقشے پر دکھاتا ہے کہ درج شدہ جرائم کہاں اور کب زیادہ ہوتے ہیں، اور پچھلی پیش گوئی کتنی درست نکلی۔ یہ صرف جگہ اور وقت پر کام کرتا ہے؛ کسی شخص کے بارے میں کچھ نہیں کہہ سکتا۔',
  },
  intendedUse: {
    en: 'To help planners see patterns of reported offences in place and time and to judge their own measures.',
    ur: 'منصوبہ سازوں کی مدد کرنا کہ وہ درج شدہ جرائم کو جگہ اور وقت کے لحاظ سے دیکھیں اور اپنے اقدامات کو پرکھیں۔',
  },
  purposes: ['hotspots', 'forecast-of-places'],
  prohibited: [
    {
      en: 'Score, rank or predict persons, families or groups.',
      ur: 'افراد، خاندانوں یا گروہوں کو نمبر دینا، ان کی درجہ بندی کرنا یا ان کے بارے میں پیش گوئی کرنا۔',
    },
    {
      en: 'Take the make-up of a neighbourhood’s people as an input.',
      ur: 'یہ حساب میں لانا کہ کسی محلے میں کس طرح کے لوگ رہتے ہیں۔',
    },
    {
      en: 'Send anybody anywhere: it shows figures, people plan.',
      ur: 'کسی کو کہیں بھیجنا: یہ اعداد دکھاتا ہے، منصوبہ لوگ بناتے ہیں۔',
    },
  ],
  affectedGroups: [
    {
      en: 'People who live in places that it marks, and who may be stopped more often because of it.',
      ur: 'ان جگہوں کے رہنے والے جن کی یہ نشان دہی کرتا ہے اور جنہیں اس وجہ سے زیادہ روکا جا سکتا ہے۔',
    },
    {
      en: 'Victims of offences that are seldom reported, whose places it does not see.',
      ur: 'ایسے جرائم کے متاثرین جو کم درج ہوتے ہیں؛ ان کی جگہیں اسے نظر نہیں آتیں۔',
    },
  ],
  risk: {
    tier: 'limited',
    euAiAct: {
      category: { en: 'not listed', ur: 'فہرست میں شامل نہیں' },
      why: {
        en: 'Article 5(1)(d) prohibits predicting the offences of persons, which this system cannot do; annex III 6 is about natural persons. Forecasts of places are not listed.',
        ur: 'دفعہ 5(1)(d) افراد کے جرائم کی پیش گوئی کو منع کرتی ہے، جو یہ نظام کر ہی نہیں سکتا؛ ضمیمہ III کا نکتہ 6 افراد کے بارے میں ہے۔ جگہوں کی پیش گوئی فہرست میں نہیں۔',
      },
    },
    reasons: [
      {
        en: 'Reported offences show where police looked and who trusts them, not where offences happen; acting on them can feed back.',
        ur: 'درج شدہ جرائم یہ بتاتے ہیں کہ پولیس نے کہاں دیکھا اور کون اس پر بھروسا کرتا ہے، یہ نہیں کہ جرم کہاں ہوتا ہے؛ انہی پر عمل کیا جائے تو غلطی خود کو دہراتی رہتی ہے۔',
      },
      {
        en: 'A forecast without its hit rate beside it is believed too much.',
        ur: 'جس پیش گوئی کے ساتھ یہ نہ لکھا ہو کہ وہ کتنی بار درست نکلی، اس پر ضرورت سے زیادہ یقین کیا جاتا ہے۔',
      },
    ],
  },
  data: {
    reads: [
      {
        en: 'Reported offences: kind, place rounded to a grid, time. No names.',
        ur: 'درج شدہ جرائم: قسم، خانوں میں تقسیم نقشے پر جگہ، اور وقت۔ نام کوئی نہیں۔',
      },
    ],
    keeps: [
      {
        what: { en: 'Maps and scores per grid cell.', ur: 'نقشے اور نقشے کے ہر خانے کا اسکور۔' },
        howLong: {
          en: 'As long as the plan that used them.',
          ur: 'جب تک وہ منصوبہ ہے جس میں یہ استعمال ہوئے۔',
        },
      },
    ],
  },
  humanOversight: [
    {
      en: 'Analysts choose area and period, and see the baseline beside every forecast.',
      ur: 'علاقہ اور مدت تجزیہ کار چنتے ہیں، اور ہر پیش گوئی کے ساتھ موازنے کی بنیاد بھی دیکھتے ہیں۔',
    },
    {
      en: 'Measures are decided by people in a meeting that is minuted.',
      ur: 'اقدامات لوگ ایسے اجلاس میں طے کرتے ہیں جس کی کارروائی لکھی جاتی ہے۔',
    },
  ],
  limits: [
    { en: 'Not built: no forecast is made.', ur: 'ابھی نہیں بنا: کوئی پیش گوئی نہیں ہوتی۔' },
    {
      en: 'Offences that nobody reports are invisible to it.',
      ur: 'جن جرائم کی کوئی رپورٹ نہ کرے، وہ اسے نظر نہیں آتے۔',
    },
  ],
  models: [],
  thresholds: {},
  settings: {},
};
