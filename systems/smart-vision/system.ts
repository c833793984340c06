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
  version: '0.1.0',
  purposes: ['object-detection', 'line-crossing', 'zone-entry', 'loitering', 'object-search'],
  prohibited: [
    'Estimate or report age, sex, ethnicity, emotion or any other trait of a person.',
    'Recognise or re-identify a person, or join tracks of a person across cameras or visits.',
    'Decide: what it reports is seen and judged by a person.',
  ],
  riskTier: 'limited',
  models: ['nanodet-g-416', 'yolox-nano-416'],
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
