/** What a detector keeps. Both are part of the configuration that a permit covers. */
export interface DetectionThresholds {
  /** Least confidence of a detection, 0–1. */
  readonly confidence: number;
  /** Of two boxes of one class whose intersection over union is above this, the weaker one goes. */
  readonly overlap: number;
}
