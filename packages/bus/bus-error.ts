import { AmaanError } from '@amaan/contracts/problem';

export const BUS_ERROR_CODES = [
  /** The other side is gone. What was not acknowledged may or may not have arrived: send it again later. */
  'BUS_DISCONNECTED',
  'BUS_NO_RESPONDER',
  'BUS_TIMEOUT',
  /** The responder's handler failed without a code of its own. */
  'BUS_RESPONDER_FAILED',
  /** A payload has no JSON form. */
  'BUS_NOT_JSON',
  'BUS_TOO_LARGE',
  /** A frame that is not part of the protocol; it was ignored. */
  'BUS_MALFORMED',
] as const;
export type BusErrorCode = (typeof BUS_ERROR_CODES)[number];

export class BusError extends AmaanError {
  declare readonly code: BusErrorCode;
  constructor(code: BusErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}

export function disconnected(): BusError {
  return new BusError('BUS_DISCONNECTED', 'The bus is closed; what was not acknowledged must be sent again.');
}
