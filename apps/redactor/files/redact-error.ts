import { AmaanError } from '@amaan/contracts/problem';

export const REDACT_ERROR_CODES = [
  /** There is something under the name of the result already. */
  'REDACT_OUTPUT_EXISTS',
  /** The folder of the result is missing or may not be written, or its disk is full. */
  'REDACT_OUTPUT_NOT_WRITTEN',
  /** The name of the result does not fit what it would hold. */
  'REDACT_OUTPUT_KIND',
  /** Neither a picture nor a video that is masked. */
  'REDACT_INPUT_KIND',
  /** Stopped by the person who started it. */
  'REDACT_INTERRUPTED',
] as const;
export type RedactErrorCode = (typeof REDACT_ERROR_CODES)[number];

/** Why a file was not redacted; nothing is left under the name of the result. */
export class RedactError extends AmaanError {
  declare readonly code: RedactErrorCode;

  constructor(code: RedactErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}
