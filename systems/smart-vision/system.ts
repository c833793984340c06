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
  intendedUse:
    'To point operators of a control room to moments on public cameras that rules drawn by them describe, so that a person looks and judges.',
  purposes: ['object-detection', 'line-crossing', 'zone-entry', 'loitering', 'object-search'],
  prohibited: [
    'Estimate or report age, sex, ethnicity, emotion or any other trait of a person.',
    'Recognise or re-identify a person, or join tracks of a person across cameras or visits.',
    'Decide: what it reports is seen and judged by a person.',
  ],
  affectedGroups: [
    'Everybody who passes a camera that has rules, children included.',
    'People who live, trade or beg in a watched place and cannot avoid it: a rule on loitering is about them first.',
    'Operators, whose attention its alerts take.',
  ],
  risk: {
    tier: 'limited',
    euAiAct: {
      category: 'not listed',
      why: 'It identifies nobody and evaluates nobody, so no entry of annex III names it. It would come close to 6(d) if its alerts were used to assess persons, which is prohibited here.',
    },
    reasons: [
      'A wrong alert can send officers to somebody who did nothing, so every alert is judged by a person first.',
      'Watching public places at scale may keep people from meeting or protesting there, whatever the software does.',
      'It detects people who are far, dark or half hidden less often, so it may fail some places and groups more than others; this is measured per camera.',
    ],
  },
  data: {
    reads: ['Pictures of the cameras that it is permitted for, in memory only.'],
    keeps: [
      {
        what: 'Observations: kind, place, time, box and track number of an object.',
        howLong: 'Until the organisation deletes them; see its retention.',
      },
      {
        what: 'Frame, picture and clip of an observation that raised an alert.',
        howLong: 'As long as the alert.',
      },
    ],
  },
  humanOversight: [
    'An operator confirms or rejects every alert; nothing follows from an alert that nobody judged.',
    'A supervisor, a governance officer or an administrator can stop it on all cameras, or on one group, within two seconds.',
    'The rate of rejected alerts is watched, and a rule may stop the system when it rises.',
  ],
  limits: [
    'Objects narrower than about 20 pixels of the model’s 416, and views from straight above, are not to be relied on.',
    'It was measured on a few clips by day; night, rain and crowds have to be measured where it is used.',
    'Small cars in a queue may swap track numbers; somebody hidden for more than two seconds counts anew.',
    'Other object models (YOLOX-Nano) can take the place of the present one; that is a change, and goes through validation.',
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
