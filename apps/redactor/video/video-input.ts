import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lookSize } from '@amaan/redaction/system';
import { isCutOff } from '@amaan/vision/sources/cut-off-file';
import { explainFailure } from '@amaan/vision/sources/explain-failure';
import { FfmpegLog, type InputReport } from '@amaan/vision/sources/ffmpeg-log';
import { type Ffmpeg, findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';
import type { SourceError } from '@amaan/vision/sources/source-error';
import { inspectInput, type SourceInput } from '@amaan/vision/sources/source-input';
import { RedactError } from '../files/redact-error.ts';
import type { FrameRate } from './frame-rate.ts';
import type { DecoderOrder } from './video-decoder.ts';

/** A video file that can be masked, and how. */
export interface VideoInput {
  readonly ffmpeg: Ffmpeg;
  readonly source: SourceInput;
  readonly report: InputReport;
  /** Of the result in pixels, even. */
  readonly width: number;
  readonly height: number;
  /** Of the frames that are looked at. */
  readonly look: { readonly width: number; readonly height: number };
  /** Frames are repeated or left out so that the result has this rate throughout. */
  readonly rate: FrameRate;
  readonly hasAudio: boolean;
  /** Arguments that keep the colours' meaning. */
  readonly colours: readonly string[];
}

/**
 * Containers that are opened. Playlists and scripts are not among them: they name further files, which whoever made them
 * has no right to read.
 */
const CONTAINERS =
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,h264,hevc,flv,asf,ogg,gif,mxf,dv,ivf,yuv4mpegpipe';
const MOST_RATE = 60;
const USUAL_RATE = 25;
/** Larger frames would take gigabytes while they wait for what comes after them. */
const MOST_PIXELS = 8192 * 4352;
const SMALLEST = 16;

/** What ffmpeg is told before `-i`. */
export function inputArguments({ target }: SourceInput): string[] {
  return ['-protocol_whitelist', 'file', '-format_whitelist', CONTAINERS, '-i', `file:${target}`];
}

/** How a file is decoded: at its own size, from its beginning, so that sound that is kept stays in step. */
export function decodingOfFile(input: VideoInput, analyse: number): DecoderOrder {
  const { rate } = input;
  return {
    ...input,
    input: inputArguments(input.source),
    rateFilter: `fps=${rate.numerator}/${rate.denominator}:start_time=0`,
    scaling: 'bicubic',
    analyse,
  };
}

/**
 * Looks at a video without decoding it.
 * @throws SourceError when it is missing, unreadable or no video.
 * @throws RedactError `REDACT_INPUT_KIND` when its pictures are too large or too small.
 */
export async function inspectVideo(path: string): Promise<VideoInput> {
  const ffmpeg = await findFfmpeg();
  const source = await inspectInput(path);
  if (source.kind !== 'file')
    throw new RedactError('REDACT_INPUT_KIND', 'Only files are masked; record the stream first.');
  const { report, lines } = await describe(ffmpeg, source);
  if (report?.video == null || report.video.width === 0) {
    const failure = await explainVideo({ source, report }, { exitCode: 1, signal: null, lines }, 0);
    throw failure ?? new RedactError('REDACT_INPUT_KIND', `${path} is no video that can be read.`);
  }
  const { width, height, framesPerSecond } = report.video;
  const size = { width: even(width), height: even(height) };
  if (size.width * size.height > MOST_PIXELS || size.width < SMALLEST || size.height < SMALLEST)
    throw new RedactError(
      'REDACT_INPUT_KIND',
      `${path} has pictures of ${width} × ${height} pixels; from 16 × 16 to 36 million pixels are masked.`,
    );
  const video = lines.find((line) => line.includes('Video: ')) ?? '';
  return {
    ffmpeg,
    source,
    report,
    ...size,
    look: lookSize(size),
    rate: rateOf(framesPerSecond),
    hasAudio: lines.some((line) => /Stream #0:\d+.*: Audio: /.test(line)),
    colours: /\bbt709\b/.test(video)
      ? ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709']
      : [],
  };
}

/** What ffmpeg's end means; null where it came to its natural end. */
export async function explainVideo(
  { source, report }: { readonly source: SourceInput; readonly report: InputReport | null },
  end: {
    readonly exitCode: number | null;
    readonly signal: NodeJS.Signals | null;
    readonly lines: readonly string[];
  },
  framesRead: number,
): Promise<SourceError | null> {
  const cutOff = await isCutOff(source.target).catch(() => false);
  return explainFailure({ ...end, input: source, report, framesRead, cutOff });
}

async function describe(ffmpeg: Ffmpeg, source: SourceInput) {
  const lines: string[] = [];
  let report: InputReport | null = null;
  const log = new FfmpegLog({
    onInput: (input) => {
      report = input;
    },
    onFrame: () => {},
  });
  const child = spawn(
    ffmpeg.path,
    ['-hide_banner', '-nostdin', '-loglevel', 'repeat+level+info', ...inputArguments(source)],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  child.stderr.setEncoding('utf8').on('data', (text: string) => log.write(text));
  await once(child, 'close');
  log.end();
  lines.push(...log.lines);
  return { report: report as InputReport | null, lines };
}

/** The log rounds to two digits what television counts in thousand-and-firsts. */
function rateOf(framesPerSecond: number | null): FrameRate {
  const rate = Math.min(MOST_RATE, framesPerSecond || USUAL_RATE);
  const whole = Math.round(rate);
  if (Math.abs(rate - (whole * 1000) / 1001) < 0.006) return { numerator: whole * 1000, denominator: 1001 };
  return { numerator: Math.max(1, Math.round(rate * 100)), denominator: 100 };
}

function even(size: number): number {
  return Math.floor(size / 2) * 2;
}
