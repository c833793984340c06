import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const numberPlates: AiSystem = {
  id: 'number-plates',
  name: 'Number-plate recognition (ANPR)',
  nameUrdu: 'نمبر پلیٹ شناسی',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Finds number plates on vehicles and reads them, Pakistani formats first, so that other systems can look for a stolen vehicle or count traffic. A reading is a guess with a confidence, and a person checks it before it matters.',
    ur: 'گاڑیوں کی نمبر پلیٹیں تلاش کر کے پڑھتا ہے، پہلے پاکستانی طرز کی، تاکہ چوری شدہ گاڑی تلاش ہو سکے یا ٹریفک گنی جا سکے۔ ہر پڑھا ہوا نمبر ایک اندازہ ہوتا ہے، اور کسی نتیجے سے پہلے ایک فرد اسے جانچتا ہے۔',
  },
  intendedUse: {
    en: 'To read plates on roads for hotlists, journeys and violations that people judge afterwards.',
    ur: 'سڑکوں پر نمبر پلیٹیں پڑھنا، تاکہ مطلوبہ گاڑیوں کی فہرست، سفر اور خلاف ورزیوں میں کام آئیں، جن پر بعد میں لوگ فیصلہ کرتے ہیں۔',
  },
  purposes: ['plate-reading'],
  prohibited: [
    {
      en: 'Decide alone: a reading has no consequence before a person compared it with the picture.',
      ur: 'اکیلے فیصلہ کرنا: جب تک کوئی فرد نمبر کا تصویر سے موازنہ نہ کرے، اس کا کوئی نتیجہ نہیں نکلتا۔',
    },
    {
      en: 'Read plates inside homes or private grounds that a camera happens to see.',
      ur: 'گھروں یا نجی احاطوں کے اندر کی پلیٹیں پڑھنا جو اتفاق سے کیمرے میں آ جائیں۔',
    },
    {
      en: 'Report who drives or sits in a vehicle.',
      ur: 'یہ بتانا کہ گاڑی کون چلا رہا ہے یا اس میں کون بیٹھا ہے۔',
    },
  ],
  affectedGroups: [
    { en: 'Every driver who passes a camera.', ur: 'ہر ڈرائیور جو کیمرے کے سامنے سے گزرے۔' },
    {
      en: 'Owners of vehicles whose plate looks like a wanted one, is dirty, home-made or cloned.',
      ur: 'ان گاڑیوں کے مالک جن کی پلیٹ کسی مطلوب پلیٹ جیسی ہو، میلی ہو، گھر میں بنی ہو یا نقل کی گئی ہو۔',
    },
  ],
  risk: {
    tier: 'limited',
    euAiAct: {
      category: { en: 'not listed', ur: 'فہرست میں شامل نہیں' },
      why: {
        en: 'Plates are personal data but no biometrics; reading them falls under no entry of annex III. What is done with a reading may.',
        ur: 'نمبر پلیٹ ذاتی معلومات ہے مگر بائیومیٹرک نہیں؛ اسے پڑھنا ضمیمہ III کے کسی نکتے میں نہیں آتا۔ پڑھے ہوئے نمبر سے جو کیا جائے، وہ آ سکتا ہے۔',
      },
    },
    reasons: [
      {
        en: 'A misread digit points to somebody else’s vehicle.',
        ur: 'ایک ہندسہ غلط پڑھا جائے تو کسی اور کی گاڑی کی طرف اشارہ ہو جاتا ہے۔',
      },
      {
        en: 'Plate readings of a whole city show where everybody goes; only short retention and stated reasons keep that in bounds.',
        ur: 'پورے شہر کی پلیٹیں دکھاتی ہیں کہ کون کہاں جاتا ہے؛ صرف مختصر مدت اور بیان کردہ وجہ اسے حد میں رکھتی ہے۔',
      },
    ],
  },
  data: {
    reads: [
      {
        en: 'Pictures of vehicles from cameras that it is permitted for.',
        ur: 'ان کیمروں سے گاڑیوں کی تصویریں جن کی اسے اجازت ہے۔',
      },
    ],
    keeps: [
      {
        what: {
          en: 'Readings: text, confidence, place, time.',
          ur: 'پڑھے ہوئے نمبر: متن، یقین کا درجہ، جگہ، وقت۔',
        },
        howLong: {
          en: '90 days, unless a case needs them.',
          ur: '90 دن، سوائے اس کے کہ کسی مقدمے میں ضرورت ہو۔',
        },
      },
      {
        what: {
          en: 'The picture of a reading that raised an alert.',
          ur: 'اس نمبر کی تصویر جس پر انتباہ ہوا۔',
        },
        howLong: { en: 'As long as the alert.', ur: 'جب تک انتباہ رکھا جائے۔' },
      },
    ],
  },
  humanOversight: [
    {
      en: 'The picture stands beside every reading; people correct it.',
      ur: 'ہر پڑھے ہوئے نمبر کے ساتھ تصویر ہوتی ہے؛ لوگ اسے درست کرتے ہیں۔',
    },
    {
      en: 'Corrections are counted as errors and watched per camera.',
      ur: 'ہر درستی غلطی شمار ہوتی ہے اور کیمرہ وار دیکھی جاتی ہے۔',
    },
  ],
  limits: [
    { en: 'Not built: nothing is read.', ur: 'ابھی نہیں بنا: کچھ نہیں پڑھا جاتا۔' },
    {
      en: 'Two-row, faded and home-made plates are read worse than new ones.',
      ur: 'دو سطروں والی، مدھم اور گھر میں بنی پلیٹیں نئی پلیٹوں سے زیادہ غلط پڑھی جاتی ہیں۔',
    },
    {
      en: 'Of the public sets, European and Brazilian plates were tried; Pakistani plates have not been measured.',
      ur: 'عوامی مجموعوں میں سے یورپی اور برازیلی پلیٹیں آزمائی گئیں؛ پاکستانی پلیٹوں پر ابھی پیمائش نہیں ہوئی۔',
    },
  ],
  models: [],
  thresholds: {},
  settings: {},
};
