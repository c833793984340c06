import type { AiSystem } from '@amaan/contracts/ai-system';
import type { DetectionThresholds } from '@amaan/vision/detectors/thresholds';
import type { ByteTrackerOptions } from '@amaan/vision/tracking/byte-tracker';

/**
 * Register entry of violations and e-challan. Everything in `thresholds` and `settings` changes what is suspected and is
 * therefore part of the configuration that a permit covers.
 */
export const trafficViolations = {
  id: 'traffic-violations',
  name: 'Violations and e-challan',
  nameUrdu: 'ٹریفک خلاف ورزیاں اور ای چالان',
  version: '0.2.0',
  built: true,
  about: {
    en: 'Notices vehicles that run a red light, go the wrong way or too fast, and puts the pictures before a traffic reviewer. Only what a person confirmed becomes a fine, and the citizen sees the same pictures and can contest it.',
    ur: 'ان گاڑیوں کی نشان دہی کرتا ہے جو سرخ بتی توڑیں، غلط سمت چلیں یا حد سے تیز ہوں، اور تصویریں ٹریفک افسر کے سامنے رکھتا ہے۔ چالان صرف تب بنتا ہے جب ایک فرد تصدیق کرے، اور شہری وہی تصویریں دیکھ کر اعتراض کر سکتا ہے۔',
  },
  intendedUse: {
    en: 'To prepare evidence of traffic violations for human review.',
    ur: 'ٹریفک خلاف ورزیوں کی شہادت تیار کرنا، تاکہ ایک فرد اس پر فیصلہ کرے۔',
  },
  purposes: ['violation-evidence'],
  prohibited: [
    {
      en: 'Issue a fine that no human confirmed.',
      ur: 'ایسا چالان جاری کرنا جس کی کسی فرد نے تصدیق نہ کی ہو۔',
    },
    { en: 'Judge anything but the vehicle’s movement.', ur: 'گاڑی کی حرکت کے سوا کسی چیز پر رائے دینا۔' },
    { en: 'Hide from the citizen what it was based on.', ur: 'شہری سے یہ چھپانا کہ چالان کس بنیاد پر ہوا۔' },
  ],
  affectedGroups: [
    {
      en: 'Owners of vehicles, who are fined for what somebody else may have driven.',
      ur: 'گاڑیوں کے مالک، جن پر جرمانہ ہوتا ہے چاہے گاڑی کوئی اور چلا رہا ہو۔',
    },
    { en: 'Drivers of vehicles with cloned plates.', ur: 'نقل شدہ پلیٹ والی گاڑیوں کے ڈرائیور۔' },
    {
      en: 'People for whom a fine is a week’s income.',
      ur: 'وہ لوگ جن کے لیے ایک جرمانہ ہفتے بھر کی کمائی ہے۔',
    },
  ],
  risk: {
    tier: 'high',
    euAiAct: {
      category: { en: 'not listed', ur: 'فہرست میں شامل نہیں' },
      why: {
        en: 'Not named by annex III; treated as high here since its output leads to a penalty.',
        ur: 'ضمیمہ III میں اس کا ذکر نہیں؛ یہاں اسے زیادہ خطرے والا سمجھا جاتا ہے کیونکہ اس کا نتیجہ سزا تک پہنچتا ہے۔',
      },
    },
    reasons: [
      {
        en: 'A wrong fine costs money and time, most for those who have least.',
        ur: 'غلط جرمانہ پیسہ اور وقت لیتا ہے، سب سے زیادہ ان سے جن کے پاس سب سے کم ہے۔',
      },
      {
        en: 'Errors would come in thousands, from one wrongly set camera.',
        ur: 'ایک غلط لگے کیمرے سے ہزاروں غلطیاں ہو سکتی ہیں۔',
      },
    ],
  },
  data: {
    reads: [
      {
        en: 'Pictures and tracks of vehicles, signal states, plate readings.',
        ur: 'گاڑیوں کی تصویریں اور نقل و حرکت، سگنل کی حالت، پڑھے ہوئے نمبر۔',
      },
    ],
    keeps: [
      {
        what: { en: 'Evidence of a confirmed violation.', ur: 'تصدیق شدہ خلاف ورزی کی شہادت۔' },
        howLong: {
          en: 'Until the fine is paid or its appeal is over, then as the law says.',
          ur: 'جب تک جرمانہ ادا نہ ہو یا اپیل مکمل نہ ہو، پھر قانون کے مطابق۔',
        },
      },
      { what: { en: 'Rejected evidence.', ur: 'رد کی گئی شہادت۔' }, howLong: { en: '7 days.', ur: '7 دن۔' } },
    ],
  },
  humanOversight: [
    {
      en: 'A traffic reviewer confirms or rejects each case with the pictures in view.',
      ur: 'ٹریفک افسر تصویریں دیکھ کر ہر معاملے کی تصدیق کرتا یا اسے رد کرتا ہے۔',
    },
    {
      en: 'Citizens see the evidence and contest it; cancelled fines are published as errors.',
      ur: 'شہری شہادت دیکھ کر اعتراض کر سکتے ہیں؛ منسوخ جرمانے غلطی کے طور پر شائع ہوتے ہیں۔',
    },
  ],
  limits: [
    {
      en: 'In doubt there is no case: who is hidden behind a lorry at the line, or whose track was mixed up with another, is not reported. Fewer cases where traffic is dense say nothing about how people drive there.',
      ur: 'شک کی صورت میں کوئی معاملہ نہیں بنتا: جو گاڑی لکیر پر ٹرک کے پیچھے چھپ جائے یا جس کی شناخت دوسری سے مل جائے، اس کی اطلاع نہیں دی جاتی۔ گنجان ٹریفک میں کم معاملات کا یہ مطلب نہیں کہ وہاں لوگ بہتر چلاتے ہیں۔',
    },
    {
      en: 'Checked on vehicles of a traffic simulation before made-up cameras, not on a real road: not at night, not in rain, not with rickshaws and carts.',
      ur: 'جانچ ٹریفک سمولیشن کی گاڑیوں اور فرضی کیمروں پر ہوئی، اصل سڑک پر نہیں: نہ رات میں، نہ بارش میں، نہ رکشوں اور ریڑھیوں کے ساتھ۔',
    },
    {
      en: 'Helmets and seat belts need a model that is not part of this version: nothing of them is reported.',
      ur: 'ہیلمٹ اور سیٹ بیلٹ کے لیے ایسا ماڈل چاہیے جو اس ورژن میں شامل نہیں: ان کی کوئی اطلاع نہیں دی جاتی۔',
    },
    {
      en: 'Where only the rear of vehicles is seen, their length is not known: a red light is reported only when it had been red for longer than the longest vehicle takes to cross the line.',
      ur: 'جہاں گاڑی کا صرف پچھلا حصہ نظر آئے، اس کی لمبائی معلوم نہیں ہوتی: سرخ بتی کی اطلاع تب ہی دی جاتی ہے جب بتی اتنی دیر سے سرخ ہو جتنی دیر سب سے لمبی گاڑی کو لکیر پار کرنے میں لگے۔',
    },
    {
      en: 'A camera that is moved makes its lines wrong; until its tamper is noticed its cases are too.',
      ur: 'کیمرہ ہل جائے تو اس کی لکیریں غلط ہو جاتی ہیں؛ جب تک یہ پتا نہ چلے، اس کے معاملات بھی غلط ہوتے ہیں۔',
    },
  ],
  models: ['nanodet-g-416'],
  thresholds: {
    /** Least confidence of a detection; the weak ones only continue tracks. As `traffic-management` has them. */
    detectorConfidence: 0.15,
    /** Of two boxes of one class with a larger intersection over union, one goes. */
    detectorOverlap: 0.5,
    /** Detections from here up are matched to all tracks, before the weak ones. */
    trackerHighConfidence: 0.4,
    /** What a detection needs to begin a track. */
    trackerNewConfidence: 0.45,
    /** How far past a line a vehicle must be, in sizes of its own box. */
    margin: 0.05,
    /** A lane has speeds where their standard error at the fastest speed of the calibration is at most this, in km/h. */
    speedErrorKmh: 1,
    /** Standard errors that are taken off a speed in favour of the driver. */
    speedCoverage: 3,
    /** A speed whose own standard error is larger is no evidence, in km/h. */
    mostSpeedErrorKmh: 2,
    /** How far beyond the stop line a vehicle has to stand, in metres, and without a calibration in heights of its box. */
    stopLineMetres: 0.7,
    stopLineHeights: 0.5,
    /** Backwards slower than this is no driving, in km/h. */
    wrongWayKmh: 7,
    /** Without a calibration, the share of the drawn lane that has to be driven against its direction. */
    wrongWayLaneShare: 0.35,
    /** Share of a vehicle's frames that must agree on its class where the class decides. */
    classShare: 0.9,
    /** How much the boxes of a parked vehicle overlap while it is the same one (intersection over union). */
    parkedOverlap: 0.5,
  },
  settings: {
    /** Detections that make a track. */
    trackerConfirmHits: 2,
    /** How long a track waits for its object to be seen again. */
    trackerMaxLostSeconds: 2,
    /** How long a vehicle must have been seen before it came to the line. */
    leastSecondsBefore: 0.3,
    /** How long it may be hidden on its way over the lines. */
    longestGapSeconds: 0.75,
    /** A track must be sound from so long before what is reported. */
    soundBeforeSeconds: 1,
    /** A vehicle that does not move for so long stands. */
    restSeconds: 1,
    /** Whoever needs longer from the stop line to the exit has waited in between. */
    longestPassageSeconds: 20,
    /** How long against the driving direction. */
    wrongWaySeconds: 1,
    /** How long a vehicle must still be beyond a solid line. */
    firmSeconds: 0.5,
    /** How long a parked vehicle may be hidden by those who pass before it. */
    parkedHiddenSeconds: 4,
  },
} as const satisfies AiSystem;

/** What the detector keeps, as configured. */
export const detectionThresholds: DetectionThresholds = {
  confidence: trafficViolations.thresholds.detectorConfidence,
  overlap: trafficViolations.thresholds.detectorOverlap,
};

/** The tracker's options as configured. */
export const trackerOptions: ByteTrackerOptions = {
  highConfidence: trafficViolations.thresholds.trackerHighConfidence,
  lowConfidence: trafficViolations.thresholds.detectorConfidence,
  newTrackConfidence: trafficViolations.thresholds.trackerNewConfidence,
  confirmHits: trafficViolations.settings.trackerConfirmHits,
  maxLostSeconds: trafficViolations.settings.trackerMaxLostSeconds,
};
