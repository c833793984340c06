import { AmaanError } from '@amaan/contracts/problem';

export const SOURCE_ERROR_CODES = [
  'SOURCE_FFMPEG_MISSING',
  'SOURCE_URL_INVALID',
  'SOURCE_NOT_FOUND',
  'SOURCE_UNREADABLE',
  'SOURCE_NOT_VIDEO',
  'SOURCE_NO_VIDEO_STREAM',
  'SOURCE_CODEC_UNSUPPORTED',
  'SOURCE_UNAUTHORISED',
  'SOURCE_UNREACHABLE',
  'SOURCE_TRUNCATED',
  'SOURCE_ENDED',
  'SOURCE_STALLED',
  'SOURCE_CHANGED',
  'SOURCE_FAILED',
] as const;
export type SourceErrorCode = (typeof SOURCE_ERROR_CODES)[number];

/** Why a source could not be opened, or why it stopped. Its message never carries credentials. */
export class SourceError extends AmaanError {
  declare readonly code: SourceErrorCode;
  /** Code and sentence are final: wording for each case lives with the code that detects it. */
  // biome-ignore lint/complexity/noUselessConstructor: it narrows the type of the code.
  constructor(code: SourceErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}
