import type { AiSystem } from '@amaan/contracts/ai-system';

/**
 * Register entry of crime analytics. It has no model and no permit: its stage and suspensions decide. Everything in
 * `settings` changes what is shown and is therefore part of the configuration that a validation is about.
 */
export const crimeAnalytics = {
  id: 'crime-analytics',
  name: 'Crime analytics',
  nameUrdu: 'جرائم کا تجزیہ',
  version: '0.2.0',
  built: true,
  about: {
    en: 'Shows where and when reported offences gather on the map, whether that is more than chance, and which cells the coming days may bring reports to, beside naive baselines. It works with places and times only; it cannot say anything about a person.',
    ur: 'نقشے پر دکھاتا ہے کہ درج شدہ جرائم کہاں اور کب زیادہ ہوتے ہیں، کیا یہ اتفاق سے بڑھ کر ہے، اور آنے والے دنوں میں کن خانوں سے رپورٹیں آ سکتی ہیں، سادہ طریقوں کے ساتھ موازنے میں۔ یہ صرف جگہ اور وقت پر کام کرتا ہے؛ کسی شخص کے بارے میں کچھ نہیں کہہ سکتا۔',
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
        en: 'Reported incidents from files that the authority imports: offence, place, time and the source’s number. No other column of a file is read.',
        ur: 'ادارے کی درآمد کردہ فائلوں سے درج شدہ واقعات: جرم، جگہ، وقت اور ماخذ کا نمبر۔ فائل کا کوئی اور خانہ نہیں پڑھا جاتا۔',
      },
      {
        en: 'Station areas with their population, and how long patrols were where, without units and names.',
        ur: 'تھانوں کی حدود اور آبادی، اور گشت کہاں کتنی دیر رہا، عملے اور ناموں کے بغیر۔',
      },
    ],
    keeps: [
      {
        what: { en: 'Imported incidents.', ur: 'درآمد شدہ واقعات۔' },
        howLong: {
          en: 'Until the import is taken back; what is on record about it stays.',
          ur: 'جب تک درآمد واپس نہ لی جائے؛ اس کا اندراج باقی رہتا ہے۔',
        },
      },
      {
        what: {
          en: 'Analyses with their question and notes, deployment plans, briefings.',
          ur: 'تجزیے اپنے سوال اور وضاحتوں کے ساتھ، تعیناتی کے منصوبے، بریفنگ۔',
        },
        howLong: {
          en: 'For ever, so that what was decided upon can be looked at again.',
          ur: 'ہمیشہ، تاکہ جس بنیاد پر فیصلہ ہوا وہ دوبارہ دیکھا جا سکے۔',
        },
      },
    ],
  },
  humanOversight: [
    {
      en: 'Analysts choose area, period and offences, and see beside every picture what it was made from and what it cannot show.',
      ur: 'علاقہ، مدت اور جرائم تجزیہ کار چنتے ہیں، اور ہر تصویر کے ساتھ دیکھتے ہیں کہ وہ کس سے بنی اور کیا نہیں دکھا سکتی۔',
    },
    {
      en: 'A forecast that is not surely better than its baselines is not offered for planning, whoever asks.',
      ur: 'جو پیش گوئی سادہ طریقوں سے یقینی طور پر بہتر نہ ہو وہ منصوبہ بندی کے لیے پیش نہیں کی جاتی، چاہے کوئی بھی مانگے۔',
    },
    {
      en: 'A supervisor who did not make it approves or rejects each deployment plan; who goes where, people decide.',
      ur: 'تعیناتی کا ہر منصوبہ وہ سپروائزر منظور یا رد کرتا ہے جس نے اسے نہیں بنایا؛ کون کہاں جائے، یہ لوگ طے کرتے ہیں۔',
    },
  ],
  limits: [
    {
      en: 'It sees reports, not offences: what nobody reports is invisible to it, and some groups report less than others.',
      ur: 'یہ رپورٹیں دیکھتا ہے، جرائم نہیں: جو کوئی درج نہ کرائے وہ اسے نظر نہیں آتا، اور بعض لوگ دوسروں سے کم درج کراتے ہیں۔',
    },
    {
      en: 'Offences that are on record where officers look are left out by default, and the rule that finds them is one of words, until somebody has looked at the offence table.',
      ur: 'جو جرائم وہیں درج ہوتے ہیں جہاں اہلکار دیکھیں وہ شامل نہیں کیے جاتے؛ جب تک کوئی جرائم کی فہرست نہ دیکھ لے، انہیں صرف الفاظ کے قاعدے سے پہچانا جاتا ہے۔',
    },
    {
      en: 'Counts are not set against how many people are at a place: busy places look worse than they are.',
      ur: 'تعداد کا موازنہ وہاں موجود لوگوں سے نہیں ہوتا: مصروف جگہیں اصل سے زیادہ بری نظر آتی ہیں۔',
    },
    {
      en: 'Bounds keep a plan from going back to the same places again and again; they do not make up for an unequal past in the records.',
      ur: 'حدود منصوبے کو بار بار انہی جگہوں پر جانے سے روکتی ہیں؛ وہ ریکارڈ میں ماضی کی ناہمواری کو ختم نہیں کرتیں۔',
    },
    {
      en: 'Methods were checked against published values and on made-up incidents; how well forecasts do was measured on a city abroad, and for a city of Pakistan on none.',
      ur: 'طریقے شائع شدہ نتائج اور فرضی واقعات پر پرکھے گئے؛ پیش گوئی کی درستی ایک بیرونی شہر پر ناپی گئی، پاکستان کے کسی شہر پر نہیں۔',
    },
  ],
  models: [],
  thresholds: {},
  settings: {
    /** Places of victims of which there are fewer in a square of this edge stay out of pictures of places. */
    leastSensitive: 3,
    sensitiveMetres: 500,
    /** An analysis holds no more incidents than this. */
    mostIncidents: 2_000_000,
  },
} as const satisfies AiSystem;
