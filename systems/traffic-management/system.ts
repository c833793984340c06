import type { AiSystem } from '@amaan/contracts/ai-system';
import type { DetectionThresholds } from '@amaan/vision/detectors/thresholds';
import type { ByteTrackerOptions } from '@amaan/vision/tracking/byte-tracker';

/**
 * Register entry of intelligent traffic management. Everything in `thresholds` and `settings` changes what is measured
 * and is therefore part of the configuration that a permit covers.
 */
export const trafficManagement = {
  id: 'traffic-management',
  name: 'Intelligent traffic management',
  nameUrdu: 'ذہین ٹریفک نظام',
  version: '0.2.0',
  built: true,
  about: {
    en: 'Counts vehicles, measures speed and queues, notices blocked roads and proposes better timings for traffic signals. It can only set a signal within safe limits that engineers fixed.',
    ur: 'گاڑیاں گنتا ہے، رفتار اور قطاریں ناپتا ہے، بند سڑک کی خبر دیتا ہے اور ٹریفک سگنل کے بہتر اوقات تجویز کرتا ہے۔ وہ سگنل کو صرف ان محفوظ حدود میں بدل سکتا ہے جو انجینئروں نے مقرر کی ہیں۔',
  },
  intendedUse: {
    en: 'To give traffic engineers figures, and to adapt signal timings within a safety envelope that they own.',
    ur: 'ٹریفک انجینئروں کو اعداد دینا، اور سگنل کے اوقات کو ان کی مقرر کردہ محفوظ حدود کے اندر ڈھالنا۔',
  },
  purposes: ['traffic-measurement', 'signal-control'],
  prohibited: [
    {
      en: 'Touch a real signal outside its safety envelope: minimum greens, clearance and conflict times.',
      ur: 'کسی اصل سگنل کو محفوظ حدود سے باہر چھیڑنا: سبز بتی کا کم از کم وقت، راستہ خالی ہونے کا وقت اور ٹکراؤ سے بچاؤ کے وقفے۔',
    },
    {
      en: 'Store a vehicle’s plate or follow one vehicle through the city.',
      ur: 'گاڑی کا نمبر محفوظ کرنا یا شہر میں کسی ایک گاڑی کا پیچھا کرنا۔',
    },
  ],
  affectedGroups: [
    {
      en: 'Drivers, and people on foot or bicycle whose waiting time a timing may worsen.',
      ur: 'ڈرائیور، اور پیدل یا سائیکل پر چلنے والے، جن کا انتظار کسی تبدیلی سے بڑھ سکتا ہے۔',
    },
    { en: 'Crews of ambulances and fire engines.', ur: 'ایمبولینس اور فائر بریگیڈ کا عملہ۔' },
  ],
  risk: {
    tier: 'high',
    euAiAct: {
      category: { en: 'annex III 2', ur: 'ضمیمہ III، نکتہ 2' },
      why: {
        en: 'Software that is a safety component in managing road traffic is listed as critical infrastructure.',
        ur: 'جو سافٹ ویئر سڑک کی ٹریفک کے انتظام میں حفاظت کا حصہ ہو، وہ اہم بنیادی ڈھانچے کے طور پر فہرست میں ہے۔',
      },
    },
    reasons: [
      {
        en: 'A wrong signal can hurt people, so conflicts are excluded by the controller, not by this system.',
        ur: 'غلط سگنل لوگوں کو نقصان پہنچا سکتا ہے، اس لیے ٹکراؤ کو سگنل کا کنٹرولر روکتا ہے، یہ نظام نہیں۔',
      },
      {
        en: 'Timings that please cars may fail people on foot; both are measured.',
        ur: 'جو اوقات گاڑیوں کے لیے اچھے ہوں وہ پیدل لوگوں کے لیے برے ہو سکتے ہیں؛ دونوں کی پیمائش ہوتی ہے۔',
      },
    ],
  },
  data: {
    reads: [
      {
        en: 'Tracks of vehicles without identity, loop and signal states.',
        ur: 'شناخت کے بغیر گاڑیوں کی نقل و حرکت، سڑک کے سینسر اور سگنل کی حالت۔',
      },
    ],
    keeps: [
      {
        what: {
          en: 'Counts, speeds and queues per road and minute.',
          ur: 'ہر سڑک اور ہر منٹ کی گنتی، رفتار اور قطاریں۔',
        },
        howLong: { en: '5 years; they name nobody.', ur: '5 سال؛ ان میں کسی کا نام نہیں۔' },
      },
    ],
  },
  humanOversight: [
    {
      en: 'Engineers set the envelope and can return any junction to its fixed plan at once.',
      ur: 'حدود انجینئر مقرر کرتے ہیں اور کسی بھی چوراہے کو فوراً مقررہ اوقات پر واپس لا سکتے ہیں۔',
    },
    {
      en: 'Every change of a timing is recorded with what it was based on.',
      ur: 'اوقات کی ہر تبدیلی اس کی بنیاد کے ساتھ درج ہوتی ہے۔',
    },
  ],
  limits: [
    {
      en: 'Speeds, density and delay need a calibration of the camera; where it is missing, has drifted or is too uncertain, they are left out, not estimated.',
      ur: 'رفتار، گنجانی اور تاخیر کے لیے کیمرے کی پیمائش بندی ضروری ہے؛ جہاں وہ نہ ہو، ہل گئی ہو یا بہت غیر یقینی ہو، وہاں یہ اعداد خالی چھوڑے جاتے ہیں، اندازے سے نہیں بھرے جاتے۔',
    },
    {
      en: 'Lanes are taken for straight and the road for a plane: on bends, hills and under lenses that bend lines, speeds are wrong by more than what is stated.',
      ur: 'لین کو سیدھا اور سڑک کو ہموار مانا جاتا ہے: موڑ، چڑھائی اور لکیروں کو خم دینے والے عدسے پر رفتار کی غلطی بتائی گئی حد سے زیادہ ہوتی ہے۔',
    },
    {
      en: 'Vehicles that hide each other, small motorcycles and carts are missed or joined by the present object model; counts at night and in rain were not measured.',
      ur: 'ایک دوسرے کو چھپانے والی گاڑیاں، چھوٹی موٹر سائیکلیں اور ریڑھیاں موجودہ ماڈل سے رہ جاتی یا مل جاتی ہیں؛ رات اور بارش کی گنتی ناپی نہیں گئی۔',
    },
    {
      en: 'Delay counts the time within the camera’s view: a queue that is longer than the view costs more than is told.',
      ur: 'تاخیر صرف کیمرے کے منظر کے اندر کے وقت کی ہوتی ہے: جو قطار منظر سے لمبی ہو اس کی اصل تاخیر زیادہ ہوتی ہے۔',
    },
    {
      en: 'Signals were steered in simulation and against a simulated controller only; no real junction was.',
      ur: 'سگنل صرف سمولیشن میں اور نقلی کنٹرولر پر چلائے گئے؛ کسی اصل چوراہے پر نہیں۔',
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
    /** How far past a line a vehicle must be, in sizes of its own box. */
    margin: 0.05,
    /** A lane has speeds where their standard error at the fastest speed of the calibration is at most this, in km/h. */
    speedErrorKmh: 1,
    /** A camera that moved further than this, in pixels of the calibration's picture, measures no metres. */
    driftPixels: 3,
    /** A vehicle waits in a queue below the first speed, and until it is faster than the second, in km/h. */
    queueBelowKmh: 5,
    queueUntilKmh: 12,
    /** Backwards faster than this, and so far, is the wrong way. */
    wrongWayKmh: 10,
    wrongWayMetres: 8,
    /** A lane is congested when its mean speed is below this share of its speed limit, and until it is above the other. */
    congestedShare: 0.5,
    freeShare: 0.7,
    /** The same by the share of time that the counting line is covered, where there are no speeds. */
    congestedOccupancy: 0.4,
    freeOccupancy: 0.25,
    /** Vehicles that make a sudden queue. */
    suddenQueueVehicles: 4,
  },
  settings: {
    /** Detections that make a track. */
    trackerConfirmHits: 2,
    /** How long a track waits for its object to be seen again. */
    trackerMaxLostSeconds: 2,
    /** A vehicle at rest for so long is reported; on a lane with a stop line, where waiting is usual, the second. */
    stoppedSeconds: 10,
    stoppedAtSignalSeconds: 180,
    /** How long somebody on foot may be on a lane. */
    pedestrianSeconds: 2,
    /** How long a sudden queue must last. */
    suddenQueueSeconds: 8,
    /** Time over which a lane's speed is averaged, and how long it must be low, to call it congested. */
    congestionWindowSeconds: 60,
    congestionHoldSeconds: 20,
    /** How long an incident must be over before it has ended. */
    clearSeconds: 30,
  },
} as const satisfies AiSystem;

/** What the detector keeps, as configured. */
export const detectionThresholds: DetectionThresholds = {
  confidence: trafficManagement.thresholds.detectorConfidence,
  overlap: trafficManagement.thresholds.detectorOverlap,
};

/** The tracker's options as configured. */
export const trackerOptions: ByteTrackerOptions = {
  highConfidence: trafficManagement.thresholds.trackerHighConfidence,
  lowConfidence: trafficManagement.thresholds.detectorConfidence,
  newTrackConfidence: trafficManagement.thresholds.trackerNewConfidence,
  confirmHits: trafficManagement.settings.trackerConfirmHits,
  maxLostSeconds: trafficManagement.settings.trackerMaxLostSeconds,
};
