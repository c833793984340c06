import { AmaanError } from '@amaan/contracts/problem';

export const SOURCE_ERROR_CODES = [
  /** No ffmpeg that runs. */
  'SOURCE_FFMPEG_MISSING',
  /** Neither a path nor a URL that Amaan reads. */
  'SOURCE_URL_INVALID',
  /** No such file, or the camera has no stream under this path. */
  'SOURCE_NOT_FOUND',
  /** The file is there but may not be read. */
  'SOURCE_UNREADABLE',
  /** A folder, an empty file, or something that is no video. */
  'SOURCE_NOT_VIDEO',
  /** A media file without pictures. */
  'SOURCE_NO_VIDEO_STREAM',
  /** Video in a codec that this ffmpeg cannot decode. */
  'SOURCE_CODEC_UNSUPPORTED',
  /** User or password refused. */
  'SOURCE_UNAUTHORISED',
  /** Host unknown, connection refused, or no answer. */
  'SOURCE_UNREACHABLE',
  /** A recording that was cut off; what was before the cut has been delivered. */
  'SOURCE_TRUNCATED',
  /** A live stream that its camera ended. */
  'SOURCE_ENDED',
  /** Connected, but no frame for too long. */
  'SOURCE_STALLED',
  /** The camera changed the size of its picture; opening it again helps. */
  'SOURCE_CHANGED',
  /** Opening was given up, or ffmpeg failed in a way that has no code of its own. */
  'SOURCE_FAILED',
] as const;
export type SourceErrorCode = (typeof SOURCE_ERROR_CODES)[number];

/** Why a source could not be opened, or why it stopped. Its message never carries credentials. */
export class SourceError extends AmaanError {
  declare readonly code: SourceErrorCode;

  constructor(code: SourceErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}
