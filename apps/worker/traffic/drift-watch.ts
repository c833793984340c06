import type { CalibrationAnchors, CalibrationDrift } from '@amaan/contracts/traffic/calibration';
import type { TrafficView } from '@amaan/contracts/traffic/traffic-view';
import { findAnchors } from '@amaan/road/calibration/find-anchors';
import { measureDrift } from '@amaan/road/calibration/measure-drift';
import { trafficManagement } from '@amaan/traffic-management/system';
import type { Frame } from '@amaan/vision/frame';

/** How often it is looked whether the camera moved, and how often in a row it must look so before it is told. */
const LOOK_SECONDS = 20;
const LOOKS = 3;
/** Of fewer places it could not be told apart from a vehicle that stands in front of them. */
const LEAST_ANCHORS = 5;

/** What a look at the camera's place brought; null members are nothing new. */
export interface DriftNews {
  /** Anchors that were just taken and found again. */
  readonly anchors: CalibrationAnchors | null;
  /** A verdict that is new, and was the same several times. */
  readonly drift: CalibrationDrift | null;
}

const NOTHING: DriftNews = { anchors: null, drift: null };
const { driftPixels: limitPx } = trafficManagement.thresholds;

/**
 * Watches whether a calibrated camera has moved. Where nothing is known of its place yet, fixed places of the picture are
 * taken, and kept once they were found again: what has driven away meanwhile is none.
 */
export class DriftWatch {
  readonly #view: Pick<TrafficView, 'lanes' | 'calibration'>;
  #anchors: CalibrationAnchors | null;
  #isTaken = false;
  /** The verdict that was told last. */
  #told: CalibrationDrift['verdict'];
  #candidate: { readonly verdict: CalibrationDrift['verdict']; looks: number } | null = null;
  #lookedAt: number | null = null;
  #holds: boolean;

  /** @param moved whether the camera is known to have moved since the calibration */
  constructor(view: Pick<TrafficView, 'lanes' | 'calibration'>, moved: boolean) {
    this.#view = view;
    this.#anchors = view.calibration?.anchors ?? null;
    this.#told = moved ? 'moved' : 'steady';
    this.#holds = !moved;
  }

  /** Whether metres may be told: not from the first doubt on, until the camera is seen where it was. */
  get holds(): boolean {
    return this.#holds;
  }

  look(frame: Frame): DriftNews {
    const { calibration, lanes } = this.#view;
    if (calibration === null) return NOTHING;
    const since = this.#lookedAt === null ? Number.POSITIVE_INFINITY : frame.streamSeconds - this.#lookedAt;
    if (since >= 0 && since < LOOK_SECONDS) return NOTHING;
    this.#lookedAt = frame.streamSeconds;
    if (this.#anchors === null) {
      this.#anchors = findAnchors(
        frame,
        lanes.map(({ polygon }) => polygon),
      );
      this.#isTaken = this.#anchors !== null;
      return NOTHING;
    }
    const drift = measureDrift(this.#anchors, frame, calibration.input.picture, { limitPx });
    if (this.#isTaken) return this.#confirm(this.#anchors, drift);
    return { anchors: null, drift: this.#judge(drift) };
  }

  /** Keeps the anchors that were just taken where they are found again in their places; else others are taken. */
  #confirm(taken: CalibrationAnchors, drift: CalibrationDrift): DriftNews {
    const isSure = drift.verdict === 'steady' && taken.anchors.length >= LEAST_ANCHORS;
    this.#isTaken = false;
    if (!isSure) this.#anchors = null;
    return { anchors: isSure ? taken : null, drift: null };
  }

  #judge(drift: CalibrationDrift): CalibrationDrift | null {
    const { verdict } = drift;
    if (verdict === 'moved') this.#holds = false;
    if (verdict === this.#told) {
      this.#candidate = null;
      if (verdict === 'steady') this.#holds = true;
      return null;
    }
    const looks = this.#candidate?.verdict === verdict ? this.#candidate.looks + 1 : 1;
    this.#candidate = { verdict, looks };
    if (looks < LOOKS) return null;
    // In the dark nothing is known anew: what was known of a camera that moved stays.
    if (verdict === 'unclear' && this.#told === 'moved') return null;
    this.#told = verdict;
    this.#candidate = null;
    if (verdict === 'steady') this.#holds = true;
    return drift;
  }
}
