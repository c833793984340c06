import type { Detection, TrackedObject } from '@amaan/contracts/detection';
import type { Box, Point } from '@amaan/contracts/geometry';
import type { ObjectClass } from '@amaan/contracts/object-class';
import { footPoint } from './foot-point.ts';
import { KalmanBoxFilter } from './kalman-box-filter.ts';
import { ThinnedPath } from './thinned-path.ts';

/** Points of a path that are kept, as many as an observation may carry. */
const PATH_POINTS = 32;

/** A track that will not be seen again. Times are seconds on the stream's clock. */
export interface EndedTrack {
  /** Class by vote, and box and confidence of the best detection. */
  readonly object: TrackedObject;
  readonly bestSeconds: number;
  readonly firstSeconds: number;
  readonly lastSeconds: number;
  /** Foot points from first to last, thinned to at most 32. */
  readonly path: Point[];
}

/** One object over time, as `ByteTracker` keeps it. */
export class Track {
  /** 0 until it is confirmed. */
  id = 0;
  hits = 0;
  lastSeconds: number;
  readonly #firstSeconds: number;
  readonly #filter: KalmanBoxFilter;
  readonly #votes = new Map<ObjectClass, number>();
  readonly #path = new ThinnedPath(PATH_POINTS);
  #seconds: number;
  #last: Detection;
  #best: Detection;
  #bestSeconds: number;

  constructor(detection: Detection, seconds: number) {
    this.#filter = new KalmanBoxFilter(detection.box);
    this.#firstSeconds = seconds;
    this.#seconds = seconds;
    this.#last = detection;
    this.#best = detection;
    this.#bestSeconds = seconds;
    this.lastSeconds = seconds;
    this.#count(detection);
  }

  /** Where it should be now. */
  get box(): Box {
    return this.#filter.box;
  }

  /** The class with the largest sum of confidences so far; of equals the one seen first. */
  get class(): ObjectClass {
    let winner = this.#last.class;
    let most = 0;
    for (const [candidate, votes] of this.#votes) {
      if (votes > most) {
        winner = candidate;
        most = votes;
      }
    }
    return winner;
  }

  /** The latest detection under the track's own class. */
  get object(): TrackedObject {
    return { class: this.class, confidence: this.#last.confidence, box: this.#last.box, track: this.id };
  }

  /** Moves the estimate on to `seconds`. */
  predict(seconds: number): void {
    if (this.lastSeconds < this.#seconds) this.#filter.holdSize();
    this.#filter.predict(seconds - this.#seconds);
    this.#seconds = seconds;
  }

  /** Takes a detection of the moment predicted for. */
  see(detection: Detection): void {
    this.#filter.update(detection.box);
    this.lastSeconds = this.#seconds;
    this.#last = detection;
    if (detection.confidence > this.#best.confidence) {
      this.#best = detection;
      this.#bestSeconds = this.#seconds;
    }
    this.#count(detection);
  }

  /** It is where it was: nothing moved up to `seconds`. */
  stay(seconds: number): void {
    this.#filter.rest();
    this.#seconds = seconds;
    this.lastSeconds = seconds;
  }

  end(): EndedTrack {
    return {
      object: {
        class: this.class,
        confidence: this.#best.confidence,
        box: this.#best.box,
        track: this.id,
      },
      bestSeconds: this.#bestSeconds,
      firstSeconds: this.#firstSeconds,
      lastSeconds: this.lastSeconds,
      path: this.#path.points,
    };
  }

  #count(detection: Detection): void {
    this.hits += 1;
    this.#votes.set(detection.class, (this.#votes.get(detection.class) ?? 0) + detection.confidence);
    this.#path.add(footPoint(detection.box));
  }
}
