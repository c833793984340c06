import { AmaanError } from '@amaan/contracts/problem';

export const NTCIP_ERROR_CODES = [
  /** Nothing came back in time: unreachable, switched off, or a community name that it does not know. */
  'NTCIP_NO_ANSWER',
  /** It answered that it does not know the user or the keys (SNMPv3). */
  'NTCIP_AUTHENTICATION',
  /** It refused to read or to set an object. */
  'NTCIP_REFUSED',
  /** It answered something that is no value of the object. */
  'NTCIP_MALFORMED',
  /** A phase is missing, or phases of one stage may not be on together there. */
  'NTCIP_PHASES_UNFIT',
  /** It shows something else than it was told, for longer than its own times explain. */
  'NTCIP_NOT_OBEYED',
  /** It shows conflicting greens. */
  'NTCIP_CONFLICT_SHOWN',
  /** It flashes, by its own conflict monitor or by hand. */
  'NTCIP_FLASHING',
  /** It started anew since it was last asked. */
  'NTCIP_RESTARTED',
  /** Its clock differs by more than is allowed, so that its own plan would run at another time. */
  'NTCIP_CLOCK_OFF',
] as const;
export type NtcipErrorCode = (typeof NTCIP_ERROR_CODES)[number];

/** What is wrong with a controller on the street, in one sentence. */
export class NtcipError extends AmaanError {
  declare readonly code: NtcipErrorCode;

  constructor(code: NtcipErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}
