import type { AiSystem } from '@amaan/contracts/ai-system';
import type { DetectionThresholds } from '@amaan/vision/detectors/thresholds';
import type { ByteTrackerOptions } from '@amaan/vision/tracking/byte-tracker';

/**
 * Register entry of Smart Vision. Everything in `thresholds` and `settings` changes what the system
 * reports and is therefore part of the configuration that a permit covers.
 */
export const smartVision = {
  id: 'smart-vision',
  name: 'Smart Vision AI',
  nameUrdu: 'سمارٹ وژن اے آئی',
  version: '0.1.0',
  built: true,
  about: {
    en: 'Looks at the pictures of a camera for people, vehicles, bags and animals, and tells an operator when one of them crosses a line, enters a zone or stays too long where the control room asked for it. It knows that somebody is there, never who.',
    ur: 'کیمرے کی تصویر میں لوگ، گاڑیاں، سامان اور جانور تلاش کرتا ہے، اور جب کوئی مقررہ لکیر پار کرے، کسی علاقے میں داخل ہو یا دیر تک ٹھہرے تو آپریٹر کو بتاتا ہے۔ اسے صرف یہ معلوم ہوتا ہے کہ کوئی موجود ہے، یہ کبھی نہیں کہ وہ کون ہے۔',
  },
  intendedUse: {
    en: 'To point operators of a control room to moments on public cameras that rules drawn by them describe, so that a person looks and judges.',
    ur: 'کنٹرول روم کے آپریٹروں کو عوامی کیمروں کے ان لمحوں کی طرف متوجہ کرنا جو ان کے بنائے قاعدوں میں بیان ہیں، تاکہ ایک فرد دیکھے اور فیصلہ کرے۔',
  },
  purposes: ['object-detection', 'line-crossing', 'zone-entry', 'loitering', 'object-search'],
  prohibited: [
    {
      en: 'Estimate or report age, sex, ethnicity, emotion or any other trait of a person.',
      ur: 'کسی شخص کی عمر، جنس، نسل، جذبات یا کسی اور خصوصیت کا اندازہ لگانا یا بتانا۔',
    },
    {
      en: 'Recognise or re-identify a person, or join tracks of a person across cameras or visits.',
      ur: 'کسی شخص کو پہچاننا یا دوبارہ شناخت کرنا، یا مختلف کیمروں یا آمد کے نشانات کو جوڑنا۔',
    },
    {
      en: 'Decide: what it reports is seen and judged by a person.',
      ur: 'فیصلہ کرنا: جو کچھ یہ بتائے، اسے ایک فرد دیکھتا اور پرکھتا ہے۔',
    },
  ],
  affectedGroups: [
    {
      en: 'Everybody who passes a camera that has rules, children included.',
      ur: 'ہر وہ شخص جو قاعدوں والے کیمرے کے سامنے سے گزرے، بچوں سمیت۔',
    },
    {
      en: 'People who live, trade or beg in a watched place and cannot avoid it: a rule on loitering is about them first.',
      ur: 'وہ لوگ جو زیرِ نگرانی جگہ پر رہتے، کاروبار کرتے یا مانگتے ہیں اور اس سے بچ نہیں سکتے: دیر تک ٹھہرنے کا قاعدہ سب سے پہلے انہی پر لگتا ہے۔',
    },
    { en: 'Operators, whose attention its alerts take.', ur: 'آپریٹر، جن کی توجہ اس کے انتباہات لیتے ہیں۔' },
  ],
  risk: {
    tier: 'limited',
    euAiAct: {
      category: { en: 'not listed', ur: 'فہرست میں شامل نہیں' },
      why: {
        en: 'It identifies nobody and evaluates nobody, so no entry of annex III names it. It would come close to 6(d) if its alerts were used to assess persons, which is prohibited here.',
        ur: 'یہ نہ کسی کو پہچانتا ہے نہ پرکھتا ہے، اس لیے ضمیمہ III کا کوئی نکتہ اس کا ذکر نہیں کرتا۔ اگر اس کے انتباہات افراد کو پرکھنے میں استعمال ہوتے تو یہ 6(d) کے قریب ہوتا، جو یہاں ممنوع ہے۔',
      },
    },
    reasons: [
      {
        en: 'A wrong alert can send officers to somebody who did nothing, so every alert is judged by a person first.',
        ur: 'غلط انتباہ اہلکاروں کو کسی بے قصور تک پہنچا سکتا ہے، اس لیے ہر انتباہ پر پہلے ایک فرد فیصلہ کرتا ہے۔',
      },
      {
        en: 'Watching public places at scale may keep people from meeting or protesting there, whatever the software does.',
        ur: 'عوامی جگہوں کی وسیع نگرانی لوگوں کو وہاں ملنے یا احتجاج کرنے سے روک سکتی ہے، چاہے سافٹ ویئر کچھ بھی کرے۔',
      },
      {
        en: 'It detects people who are far, dark or half hidden less often, so it may fail some places and groups more than others; this is measured per camera.',
        ur: 'دور، تاریک یا آدھے چھپے لوگ اسے کم نظر آتے ہیں، اس لیے یہ بعض جگہوں اور گروہوں پر زیادہ ناکام ہو سکتا ہے؛ اس کی پیمائش کیمرہ وار ہوتی ہے۔',
      },
    ],
  },
  data: {
    reads: [
      {
        en: 'Pictures of the cameras that it is permitted for, in memory only.',
        ur: 'ان کیمروں کی تصویریں جن کی اسے اجازت ہے، وہ بھی صرف عارضی یادداشت میں۔',
      },
    ],
    keeps: [
      {
        what: {
          en: 'Observations: kind, place, time, box and track number of an object.',
          ur: 'مشاہدات: چیز کی قسم، جگہ، وقت، تصویر میں خانہ اور نشان نمبر۔',
        },
        howLong: {
          en: 'Until the organisation deletes them; see its retention.',
          ur: 'جب تک ادارہ انہیں حذف نہ کرے؛ ادارے کی مدتِ حفاظت دیکھیں۔',
        },
      },
      {
        what: {
          en: 'Frame, picture and clip of an observation that raised an alert.',
          ur: 'اس مشاہدے کا فریم، تصویر اور ویڈیو جس پر انتباہ ہوا۔',
        },
        howLong: { en: 'As long as the alert.', ur: 'جب تک انتباہ رکھا جائے۔' },
      },
    ],
  },
  humanOversight: [
    {
      en: 'An operator confirms or rejects every alert; nothing follows from an alert that nobody judged.',
      ur: 'آپریٹر ہر انتباہ کی تصدیق کرتا یا اسے رد کرتا ہے؛ جس پر کسی نے فیصلہ نہ کیا ہو، اس کا کوئی نتیجہ نہیں نکلتا۔',
    },
    {
      en: 'A supervisor, a governance officer or an administrator can stop it on all cameras, or on one group, within two seconds.',
      ur: 'سپروائزر، نگران افسر یا منتظم اسے تمام کیمروں پر یا ایک گروہ پر دو سیکنڈ کے اندر روک سکتا ہے۔',
    },
    {
      en: 'The rate of rejected alerts is watched, and a rule may stop the system when it rises.',
      ur: 'رد ہونے والے انتباہات کی شرح پر نظر رکھی جاتی ہے، اور بڑھ جائے تو قاعدہ نظام کو روک سکتا ہے۔',
    },
  ],
  limits: [
    {
      en: 'Objects narrower than about 20 pixels of the model’s 416, and views from straight above, are not to be relied on.',
      ur: 'جو چیز ماڈل کے 416 میں سے تقریباً 20 پکسل سے کم چوڑی ہو، یا بالکل اوپر سے دیکھی جائے، اس پر بھروسا نہ کیا جائے۔',
    },
    {
      en: 'It was measured on a few clips by day; night, rain and crowds have to be measured where it is used.',
      ur: 'اس کی پیمائش دن کی چند ویڈیو پر ہوئی؛ رات، بارش اور ہجوم کی پیمائش وہیں کرنی ہوگی جہاں یہ استعمال ہو۔',
    },
    {
      en: 'Small cars in a queue may swap track numbers; somebody hidden for more than two seconds counts anew.',
      ur: 'قطار میں چھوٹی گاڑیوں کے نشان نمبر آپس میں بدل سکتے ہیں؛ جو دو سیکنڈ سے زیادہ چھپ جائے وہ نئے سرے سے گنا جاتا ہے۔',
    },
    {
      en: 'Other object models (YOLOX-Nano) can take the place of the present one; that is a change, and goes through validation.',
      ur: 'دوسرے ماڈل (YOLOX-Nano) موجودہ ماڈل کی جگہ لے سکتے ہیں؛ یہ ایک تبدیلی ہے اور توثیق سے گزرتی ہے۔',
    },
  ],
  models: ['nanodet-g-416'],
  thresholds: {
    /** Least confidence of a detection; the weak ones only continue tracks. */
    detectorConfidence: 0.15,
    /** Of two boxes of one class with a larger intersection over union, one goes. */
    detectorOverlap: 0.5,
    /** Detections from here up are matched to all tracks, before the weak ones. */
    trackerHighConfidence: 0.4,
    /** What a detection needs to begin a track. */
    trackerNewConfidence: 0.45,
    /** How far past a line or an outline an object must be, in sizes of its own box. */
    margin: 0.05,
  },
  settings: {
    /** Detections that make a track. */
    trackerConfirmHits: 2,
    /** How long a track waits for its object to be seen again. */
    trackerMaxLostSeconds: 2,
    /** How long an object may step out of a zone, or out of sight, and still be loitering. */
    loiteringGapSeconds: 3,
  },
} as const satisfies AiSystem;

/** What the detector keeps, as configured. */
export const detectionThresholds: DetectionThresholds = {
  confidence: smartVision.thresholds.detectorConfidence,
  overlap: smartVision.thresholds.detectorOverlap,
};

/** The tracker's options as configured. */
export const trackerOptions: ByteTrackerOptions = {
  highConfidence: smartVision.thresholds.trackerHighConfidence,
  lowConfidence: smartVision.thresholds.detectorConfidence,
  newTrackConfidence: smartVision.thresholds.trackerNewConfidence,
  confirmHits: smartVision.settings.trackerConfirmHits,
  maxLostSeconds: smartVision.settings.trackerMaxLostSeconds,
};
