/**
 * One picture as the analysers see it. Whoever receives a frame owns its pixels: it may change them or
 * transfer their buffer to another thread.
 */
export interface Frame {
  /** Number of the frame within its source's run, counted from 0; gaps are frames that were dropped. */
  readonly index: number;
  /** Presentation time in seconds, on the clock that the source's MP4 fragments carry. */
  readonly streamSeconds: number;
  /** When the camera saw it, Unix time in milliseconds. */
  readonly capturedAt: number;
  /** Width of this picture in pixels, after scaling. */
  readonly width: number;
  /** Height of this picture in pixels, after scaling. */
  readonly height: number;
  /** RGB24, row-major, `width * height * 3` bytes without padding. */
  readonly pixels: Uint8Array<ArrayBuffer>;
}
