import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Picture } from '@amaan/vision/image/picture';
import { FfmpegLog } from '@amaan/vision/sources/ffmpeg-log';
import type { Ffmpeg } from '@amaan/vision/sources/find-ffmpeg';
import { FrameAssembler } from '@amaan/vision/sources/frame-assembler';
import type { FrameRate } from './frame-rate.ts';

const LOOK_PIPE = 3;

/**
 * Whether a frame is looked at: the first of each interval of `1 / analyse` seconds.
 * @param frame counted from 0.
 */
export function isAnalysed(frame: number, rate: FrameRate, analyse: number): boolean {
  const interval = (index: number) => Math.floor((index * analyse * rate.denominator) / rate.numerator);
  return frame === 0 || interval(frame) !== interval(frame - 1);
}

/** What is decoded, and how. */
export interface DecoderOrder {
  readonly ffmpeg: Pick<Ffmpeg, 'path' | 'passthroughArguments'>;
  /** Arguments up to and with `-i`; `pipe:0` is what is written to `input`. */
  readonly input: readonly string[];
  /** Filter that gives frames their rate. */
  readonly rateFilter: string;
  readonly rate: FrameRate;
  /** Of the frames, in pixels, even; and ffmpeg's way of scaling to it. */
  readonly width: number;
  readonly height: number;
  readonly scaling: 'bicubic' | 'fast_bilinear';
  /** Of the frames that are looked at. */
  readonly look: { readonly width: number; readonly height: number };
  /** Frames per second that are looked at. */
  readonly analyse: number;
}

/**
 * One ffmpeg that decodes a video once and writes it twice: every frame at full size in YUV 4:2:0, which is what is
 * masked and encoded, and small RGB pictures of the frames that are looked at. ffmpeg does all that concerns every pixel.
 */
export class VideoDecoder implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #log = new FfmpegLog({ onInput: () => {}, onFrame: () => {} });
  readonly #ended: Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }>;
  readonly #order: DecoderOrder;
  #spare: Uint8Array<ArrayBuffer>[] = [];

  /** @param onLook told of each of the pictures that are looked at, in order; it is not waited for. */
  constructor(order: DecoderOrder, onLook: (picture: Picture) => void) {
    this.#order = order;
    this.#child = spawn(order.ffmpeg.path, decoderArguments(order), {
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    });
    for (const pipe of this.#child.stdio) pipe?.on('error', () => {});
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => this.#log.write(text));
    const { width, height } = order.look;
    const assembler = new FrameAssembler(width * height * 3, (pixels) => onLook({ width, height, pixels }));
    (this.#child.stdio[LOOK_PIPE] as Readable).on('data', (chunk: Buffer) => assembler.write(chunk));
    this.#ended = once(this.#child, 'close').then(
      ([exitCode, signal]) => ({ exitCode, signal }),
      () => ({ exitCode: null, signal: null }),
    );
  }

  /** Where the bytes of a stream go; files are read by ffmpeg itself. */
  get input(): Writable {
    return this.#child.stdin!;
  }

  /** Every frame, whole ones only; ffmpeg waits for whoever reads. */
  async *frames(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    const size = (this.#order.width * this.#order.height * 3) / 2;
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
    this.#child.stdin?.destroy();
    this.#child.stdout?.destroy();
    (this.#child.stdio[LOOK_PIPE] as Readable).destroy();
    await this.#ended;
  }

  #buffer(size: number): Uint8Array<ArrayBuffer> {
    // Every byte is overwritten before anybody sees it.
    return this.#spare.pop() ?? new Uint8Array(Buffer.allocUnsafeSlow(size).buffer);
  }
}

function decoderArguments(order: DecoderOrder): string[] {
  const { ffmpeg, input, rate, rateFilter, width, height, scaling, look, analyse } = order;
  const interval = (index: string) => `floor(${index}*${analyse * rate.denominator}/${rate.numerator})`;
  const isLooked = `eq(n\\,0)+not(eq(${interval('n')}\\,${interval('(n-1)')}))`;
  const graph = [
    `[0:V:0]${rateFilter},scale=${width}:${height}:flags=${scaling},format=yuv420p,split=2[full][seen]`,
    `[seen]select=${isLooked},scale=${look.width}:${look.height}:flags=fast_bilinear,format=rgb24[look]`,
  ];
  const raw = (label: string, pipe: number) => [
    ...['-map', `[${label}]`, ...ffmpeg.passthroughArguments, '-flush_packets', '1'],
    ...['-f', 'rawvideo', `pipe:${pipe}`],
  ];
  return [
    ...['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'repeat+level+info'],
    ...input,
    ...['-filter_complex', graph.join(';')],
    ...raw('full', 1),
    ...raw('look', LOOK_PIPE),
  ];
}
