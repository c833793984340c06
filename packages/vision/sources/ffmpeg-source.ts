import type { Frame } from '../frame.ts';
import { CaptureClock } from './capture-clock.ts';
import { isCutOff } from './cut-off-file.ts';
import { explainFailure } from './explain-failure.ts';
import { ffmpegArguments, type ReadingPlan } from './ffmpeg-arguments.ts';
import type { FrameReport, InputReport, VideoReport } from './ffmpeg-log.ts';
import { FfmpegRun } from './ffmpeg-run.ts';
import { type Ffmpeg, findFfmpeg } from './find-ffmpeg.ts';
import { FrameQueue } from './frame-queue.ts';
import type { FrameSource, SourceInfo, SourceOptions } from './frame-source.ts';
import { reachHost } from './reach-host.ts';
import { SourceError } from './source-error.ts';
import { inspectInput, type SourceInput } from './source-input.ts';

/** Seconds that a source may take to its first frame: cameras send a key frame every ten at least. */
const OPENING_SECONDS = 20;
const STALL_SECONDS = 10;
/** Seconds by which a camera's time may run backwards before it is opened again. */
const BACKWARDS_SECONDS = 2;
/** Where time begins when there are fragments; see `ffmpegArguments`. */
const FRAGMENT_ORIGIN = 1;

/**
 * Opens a file, camera or picture and waits for its first frame.
 *
 * @example
 * await using source = await openSource({ url: 'street.mp4', analysisRate: 5, fit: { width: 416, height: 416 },
 *   realTime: false, loop: false, delivery: 'every' });
 * for await (const frame of source) console.log(frame.streamSeconds, frame.width, frame.height);
 *
 * @throws SourceError with the code of what is wrong; no process is left behind
 */
export async function openSource(options: SourceOptions): Promise<FrameSource> {
  const ffmpeg = await findFfmpeg();
  const input = await inspectInput(options.url);
  if (input.kind !== 'file') await reachHost(input, options.signal ?? new AbortController().signal);
  using _admission = await options.admission?.();
  const guess: ReadingPlan = { fragments: 'copy', arrivalTimes: false };
  const first = await FfmpegSource.begin(ffmpeg, input, guess, options);
  if (first.plan === guess) return await first.opened();
  await first[Symbol.asyncDispose]();
  return await (await FfmpegSource.begin(ffmpeg, input, first.plan, options)).opened();
}

/** How a video has to be read: what the guess should have been, or the guess itself where it was right. */
function planFor(report: InputReport | null, guess: ReadingPlan, withFragments: boolean): ReadingPlan {
  if (report?.video == null) return guess;
  const plan: ReadingPlan = {
    fragments: withFragments && !playsInBrowsers(report.video) ? 'encode' : 'copy',
    arrivalTimes: report.format === 'mpjpeg' || report.format === 'mjpeg',
  };
  return plan.fragments === guess.fragments && plan.arrivalTimes === guess.arrivalTimes ? guess : plan;
}

function playsInBrowsers({ codec, pixelFormat }: VideoReport): boolean {
  return codec === 'h264' && (pixelFormat === 'yuv420p' || pixelFormat === 'yuvj420p');
}

class FfmpegSource implements FrameSource {
  readonly #input: SourceInput;
  readonly #options: SourceOptions;
  readonly #originSeconds: number;
  readonly #run: FfmpegRun;
  readonly #queue: FrameQueue;
  readonly #clock = new CaptureClock();
  readonly #firstFrame = Promise.withResolvers<FrameReport>();
  readonly #finished: Promise<void>;
  #watchdog: NodeJS.Timeout;
  #plan: ReadingPlan;
  #report: InputReport | null = null;
  #info: SourceInfo | null = null;
  #failure: SourceError | null = null;
  #stopped = false;
  #paused = false;
  #framesRead = 0;
  #framesDropped = 0;
  #lastSeconds = Number.NEGATIVE_INFINITY;

  private constructor(ffmpeg: Ffmpeg, input: SourceInput, plan: ReadingPlan, options: SourceOptions) {
    this.#input = input;
    this.#options = options;
    this.#plan = plan;
    this.#originSeconds = options.originSeconds ?? (options.fragments === undefined ? 0 : FRAGMENT_ORIGIN);
    this.#queue = new FrameQueue({
      delivery: options.delivery,
      onDrop: (frame) => this.#drop(frame),
      onFull: (full) => this.#pause(full),
    });
    const args = ffmpegArguments(ffmpeg, input, plan, options, this.#originSeconds);
    this.#run = new FfmpegRun(ffmpeg.path, args, options.fragments !== undefined, {
      onFrame: (report, pixels, arrivedAt) => this.#deliver(report, pixels, arrivedAt),
      onFragments: (chunk) => this.#passOn(chunk),
      onChange: () => this.#changed(),
    });
    this.#watchdog = setTimeout(() => this.#stalled(), OPENING_SECONDS * 1000);
    this.#firstFrame.promise.catch(() => {});
    options.signal?.addEventListener('abort', this.#abort, { once: true });
    this.#finished = this.#finish();
  }

  /** Starts ffmpeg and lets it describe its input; `plan` then says how it should be read. */
  static async begin(
    ffmpeg: Ffmpeg,
    input: SourceInput,
    plan: ReadingPlan,
    options: SourceOptions,
  ): Promise<FfmpegSource> {
    options.signal?.throwIfAborted();
    const source = new FfmpegSource(ffmpeg, input, plan, options);
    source.#report = await source.#run.report;
    source.#plan = planFor(source.#report, plan, options.fragments !== undefined);
    return source;
  }

  get plan(): ReadingPlan {
    return this.#plan;
  }

  /** Waits for the first frame. */
  async opened(): Promise<FrameSource> {
    this.#run.start();
    try {
      const frame = await this.#firstFrame.promise;
      this.#info = this.#describe(frame);
      return this;
    } catch (error) {
      await this[Symbol.asyncDispose]();
      throw error;
    }
  }

  get info(): SourceInfo {
    if (this.#info === null) throw new Error('The source is not open.');
    return this.#info;
  }

  get framesDropped(): number {
    return this.#framesDropped;
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Frame> {
    for (let frame = await this.#queue.take(); frame !== null; frame = await this.#queue.take()) yield frame;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true;
    this.#queue.clear();
    await this.#run.stop();
    await this.#finished;
  }

  readonly #abort = (): void => {
    this.#failure ??= new SourceError('SOURCE_FAILED', `Opening ${this.#input.shown} was given up.`);
    this.#run.kill();
  };

  async #finish(): Promise<void> {
    const end = await this.#run.ended;
    clearTimeout(this.#watchdog);
    this.#options.signal?.removeEventListener('abort', this.#abort);
    const error = this.#stopped ? null : (this.#failure ?? (await this.#explain(end)));
    this.#firstFrame.reject(error ?? new SourceError('SOURCE_FAILED', `${this.#input.shown} was closed.`));
    this.#queue.end(error);
  }

  async #explain(end: Awaited<FfmpegRun['ended']>): Promise<SourceError | null> {
    const { kind, target } = this.#input;
    const [input, report, framesRead] = [this.#input, this.#report, this.#framesRead];
    const mayBeCutOff = kind === 'file' && !(this.#options.loop && framesRead > 0);
    const cutOff = mayBeCutOff && (await isCutOff(target).catch(() => false));
    return explainFailure({ ...end, input, report, framesRead, cutOff });
  }

  #deliver(report: FrameReport, pixels: Uint8Array<ArrayBuffer>, arrivedAt: number): void {
    if (report.seconds <= this.#lastSeconds && this.#isLive()) {
      this.#runBackwards(report, pixels);
      return;
    }
    this.#lastSeconds = report.seconds;
    const index = this.#framesRead++;
    if (index === 0) this.#watchFor(this.#options.stallSeconds ?? STALL_SECONDS);
    else this.#watchdog.refresh();
    this.#queue.put({
      index,
      streamSeconds: this.#originSeconds + report.seconds,
      capturedAt: this.#capturedAt(report.seconds, arrivedAt),
      width: report.width,
      height: report.height,
      pixels,
    });
    if (index === 0) this.#firstFrame.resolve(report);
  }

  /** The first frames of RTSP often come with times that are corrected a moment later: those are dropped. */
  #runBackwards(report: FrameReport, pixels: Uint8Array<ArrayBuffer>): void {
    this.#framesDropped++;
    this.#run.reuse(pixels);
    if (this.#lastSeconds - report.seconds > BACKWARDS_SECONDS) {
      this.#reopen(`${this.#input.shown} set its clock back.`);
    }
  }

  /** Live pictures are dated by our clock, recordings by the time that they were made. */
  #capturedAt(seconds: number, arrivedAt: number): number {
    if (this.#isLive()) return this.#clock.capturedAt(seconds, arrivedAt);
    const begin = this.#report?.createdAt ?? this.#input.file?.modifiedAt ?? 0;
    return begin + seconds * 1000;
  }

  #isLive(): boolean {
    if (this.#options.realTime || this.#input.kind === 'rtsp') return true;
    return this.#input.kind === 'http' && this.#report?.durationSeconds == null;
  }

  #describe(frame: FrameReport): SourceInfo {
    const video = this.#report?.video;
    return {
      codec: video?.codec ?? 'unknown',
      width: video?.width || frame.width,
      height: video?.height || frame.height,
      framesPerSecond: video?.framesPerSecond ?? null,
      durationSeconds: this.#input.kind === 'rtsp' ? null : (this.#report?.durationSeconds ?? null),
      frameWidth: frame.width,
      frameHeight: frame.height,
    };
  }

  #passOn(chunk: Uint8Array): void {
    try {
      this.#options.fragments?.(chunk);
    } catch (cause) {
      const message = `The video of ${this.#input.shown} could not be kept: ${(cause as Error).message}`;
      this.#failure ??= new SourceError('SOURCE_FAILED', message, { cause });
      this.#run.kill();
    }
  }

  #drop(frame: Frame): void {
    this.#framesDropped++;
    this.#run.reuse(frame.pixels);
  }

  #pause(paused: boolean): void {
    this.#paused = paused;
    this.#run.pause(paused);
    if (!paused) this.#watchdog.refresh();
  }

  #watchFor(seconds: number): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#stalled(), seconds * 1000);
  }

  #stalled(): void {
    // Whoever was made to wait is not late.
    if (this.#paused) {
      this.#watchdog.refresh();
      return;
    }
    const shown = this.#input.shown;
    this.#failure ??=
      this.#report === null
        ? new SourceError('SOURCE_UNREACHABLE', `${shown} did not answer within ${OPENING_SECONDS} seconds.`)
        : new SourceError('SOURCE_STALLED', `${shown} is connected, but sends no pictures any more.`);
    this.#run.kill();
  }

  #changed(): void {
    // A recording goes on in the size that it began with; a camera is opened again in its new size.
    if (this.#isLive()) this.#reopen(`${this.#input.shown} changed the size of its picture.`);
  }

  #reopen(reason: string): void {
    this.#failure ??= new SourceError('SOURCE_CHANGED', reason);
    this.#run.kill();
  }
}
