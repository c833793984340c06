import { lookSize, redaction } from '@amaan/redaction/system';
import type { Ffmpeg } from '@amaan/vision/sources/find-ffmpeg';
import type { Fragment } from '@amaan/vision/stream/fragment';
import type { InitSegment } from '@amaan/vision/stream/init-segment';
import { FrameEncoder } from '../video/frame-encoder.ts';
import type { FrameRate } from '../video/frame-rate.ts';
import type { DecoderOrder } from '../video/video-decoder.ts';

/** Seconds of MP4 per fragment, and between key frames: what a viewer waits at most for the first picture. */
const FRAGMENT_SECONDS = 0.2;
const KEY_FRAME_SECONDS = 2;
/** For a screen; the constant rate factor of the worker's own encoding. */
const QUALITY = 26;

/** A live view that is masked: how large, how fast, and where its first frame lies on the camera's clock. */
export interface LiveVideo {
  readonly ffmpeg: Ffmpeg;
  readonly width: number;
  readonly height: number;
  readonly rate: FrameRate;
  /** Seconds on the clock of the camera's fragments at which the first frame is shown. */
  readonly startSeconds: number;
}

/**
 * How a camera's live view is masked, by the start of its stream and its first fragment: no larger and no faster than the
 * configuration says, and no faster than the camera.
 */
export function liveVideoOf(ffmpeg: Ffmpeg, init: InitSegment, first: Fragment): LiveVideo {
  const { liveSide, liveRate } = redaction.settings;
  const scale = Math.min(1, liveSide / Math.max(init.width, init.height));
  const even = (size: number) => Math.max(2, 2 * Math.floor((size * scale) / 2));
  const cameraRate = first.pictureSeconds.length / Math.max(first.durationSeconds, 1e-3);
  const rate = Math.max(1, Math.min(liveRate, Math.ceil(cameraRate)));
  return {
    ffmpeg,
    width: even(init.width),
    height: even(init.height),
    rate: { numerator: rate, denominator: 1 },
    // The filter takes the nearest point of its grid of time.
    startSeconds: Math.round(first.startSeconds * rate) / rate,
  };
}

/** Decodes fragments as they are written to it, with as little delay as the codec allows. */
export function decodingOfLive(video: LiveVideo): DecoderOrder {
  const { numerator } = video.rate;
  return {
    ...video,
    look: lookSize(video),
    // Frame threads would each hold back a frame; times are those of the camera's clock.
    input: [
      ...['-threads', '1', '-filter_threads', '1', '-protocol_whitelist', 'pipe', '-copyts'],
      ...['-analyzeduration', '0', '-fpsprobesize', '0', '-f', 'mov', '-i', 'pipe:0'],
    ],
    rateFilter: `fps=${numerator}`,
    scaling: 'fast_bilinear',
    analyse: redaction.settings.analyseRate,
  };
}

/** Encodes masked frames to fragmented MP4 on the camera's clock. What fails is a plain Error. */
export function encodeLive(video: LiveVideo, onBytes: (chunk: Uint8Array) => void): FrameEncoder {
  const { width, height, rate, startSeconds, ffmpeg } = video;
  const args = [
    ...['-hide_banner', '-nostdin', '-v', 'error', '-probesize', '32', '-analyzeduration', '0'],
    ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`, '-r', `${rate.numerator}`],
    ...['-i', 'pipe:0', '-map', '0:v:0', '-an', '-map_metadata', '-1'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-pix_fmt', 'yuv420p'],
    ...['-threads', '1', '-crf', String(QUALITY), '-g', String(KEY_FRAME_SECONDS * rate.numerator)],
    ...['-output_ts_offset', String(startSeconds), '-avoid_negative_ts', 'disabled', '-use_editlist', '0'],
    ...['-video_track_timescale', '90000'],
    // The first fragment, too, carries the time that it has.
    ...['-movflags', 'empty_moov+default_base_moof+frag_keyframe+frag_discont'],
    ...['-frag_duration', String(FRAGMENT_SECONDS * 1e6), '-flush_packets', '1', '-f', 'mp4', 'pipe:1'],
  ];
  return new FrameEncoder({
    path: ffmpeg.path,
    args,
    onBytes,
    failure: (reason) => new Error(`The masked live view cannot be encoded: ${reason}.`),
  });
}
