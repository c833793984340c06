import type { Frame } from '../frame.ts';
import { blockGrid, blockMeans } from './block-means.ts';
import { largestGroup } from './largest-group.ts';

export interface MotionGateOptions {
  /** Change of a block's brightness (0–255) that may be motion: at least, and at most whatever the noise. */
  readonly leastChange: number;
  readonly mostChange: number;
  /** In between, a block's change is motion when it is this many times the change that is usual there. */
  readonly noiseFactor: number;
  /** Neighbouring blocks that must change together: leaves and noise change here and there. */
  readonly leastBlocks: number;
  /** Inference goes on for so long after the last motion. */
  readonly holdSeconds: number;
  /** However still the picture, it is looked at this often. */
  readonly longestPauseSeconds: number;
}

export const MOTION_GATE_DEFAULTS: MotionGateOptions = {
  leastChange: 6,
  mostChange: 30,
  noiseFactor: 6,
  leastBlocks: 4,
  holdSeconds: 0.4,
  longestPauseSeconds: 2,
};

/** A picture is compared with the one of so long ago: even what moves slowly has moved by then. */
const COMPARED_SECONDS = 1;
/** What is usual in a block (leaves, water, a flickering lamp) is learnt over this time. */
const NOISE_SECONDS = 15;

type Picture = Pick<Frame, 'streamSeconds' | 'width' | 'height' | 'pixels'>;

/** Mean brightness of each block of a picture. */
interface Summary {
  readonly seconds: number;
  readonly means: Float32Array;
}

/**
 * Decides from the small picture whether a detector could find anything new in it. Blocks of pixels are
 * compared with those of a second ago; what the whole picture gained or lost in brightness (the median
 * over all blocks) does not count, a block where something always stirs must change more than others, and
 * only blocks that change side by side are something that moves.
 *
 * One gate serves one camera.
 */
export class MotionGate {
  readonly #options: MotionGateOptions;
  /** The pictures of the last second, oldest first. */
  #history: Summary[] = [];
  /** The change that is usual in each block. */
  #noise = new Float32Array();
  #changed = new Uint8Array();
  #movedAt = Number.NEGATIVE_INFINITY;
  #openedAt = Number.NEGATIVE_INFINITY;

  constructor(options: Partial<MotionGateOptions> = {}) {
    this.#options = { ...MOTION_GATE_DEFAULTS, ...options };
  }

  /**
   * Takes the next frame and says whether to infer on it: when something moves or moved a moment ago, when
   * the tracker is not settled, when the last look is long ago, and on the first frame.
   */
  opensFor(picture: Picture, isTrackerUnsettled: boolean): boolean {
    const now = picture.streamSeconds;
    const { leastBlocks, holdSeconds, longestPauseSeconds } = this.#options;
    if (this.#movingBlocks(picture) >= leastBlocks) this.#movedAt = now;
    const opens =
      isTrackerUnsettled || now - this.#movedAt <= holdSeconds || now - this.#openedAt >= longestPauseSeconds;
    if (opens) this.#openedAt = now;
    return opens;
  }

  /** Blocks of the largest thing that moves, 0 in the first picture; remembers the picture. */
  #movingBlocks(picture: Picture): number {
    const now = picture.streamSeconds;
    const { columns, rows } = blockGrid(picture);
    const last = this.#history.at(-1);
    const isNewRun = columns * rows !== this.#noise.length || (last !== undefined && now < last.seconds);
    if (isNewRun) this.#begin(columns * rows);

    // The oldest one is not needed once the second is old enough; its memory serves the new one.
    const isSpare = (this.#history[1]?.seconds ?? now) <= now - COMPARED_SECONDS;
    const spare = isSpare ? this.#history.shift() : undefined;
    const means = spare?.means ?? new Float32Array(columns * rows);
    blockMeans(picture, means);
    const reference = this.#history[0];
    this.#history.push({ seconds: now, means });
    if (isNewRun || !last || !reference) return 0;
    this.#markChanged(means, reference.means, now - last.seconds);
    return largestGroup(this.#changed, columns);
  }

  #markChanged(means: Float32Array, reference: Float32Array, passed: number): void {
    const { leastChange, mostChange, noiseFactor } = this.#options;
    const learn = 1 - Math.exp(-passed / NOISE_SECONDS);
    const shift = medianDifference(means, reference);
    for (let block = 0; block < means.length; block++) {
      const change = Math.abs(means[block]! - reference[block]! - shift);
      const usual = this.#noise[block]!;
      const threshold = Math.min(mostChange, Math.max(leastChange, noiseFactor * usual));
      this.#changed[block] = change > threshold ? 1 : 0;
      // What passes by once teaches little, what stirs all the time is learnt.
      this.#noise[block] = usual + learn * (Math.min(change, threshold) - usual);
    }
  }

  #begin(blocks: number): void {
    this.#history = [];
    this.#noise = new Float32Array(blocks);
    this.#changed = new Uint8Array(blocks);
    this.#movedAt = Number.NEGATIVE_INFINITY;
    this.#openedAt = Number.NEGATIVE_INFINITY;
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
