import type { Frame } from '../frame.ts';

/** What a source says of the video that it reads. */
export interface SourceInfo {
  /** ffmpeg's name of the codec, for example `h264`, `hevc`, `mjpeg`. */
  readonly codec: string;
  /** Size of the picture as the camera sends it, upright, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Frames per second that the container declares, or null where it declares none. */
  readonly framesPerSecond: number | null;
  /** Length of a recording in seconds; null for a live stream. */
  readonly durationSeconds: number | null;
  /** Size of the frames that are delivered, in pixels. */
  readonly frameWidth: number;
  readonly frameHeight: number;
}

/** How to read a source. */
export interface SourceOptions {
  /** A file's path, or an `rtsp:`, `rtsps:`, `http:` or `https:` URL, with user and password where needed. */
  readonly url: string;
  /** Frames per second to deliver at most; null delivers every frame. */
  readonly analysisRate: number | null;
  /** Box in pixels that the picture is scaled to fit, keeping its aspect; null keeps the camera's size. */
  readonly fit: { readonly width: number; readonly height: number } | null;
  /** A recording plays at its own speed, as a camera would send it. Live sources always do. */
  readonly realTime: boolean;
  /** A recording starts again at its end; its time goes on increasing. */
  readonly loop: boolean;
  /**
   * `newest`: one frame waits at most, a newer one takes its place and the drop is counted.
   * `every`: nothing is dropped, ffmpeg waits for the reader.
   */
  readonly delivery: 'newest' | 'every';
  /** Receives the same video as fragmented MP4, in chunks of any size. Nobody waits for it to return. */
  readonly fragments?: (chunk: Uint8Array) => void;
  /**
   * What is added to the times of the input, in seconds, so that a source that is opened again can go on
   * where it was. By default 0, or 1 where there are fragments, whose times may not begin before 0.
   */
  readonly originSeconds?: number;
  /** Seconds without a frame after which the source fails with `SOURCE_STALLED`; 10 by default. */
  readonly stallSeconds?: number;
  /** Waited for once the host answers and before ffmpeg starts; what it gives is disposed of after opening. */
  readonly admission?: () => Promise<Disposable>;
  /** Gives up opening. */
  readonly signal?: AbortSignal;
}

/**
 * An open source. It can be iterated once; the iteration ends with the recording, or throws a `SourceError`
 * once everything that was read has been delivered. Disposing it ends its ffmpeg.
 */
export interface FrameSource extends AsyncIterable<Frame>, AsyncDisposable {
  readonly info: SourceInfo;
  /** Frames that a newer one replaced before anybody took them. */
  readonly framesDropped: number;
}
