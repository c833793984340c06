import type { Ffmpeg } from './find-ffmpeg.ts';
import type { SourceOptions } from './frame-source.ts';
import type { SourceInput } from './source-input.ts';

/** What must be known of a video before ffmpeg starts; a wrong guess is corrected by starting again. */
export interface ReadingPlan {
  /** Fragments are the camera's own H.264, or are encoded here. */
  readonly fragments: 'copy' | 'encode';
  /** Time of arrival stands for the time of a frame where the stream carries none (MJPEG over HTTP). */
  readonly arrivalTimes: boolean;
}

/** Which of ffmpeg's descriptors carry what. */
export const FRAME_PIPE = 1;
export const LOG_PIPE = 2;
export const FRAGMENT_PIPE = 3;

/** Seconds of MP4 per fragment: what a viewer is behind at most. */
const FRAGMENT_SECONDS = 0.2;
/** Seconds between key frames where Amaan encodes: what a viewer waits at most. */
const KEY_FRAME_SECONDS = 2;
/** Microseconds that a socket may stay silent. */
const SOCKET_TIMEOUT = 5_000_000;

/**
 * Protocols that an input may use itself. A playlist or description cannot reach beyond them, so a
 * camera's answer never makes ffmpeg open a local file.
 */
const PROTOCOLS = {
  file: 'file',
  rtsp: 'rtsp,rtsps,rtp,tcp,tls,udp',
  http: 'http,https,httpproxy,tcp,tls,crypto',
} as const;

/**
 * The command line of the one ffmpeg that reads a source: raw RGB frames on {@link FRAME_PIPE}, the
 * time and size of each in the log ({@link LOG_PIPE}), fragmented MP4 on {@link FRAGMENT_PIPE}.
 *
 * `originSeconds` is added to the times of fragments, not to those in the log. It must exceed the reordering delay of the codec when there are
 * fragments: MP4 cannot express the negative decoding times that B-frames would begin with.
 */
export function ffmpegArguments(
  ffmpeg: Ffmpeg,
  input: SourceInput,
  plan: ReadingPlan,
  options: SourceOptions,
  originSeconds: number,
): string[] {
  return [
    ...['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'repeat+level+info', '-filter_threads', '1'],
    ...inputArguments(ffmpeg, input, plan, options),
    ...['-i', input.kind === 'file' ? `file:${input.target}` : input.target],
    ...['-map', '0:V:0', '-filter:v', frameFilter(ffmpeg, options), ...ffmpeg.passthroughArguments],
    // Each of these keeps the end of a frame from waiting in ffmpeg until the next one comes.
    ...['-threads', '1', '-flush_packets', '1', '-f', 'rawvideo', `pipe:${FRAME_PIPE}`],
    ...(options.fragments === undefined ? [] : fragmentArguments(ffmpeg, plan, originSeconds)),
  ];
}

function inputArguments(
  ffmpeg: Ffmpeg,
  input: SourceInput,
  plan: ReadingPlan,
  options: SourceOptions,
): string[] {
  // One decoding thread: frame threads would each hold back a frame and cost memory for every camera.
  const common = ['-threads', '1', '-protocol_whitelist', PROTOCOLS[input.kind]];
  const playback = [...(options.realTime ? ['-re'] : []), ...(options.loop ? ['-stream_loop', '-1'] : [])];
  switch (input.kind) {
    case 'file':
      return [...common, ...playback];
    case 'rtsp':
      return [
        ...common,
        ...['-rtsp_transport', 'tcp', `-${ffmpeg.rtspTimeoutOption}`, String(SOCKET_TIMEOUT)],
        // Without waiting for audio or for enough frames to guess a rate, the first picture comes at once.
        // `-flags low_delay` would gain nothing more and break the order of B-frames.
        ...['-allowed_media_types', 'video', '-fpsprobesize', '0', '-analyzeduration', '3000000'],
      ];
    case 'http':
      return [
        ...common,
        ...['-timeout', String(SOCKET_TIMEOUT)],
        ...(plan.arrivalTimes ? ['-use_wallclock_as_timestamps', '1', '-fpsprobesize', '0'] : playback),
      ];
  }
}

/**
 * Drops frames before it scales them, since scaling costs as much as decoding. One frame is taken from
 * each interval of `1 / analysisRate` seconds; the small shift keeps a frame that lies on a boundary, but
 * for rounding, in its own interval. `showinfo` comes last and writes time and size of each frame.
 */
function frameFilter(ffmpeg: Ffmpeg, { analysisRate, fit }: SourceOptions): string {
  const interval = (time: string) => `floor(${time}*${analysisRate}+0.05)`;
  return [
    'settb=AVTB',
    ...(analysisRate === null
      ? []
      : [`select=isnan(prev_selected_t)+not(eq(${interval('t')}\\,${interval('prev_selected_t')}))`]),
    ...(fit === null
      ? []
      : [`scale=${fit.width}:${fit.height}:force_original_aspect_ratio=decrease:flags=fast_bilinear`]),
    'format=rgb24',
    ffmpeg.plainShowinfo ? 'showinfo=checksum=0' : 'showinfo',
  ].join(',');
}

/** Fragments keep the input's own times but for the origin: no shift to zero, no edit list. */
function fragmentArguments(ffmpeg: Ffmpeg, plan: ReadingPlan, originSeconds: number): string[] {
  const encode = [
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-pix_fmt', 'yuv420p'],
    // x264 keeps a frame of history per reference and thread; one of each is enough here.
    ...['-threads', '1', '-crf', '26', '-force_key_frames', `expr:gte(t,n_forced*${KEY_FRAME_SECONDS})`],
    // Odd sizes have no 4:2:0 form.
    ...['-filter:v', 'scale=trunc(iw/2)*2:trunc(ih/2)*2', '-enc_time_base', '1:90000'],
    ...ffmpeg.passthroughArguments,
  ];
  return [
    ...['-map', '0:V:0', ...(plan.fragments === 'copy' ? ['-c:v', 'copy'] : encode)],
    // Not -itsoffset: reading in real time would wait for the offset to pass.
    ...['-output_ts_offset', String(originSeconds)],
    ...['-avoid_negative_ts', 'disabled', '-use_editlist', '0', '-video_track_timescale', '90000'],
    ...['-movflags', 'empty_moov+default_base_moof+frag_keyframe+frag_discont'],
    ...['-frag_duration', String(FRAGMENT_SECONDS * 1e6), '-flush_packets', '1'],
    ...['-f', 'mp4', `pipe:${FRAGMENT_PIPE}`],
  ];
}
