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
import type { SourceError } from '@amaan/vision/sources/source-error';
import { assertVideoName } from './file-kind.ts';
import type { OutputFile } from './output-file.ts';
import type { RedactOptions } from './redact-options.ts';
import { type RedactionReport, shownFindings } from './redaction-report.ts';
import { openSightingFinder, type SightingFinder } from './sighting-finder.ts';
import { isAnalysed, VideoDecoder } from './video-decoder.ts';
import { VideoEncoder } from './video-encoder.ts';
import { explainVideo, inspectVideo, type VideoInput } from './video-input.ts';

/** Inference threads: ffmpeg has what is left of two cores. */
const THREADS = 2;
/** Pictures that may be under way to the threads; more would only make more frames wait. */
const UNDER_WAY = 3;

/** A picture that is being looked at. */
interface Analysis {
  readonly frame: number;
  readonly summary: PictureSummary;
  readonly sightings: Promise<Sighting[]>;
}

/**
 * Masks a video: decodes it once, looks at `analyse` frames of each second, and masks every frame once what comes after
 * it is known. A file that was cut off gives a result as long as what is there, and `onTruncated` is told.
 *
 * @throws SourceError when it cannot be read; RedactError when the result cannot be written. Nothing is left then.
 */
export async function redactVideo(
  file: string,
  output: OutputFile,
  options: RedactOptions,
  onTruncated: (error: SourceError) => void,
): Promise<RedactionReport> {
  assertVideoName(output.path);
  const { kinds, style, analyse, keepAudio, signal } = options;
  const input = await inspectVideo(file);
  await using finder = await openSightingFinder(kinds, THREADS);
  const run = new RedactionRun(input, finder, options);
  await using decoder = new VideoDecoder(input, analyse, (picture) => run.look(picture));
  await using encoder = new VideoEncoder(input, output, keepAudio);
  let frames = 0;
  for await (const frame of decoder.frames()) {
    signal.throwIfAborted();
    frames += 1;
    await run.take(frame, encoder, decoder);
  }
  const end = await decoder.end();
  signal.throwIfAborted();
  const failure = await explainVideo(input, end, frames);
  if (failure !== null && (failure.code !== 'SOURCE_TRUNCATED' || frames === 0)) throw failure;
  await run.finish(encoder, decoder);
  await encoder.finish();
  if (failure !== null) onTruncated(failure);
  const { width, height, rate, hasAudio } = input;
  return {
    file,
    out: output.path,
    width,
    height,
    frames,
    analysed: run.analysed,
    style,
    audio: !hasAudio ? 'none' : keepAudio ? 'kept' : 'dropped',
    complete: failure === null,
    ...shownFindings(run.plan.things, run.plan.looks, rate.numerator / rate.denominator, frames, input),
  };
}

/** Frames that wait for what comes after them, and what is known so far. */
class RedactionRun {
  readonly plan: CoverPlan;
  readonly #input: VideoInput;
  readonly #finder: SightingFinder;
  readonly #options: RedactOptions;
  readonly #sharpness = new SharpnessWatch();
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #underWay: Analysis[] = [];
  #before: PictureSummary | null = null;
  #nextLook = 0;
  #looks = 0;
  #masked = 0;
  analysed = 0;

  constructor(input: VideoInput, finder: SightingFinder, options: RedactOptions) {
    const framesPerSecond = input.rate.numerator / input.rate.denominator;
    const interval = Math.max(1, Math.ceil(framesPerSecond / options.analyse));
    this.plan = new CoverPlan(coverOptions(), { framesPerSecond, interval });
    this.#input = input;
    this.#finder = finder;
    this.#options = options;
  }

  /** The next picture of those that are looked at. */
  look(picture: Picture): void {
    const frame = this.#nextLook;
    do this.#nextLook += 1;
    while (!isAnalysed(this.#nextLook, this.#input, this.#options.analyse));
    const isFine = this.#looks % redaction.settings.fineEvery === 0;
    this.#looks += 1;
    const sightings = this.#finder.find(picture, isFine ? 'fine-frame' : 'coarse-frame');
    // Whoever waits for it is told; that it failed before is no news.
    sightings.catch(() => {});
    this.#underWay.push({ frame, summary: summarise(picture), sightings });
  }

  /** The next frame at full size; masks and writes those that are settled. */
  async take(frame: Uint8Array<ArrayBuffer>, encoder: VideoEncoder, decoder: VideoDecoder): Promise<void> {
    this.#waiting.push(frame);
    while (this.#underWay.length > UNDER_WAY) await this.#settleOne();
    await this.#writeSettled(encoder, decoder);
  }

  async finish(encoder: VideoEncoder, decoder: VideoDecoder): Promise<void> {
    while (this.#underWay.length > 0) await this.#settleOne();
    this.plan.finish();
    await this.#writeSettled(encoder, decoder);
  }

  async #settleOne(): Promise<void> {
    const { frame, summary, sightings } = this.#underWay.shift()!;
    const isCut = this.#before !== null && isSceneCut(this.#before, summary);
    if (this.#sharpness.isBlurred(summary, isCut)) this.plan.note({ frame, reason: 'blurred' });
    this.#before = summary;
    this.plan.see(frame, await sightings, isCut);
    this.analysed += 1;
  }

  async #writeSettled(encoder: VideoEncoder, decoder: VideoDecoder): Promise<void> {
    const { width, height } = this.#input;
    while (this.#waiting.length > 0 && this.plan.isSettled(this.#masked)) {
      this.#options.signal.throwIfAborted();
      const pixels = this.#waiting.shift()!;
      const boxes = this.plan.coversAt(this.#masked).map(({ box }) => box);
      maskYuvFrame({ width, height, pixels }, boxes, this.#options.style);
      this.#masked += 1;
      await encoder.write(pixels, () => decoder.reuse(pixels));
    }
  }
}
