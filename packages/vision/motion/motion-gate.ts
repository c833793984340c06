import type { Frame } from '../frame.ts';
import { blockCount, blockMeans } from './block-means.ts';

export interface MotionGateOptions {
  /** Least change of a block's brightness (0–255) that may be motion. */
  readonly leastChange: number;
  /** A block's change is motion when it is this many times the change that is usual there. */
  readonly noiseFactor: number;
  /** Blocks that must change for the picture to move. */
  readonly leastBlocks: number;
  /** Inference goes on for so long after the last motion. */
  readonly holdSeconds: number;
  /** However still the picture, it is looked at this often. */
  readonly longestPauseSeconds: number;
}

export const MOTION_GATE_DEFAULTS: MotionGateOptions = {
  leastChange: 3,
  noiseFactor: 3,
  leastBlocks: 2,
  holdSeconds: 1,
  longestPauseSeconds: 5,
};

/** The background follows the picture within this time: slow movers still differ from it. */
const BACKGROUND_SECONDS = 1;
/** What is usual in a block (leaves, water, a flickering lamp) is learnt over this time. */
const NOISE_SECONDS = 15;

/**
 * Decides from the small picture whether a detector could find anything new in it. Blocks of pixels are
 * compared with an adaptive background; the change of the whole picture's brightness (the median over all
 * blocks) does not count, and a block where something always stirs must change more than elsewhere.
 *
 * One gate serves one camera. It costs about a tenth of a millisecond per frame.
 */
export class MotionGate {
  readonly #options: MotionGateOptions;
  #means = new Float32Array();
  #background = new Float32Array();
  #noise = new Float32Array();
  #seconds = Number.NEGATIVE_INFINITY;
  #movedAt = Number.NEGATIVE_INFINITY;
  #openedAt = Number.NEGATIVE_INFINITY;
  #movingBlocks = 0;

  constructor(options: Partial<MotionGateOptions> = {}) {
    this.#options = { ...MOTION_GATE_DEFAULTS, ...options };
  }

  /** Blocks that moved in the last frame. */
  get movingBlocks(): number {
    return this.#movingBlocks;
  }

  /**
   * Takes the next frame and says whether to infer on it: when something moves or moved a moment ago, when
   * the tracker is not settled, when the last look is long ago, and on the first frame.
   */
  opensFor(
    frame: Pick<Frame, 'streamSeconds' | 'width' | 'height' | 'pixels'>,
    isTrackerUnsettled: boolean,
  ): boolean {
    const now = frame.streamSeconds;
    if (this.#means.length !== blockCount(frame) || now < this.#seconds) this.#begin(frame);
    else this.#compare(frame);
    this.#seconds = now;
    if (this.#movingBlocks >= this.#options.leastBlocks) this.#movedAt = now;

    const { holdSeconds, longestPauseSeconds } = this.#options;
    const opens =
      isTrackerUnsettled || now - this.#movedAt <= holdSeconds || now - this.#openedAt >= longestPauseSeconds;
    if (opens) this.#openedAt = now;
    return opens;
  }

  #begin(frame: Pick<Frame, 'width' | 'height' | 'pixels'>): void {
    const count = blockCount(frame);
    this.#means = new Float32Array(count);
    blockMeans(frame, this.#means);
    this.#background = this.#means.slice();
    this.#noise = new Float32Array(count);
    this.#movingBlocks = 0;
    this.#movedAt = Number.NEGATIVE_INFINITY;
    this.#openedAt = Number.NEGATIVE_INFINITY;
  }

  #compare(frame: Pick<Frame, 'streamSeconds' | 'width' | 'height' | 'pixels'>): void {
    blockMeans(frame, this.#means);
    const { leastChange, noiseFactor } = this.#options;
    const passed = frame.streamSeconds - this.#seconds;
    const follow = 1 - Math.exp(-passed / BACKGROUND_SECONDS);
    const learn = 1 - Math.exp(-passed / NOISE_SECONDS);
    const shift = medianDifference(this.#means, this.#background);

    let moving = 0;
    for (let block = 0; block < this.#means.length; block++) {
      const difference = this.#means[block]! - this.#background[block]!;
      const change = Math.abs(difference - shift);
      const usual = this.#noise[block]!;
      const threshold = Math.max(leastChange, noiseFactor * usual);
      if (change > threshold) moving += 1;
      // What passes by once teaches little, what stirs all the time is learnt.
      this.#noise[block] = usual + learn * (Math.min(change, threshold) - usual);
      this.#background[block]! += follow * difference;
    }
    this.#movingBlocks = moving;
  }
}

/** Counts of differences from −255 to 255; reused, because it never outlives a call. */
const histogram = new Uint32Array(511);

/** Median of a − b, to the nearest whole number. */
function medianDifference(a: Float32Array, b: Float32Array): number {
  histogram.fill(0);
  for (let index = 0; index < a.length; index++) {
    histogram[Math.round(a[index]! - b[index]!) + 255]! += 1;
  }
  let below = 0;
  for (let bin = 0; bin < histogram.length; bin++) {
    below += histogram[bin]!;
    if (2 * below >= a.length) return bin - 255;
  }
  return 0;
}
