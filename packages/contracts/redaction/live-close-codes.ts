/** Why nothing masked can be shown; the open picture is shown in none of these cases. */
export const MASKING_REFUSALS = [
  /** No permit of the AI system `redaction` is in force for this camera. */
  'MASKING_NOT_PERMITTED',
  /** The redactor, the worker or the camera is not there now. */
  'MASKING_NOT_AVAILABLE',
  /** This machine makes as many masked live views as it can; masked pictures are still made. */
  'MASKING_FULL',
] as const;
export type MaskingRefusal = (typeof MASKING_REFUSALS)[number];

/**
 * WebSocket close codes of the live view, from the range that applications may use (RFC 6455, section 7.4.2). The close
 * reason is a sentence for people.
 */
export const LIVE_CLOSE_CODES = {
  MASKING_NOT_PERMITTED: 4403,
  MASKING_FULL: 4429,
  MASKING_NOT_AVAILABLE: 4503,
  /** The right to see this camera's own view ended while it was shown, or began while the masked one was. */
  UNMASKING_ENDED: 4440,
  UNMASKING_BEGAN: 4441,
} as const satisfies Record<MaskingRefusal | 'UNMASKING_ENDED' | 'UNMASKING_BEGAN', number>;
