import { AmaanError } from '@amaan/contracts/problem';

export type StreamErrorCode = 'STREAM_MALFORMED' | 'CLIP_NOT_KEPT' | 'PICTURE_FAILED';

/** What is wrong with a stream of fragments, or with what was asked of it. */
export class StreamError extends AmaanError {
  declare readonly code: StreamErrorCode;

  constructor(code: StreamErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}
