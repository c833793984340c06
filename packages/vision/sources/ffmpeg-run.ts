import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { FRAGMENT_PIPE, FRAME_PIPE, LOG_PIPE } from './ffmpeg-arguments.ts';
import { FfmpegLog, type FrameReport, type InputReport } from './ffmpeg-log.ts';
import { FrameAssembler } from './frame-assembler.ts';

/** Milliseconds that ffmpeg gets to say goodbye to its camera before it is killed. */
const GOODBYE_MS = 2000;

export interface RunListener {
  /** A frame and what the log says of it. `arrivedAt` is Unix time in milliseconds. */
  onFrame(report: FrameReport, pixels: Uint8Array<ArrayBuffer>, arrivedAt: number): void;
  onFragments(chunk: Uint8Array): void;
  /** The picture's size or format changed in mid-stream: sizes of frames are no longer to be relied on. */
  onChange(): void;
}

export interface RunEnd {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lines: readonly string[];
}

/**
 * One ffmpeg process: pairs each raw frame of one pipe with its line in the log. The k-th line belongs to
 * the k-th frame, since nothing behind `showinfo` drops or adds frames. Nothing is read from the pipes
 * before `start`, so that a run that turns out wrong leaves no trace.
 */
export class FfmpegRun {
  readonly #child: ChildProcess;
  readonly #listener: RunListener;
  readonly #log: FfmpegLog;
  readonly #report = Promise.withResolvers<InputReport | null>();
  readonly #ended: Promise<RunEnd>;
  #assembler: FrameAssembler | null = null;
  #frameSize: { readonly width: number; readonly height: number } | null = null;
  #times: { readonly report: FrameReport; readonly arrivedAt: number }[] = [];
  #pictures: Uint8Array<ArrayBuffer>[] = [];
  #started = false;
  #paused = false;

  constructor(path: string, args: readonly string[], withFragments: boolean, listener: RunListener) {
    this.#listener = listener;
    this.#log = new FfmpegLog({
      onInput: (input) => this.#report.resolve(input),
      onFrame: (report) => this.#onTime(report),
    });
    this.#child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe', withFragments ? 'pipe' : 'ignore'] });
    const log = this.#pipe(LOG_PIPE);
    log?.setEncoding('utf8').on('data', (text: string) => this.#log.write(text));
    // A pipe that breaks because its process died is told by the end of the process.
    for (const pipe of this.#child.stdio) pipe?.on('error', () => {});
    this.#ended = this.#end();
  }

  /** What ffmpeg found, or null where it ended before it could tell. */
  get report(): Promise<InputReport | null> {
    return this.#report.promise;
  }

  /** Settles once the process is gone and all that it wrote has been handed on. */
  get ended(): Promise<RunEnd> {
    return this.#ended;
  }

  /** Begins to hand on frames and fragments. */
  start(): void {
    this.#started = true;
    this.#pipe(FRAGMENT_PIPE)?.on('data', (chunk: Buffer) => this.#listener.onFragments(chunk));
    this.#readFrames();
  }

  /** Makes ffmpeg wait, by not reading its frames, or lets it go on. */
  pause(paused: boolean): void {
    if (paused === this.#paused) return;
    this.#paused = paused;
    const pipe = this.#pipe(FRAME_PIPE);
    if (paused) pipe?.pause();
    else pipe?.resume();
  }

  /** Takes back the pixels of a frame that was handed on and that nobody holds. */
  reuse(pixels: Uint8Array<ArrayBuffer>): void {
    this.#assembler?.reuse(pixels);
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** Ends the process and waits for it. A camera is told, so that it frees its session. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    // A process that waits to write would not see the signal.
    this.#pipe(FRAME_PIPE)?.destroy();
    this.#pipe(FRAGMENT_PIPE)?.destroy();
    const killer = setTimeout(() => this.kill(), GOODBYE_MS);
    await this.#ended;
    clearTimeout(killer);
  }

  async #end(): Promise<RunEnd> {
    const { promise, resolve } = Promise.withResolvers<RunEnd>();
    let failure: string | null = null;
    this.#child.once('error', (error) => {
      failure = `[error] ${error.message}`;
      if (this.#child.pid === undefined) resolve({ exitCode: null, signal: null, lines: [failure] });
    });
    this.#child.once('close', (exitCode, signal) => {
      this.#log.end();
      resolve({ exitCode, signal, lines: this.#log.lines });
    });
    const end = await promise;
    this.#report.resolve(null);
    return end;
  }

  #pipe(descriptor: number): Readable | null {
    return (this.#child.stdio[descriptor] as Readable | null | undefined) ?? null;
  }

  #onTime(report: FrameReport): void {
    const size = this.#frameSize;
    if (size === null) {
      this.#frameSize = { width: report.width, height: report.height };
      this.#assembler = new FrameAssembler(report.width * report.height * 3, (pixels) => {
        this.#pictures.push(pixels);
        this.#pair();
      });
      this.#readFrames();
    } else if (size.width !== report.width || size.height !== report.height) {
      this.#listener.onChange();
    }
    this.#times.push({ report, arrivedAt: Date.now() });
    this.#pair();
  }

  /** Frames can be read once their size is known and somebody wants them. */
  #readFrames(): void {
    const assembler = this.#assembler;
    if (!this.#started || assembler === null) return;
    this.#pipe(FRAME_PIPE)?.on('data', (chunk: Buffer) => assembler.write(chunk));
  }

  #pair(): void {
    while (this.#times.length > 0 && this.#pictures.length > 0) {
      const time = this.#times.shift();
      const pixels = this.#pictures.shift();
      const size = this.#frameSize;
      if (time === undefined || pixels === undefined || size === null) return;
      // ffmpeg scales every later frame to the size of the first.
      this.#listener.onFrame({ ...time.report, ...size }, pixels, time.arrivedAt);
    }
  }
}
