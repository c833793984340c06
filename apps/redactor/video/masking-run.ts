import type { MaskStyle } from '@amaan/contracts/redaction/masking';
import { CoverPlan } from '@amaan/redaction/covers/cover-plan';
import {
  isSceneCut,
  type PictureSummary,
  SharpnessWatch,
  summarise,
} from '@amaan/redaction/look/picture-change';
import { maskYuvFrame } from '@amaan/redaction/masks/mask-yuv-frame';
import type { Sighting } from '@amaan/redaction/sightings/sighting';
import { coverOptions, redaction } from '@amaan/redaction/system';
import type { Picture } from '@amaan/vision/image/picture';
import type { SightingFinder } from '../finding/sighting-finder.ts';
import { isAnalysed } from './video-decoder.ts';
import type { VideoInput } from './video-input.ts';

/** Pictures that may be under way to the threads; more would only make more frames wait. */
const UNDER_WAY = 3;

/** A picture that is being looked at. */
interface Analysis {
  readonly frame: number;
  readonly summary: PictureSummary;
  readonly sightings: Promise<Sighting[]>;
  /** Whether waiting for it takes no time. */
  isDone: boolean;
}

/** Where masked frames go. */
export interface MaskedFrames {
  /** @param onWritten told once nobody holds the frame's pixels any more. */
  write(frame: Uint8Array, onWritten: () => void): Promise<void>;
}

/** Where frames come from. */
export interface FrameBuffers {
  /** Takes back a frame that nobody holds any more. */
  reuse(frame: Uint8Array<ArrayBuffer>): void;
}

export interface MaskingRunOptions {
  readonly style: MaskStyle;
  /** Frames of each second that are looked at. */
  readonly analyse: number;
  readonly signal: AbortSignal;
}

/** Frames that wait for what comes after them, and what is known so far. */
export class MaskingRun {
  readonly plan: CoverPlan;
  readonly #input: Pick<VideoInput, 'width' | 'height' | 'rate'>;
  readonly #finder: Pick<SightingFinder, 'find'>;
  readonly #options: MaskingRunOptions;
  readonly #buffers: FrameBuffers;
  readonly #masked: MaskedFrames;
  readonly #sharpness = new SharpnessWatch();
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #underWay: Analysis[] = [];
  #before: PictureSummary | null = null;
  #nextLook = 0;
  #looks = 0;
  #nextFrame = 0;
  analysed = 0;

  constructor(
    input: Pick<VideoInput, 'width' | 'height' | 'rate'>,
    finder: Pick<SightingFinder, 'find'>,
    options: MaskingRunOptions,
    buffers: FrameBuffers,
    masked: MaskedFrames,
  ) {
    const framesPerSecond = input.rate.numerator / input.rate.denominator;
    const interval = Math.max(1, Math.ceil(framesPerSecond / options.analyse));
    this.plan = new CoverPlan(coverOptions(), { framesPerSecond, interval });
    this.#input = input;
    this.#finder = finder;
    this.#options = options;
    this.#buffers = buffers;
    this.#masked = masked;
  }

  /** The next picture of those that are looked at. */
  look(picture: Picture): void {
    const frame = this.#nextLook;
    do this.#nextLook += 1;
    while (!isAnalysed(this.#nextLook, this.#input.rate, this.#options.analyse));
    const isFine = this.#looks % redaction.settings.fineEvery === 0;
    this.#looks += 1;
    const sightings = this.#finder.find(picture, isFine ? 'fine-frame' : 'coarse-frame');
    const analysis: Analysis = { frame, summary: summarise(picture), sightings, isDone: false };
    const done = () => {
      analysis.isDone = true;
    };
    // Whoever waits for it is told; that it failed before is no news.
    sightings.then(done, done);
    this.#underWay.push(analysis);
  }

  /** The next frame at full size; masks and writes those that are settled. */
  async take(frame: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#waiting.push(frame);
    while (this.#underWay.length > UNDER_WAY || this.#underWay[0]?.isDone) await this.#settleOne();
    await this.#writeSettled();
  }

  async finish(): Promise<void> {
    while (this.#underWay.length > 0) await this.#settleOne();
    this.plan.finish();
    await this.#writeSettled();
  }

  async #settleOne(): Promise<void> {
    const { frame, summary, sightings } = this.#underWay.shift()!;
    const isCut = this.#before !== null && isSceneCut(this.#before, summary);
    if (this.#sharpness.isBlurred(summary, isCut)) this.plan.note({ frame, reason: 'blurred' });
    this.#before = summary;
    this.plan.see(frame, await sightings, isCut);
    this.analysed += 1;
  }

  async #writeSettled(): Promise<void> {
    const { width, height } = this.#input;
    while (this.#waiting.length > 0 && this.plan.isSettled(this.#nextFrame)) {
      this.#options.signal.throwIfAborted();
      const pixels = this.#waiting.shift()!;
      const boxes = this.plan.coversAt(this.#nextFrame).map(({ box }) => box);
      maskYuvFrame({ width, height, pixels }, boxes, this.#options.style);
      this.#nextFrame += 1;
      await this.#masked.write(pixels, () => this.#buffers.reuse(pixels));
    }
  }
}
