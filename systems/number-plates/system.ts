import type { AiSystem } from '@amaan/contracts/ai-system';
import { FORMAT_IDS, patternsOf } from './formats/formats.ts';
import type { PlateReaderOptions } from './plate-reader.ts';

/**
 * Register entry of number-plates. Everything in `thresholds` and `settings` changes what is read and is therefore part
 * of the configuration that a permit covers.
 */
export const numberPlates = {
  id: 'number-plates',
  name: 'Number-plate recognition (ANPR)',
  nameUrdu: 'نمبر پلیٹ شناسی',
  version: '0.3.0',
  built: true,
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
          en: 'Readings: text, confidence, place, time, class, colour and direction of the vehicle; the crop of the plate and the picture around it.',
          ur: 'پڑھے ہوئے نمبر: متن، یقین کا درجہ، جگہ، وقت، گاڑی کی قسم، رنگ اور سمت؛ پلیٹ کا ٹکڑا اور اس کے گرد کی تصویر۔',
        },
        howLong: {
          en: '30 days unless the organisation says otherwise; longer where a case holds them.',
          ur: '30 دن، اگر ادارہ کچھ اور طے نہ کرے؛ جہاں کسی مقدمے کو ضرورت ہو وہاں زیادہ۔',
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
    {
      en: 'Plates less than about 60 pixels wide, and letters less than about 10 pixels high, are read badly or not at all.',
      ur: 'تقریباً 60 پکسل سے کم چوڑی پلیٹیں اور 10 پکسل سے چھوٹے حروف غلط پڑھے جاتے ہیں یا پڑھے ہی نہیں جاتے۔',
    },
    {
      en: 'Two-row, faded and home-made plates are read worse than new ones.',
      ur: 'دو سطروں والی، مدھم اور گھر میں بنی پلیٹیں نئی پلیٹوں سے زیادہ غلط پڑھی جاتی ہیں۔',
    },
    {
      en: 'It was measured on European photographs and on rendered Pakistani plates; photographs of Pakistani plates have to be measured where it is used.',
      ur: 'اسے یورپی تصویروں اور بنائی گئی پاکستانی پلیٹوں پر ناپا گیا؛ اصل پاکستانی پلیٹوں پر پیمائش استعمال کی جگہ پر ہونی ہے۔',
    },
  ],
  models: ['plate-finder', 'pp-ocr-v4-detector', 'pp-ocr-v4-recogniser'],
  thresholds: {
    /** Least confidence of the finder that a plate is there. */
    finderConfidence: 0.6,
    /** Two looks that agree settle a reading when they are this sure and it has a format. */
    sureConfidence: 0.6,
    /** Least confidence of what is reported. */
    leastConfidence: 0.5,
  },
  settings: {
    /** Long sides in pixels at which whole pictures are looked at. */
    finderSides: '896 448 240',
    /** The same for frames of a camera, where a plate is seen many times. */
    liveFinderSides: '768 384',
    /** Long side in pixels at which one detected vehicle is looked at. */
    vehicleSide: 320,
    mostPlates: 5,
    formats: FORMAT_IDS.join(' '),
    /** Readings of one passage after which it is not read again. */
    votesEnough: 6,
  },
} as const satisfies AiSystem;

/**
 * How plates are read, as configured.
 * @param sides long sides that the finder looks at: `finderSides` or `liveFinderSides`.
 * @param formats identifiers of the formats to expect; all that are configured when left out.
 */
export function readerOptions(
  sides: 'finderSides' | 'liveFinderSides',
  formats: readonly string[] = numberPlates.settings.formats.split(' '),
): PlateReaderOptions {
  const { thresholds, settings } = numberPlates;
  return {
    patterns: patternsOf(formats),
    finder: {
      confidence: thresholds.finderConfidence,
      sides: settings[sides].split(' ').map(Number),
      vehicleSide: settings.vehicleSide,
    },
    mostPlates: settings.mostPlates,
    sureConfidence: thresholds.sureConfidence,
  };
}
