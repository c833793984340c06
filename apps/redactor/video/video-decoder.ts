import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { Picture } from '@amaan/vision/image/picture';
import { FfmpegLog } from '@amaan/vision/sources/ffmpeg-log';
import { FrameAssembler } from '@amaan/vision/sources/frame-assembler';
import { inputArguments, type VideoInput } from './video-input.ts';

const LOOK_PIPE = 3;

/**
 * Whether a frame is looked at: the first of each interval of `1 / analyse` seconds.
 * @param frame counted from 0.
 */
export function isAnalysed(frame: number, { rate }: Pick<VideoInput, 'rate'>, analyse: number): boolean {
  const interval = (index: number) => Math.floor((index * analyse * rate.denominator) / rate.numerator);
  return frame === 0 || interval(frame) !== interval(frame - 1);
}

/**
 * One ffmpeg that decodes a video once and writes it twice: every frame at full size in YUV 4:2:0, which is what is
 * masked and encoded, and small RGB pictures of the frames that are looked at. ffmpeg does all that concerns every pixel.
 */
export class VideoDecoder implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #log = new FfmpegLog({ onInput: () => {}, onFrame: () => {} });
  readonly #ended: Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }>;
  readonly #input: VideoInput;
  #spare: Uint8Array<ArrayBuffer>[] = [];

  /**
   * @param analyse frames per second that are looked at.
   * @param onLook told of each of these pictures, in order; it is not waited for.
   */
  constructor(input: VideoInput, analyse: number, onLook: (picture: Picture) => void) {
    this.#input = input;
    this.#child = spawn(input.ffmpeg.path, decoderArguments(input, analyse), {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    for (const pipe of this.#child.stdio) pipe?.on('error', () => {});
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => this.#log.write(text));
    const { width, height } = input.look;
    const assembler = new FrameAssembler(width * height * 3, (pixels) => onLook({ width, height, pixels }));
    (this.#child.stdio[LOOK_PIPE] as Readable).on('data', (chunk: Buffer) => assembler.write(chunk));
    this.#ended = once(this.#child, 'close').then(
      ([exitCode, signal]) => ({ exitCode, signal }),
      () => ({ exitCode: null, signal: null }),
    );
  }

  /** Every frame, whole ones only; ffmpeg waits for whoever reads. */
  async *frames(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    const size = (this.#input.width * this.#input.height * 3) / 2;
    let frame = this.#buffer(size);
    let filled = 0;
    for await (const chunk of this.#child.stdout as AsyncIterable<Buffer>) {
      for (let read = 0; read < chunk.length; ) {
        const part = chunk.subarray(read, read + size - filled);
        frame.set(part, filled);
        read += part.length;
        filled += part.length;
        if (filled < size) continue;
        yield frame;
        frame = this.#buffer(size);
        filled = 0;
      }
    }
  }

  /** Takes back a frame that nobody holds any more. */
  reuse(frame: Uint8Array<ArrayBuffer>): void {
    this.#spare.push(frame);
  }

  /** How ffmpeg ended, once it has and all that it wrote was handed on. */
  async end() {
    const end = await this.#ended;
    this.#log.end();
    return { ...end, lines: this.#log.lines };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill('SIGKILL');
    this.#child.stdout?.destroy();
    (this.#child.stdio[LOOK_PIPE] as Readable).destroy();
    await this.#ended;
  }

  #buffer(size: number): Uint8Array<ArrayBuffer> {
    // Every byte is overwritten before anybody sees it.
    return this.#spare.pop() ?? new Uint8Array(Buffer.allocUnsafeSlow(size).buffer);
  }
}

function decoderArguments(input: VideoInput, analyse: number): string[] {
  const { rate, width, height, look, ffmpeg } = input;
  const interval = (index: string) => `floor(${index}*${analyse * rate.denominator}/${rate.numerator})`;
  const isLooked = `eq(n\\,0)+not(eq(${interval('n')}\\,${interval('(n-1)')}))`;
  const graph = [
    // Time begins with the file, so that sound that is kept stays in step.
    `[0:V:0]fps=${rate.numerator}/${rate.denominator}:start_time=0,scale=${width}:${height}:flags=bicubic,format=yuv420p,split=2[full][seen]`,
    `[seen]select=${isLooked},scale=${look.width}:${look.height}:flags=fast_bilinear,format=rgb24[look]`,
  ];
  const raw = (label: string, pipe: number) => [
    ...['-map', `[${label}]`, ...ffmpeg.passthroughArguments, '-f', 'rawvideo', `pipe:${pipe}`],
  ];
  return [
    ...['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'repeat+level+info'],
    ...inputArguments(input.source),
    ...['-filter_complex', graph.join(';')],
    ...raw('full', 1),
    ...raw('look', LOOK_PIPE),
  ];
}
