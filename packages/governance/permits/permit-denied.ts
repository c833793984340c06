import { AmaanError } from '@amaan/contracts/problem';

export const PERMIT_DENIAL_CODES = [
  /** Not a permit at all: no compact JWS, wrong algorithm or type, claims that do not parse. */
  'PERMIT_MALFORMED',
  'PERMIT_SIGNATURE_INVALID',
  /** Signed by a key that this deployment does not know, or in another issuer's name. */
  'PERMIT_ISSUER_UNKNOWN',
  'PERMIT_NOT_YET_VALID',
  'PERMIT_EXPIRED',
  'PERMIT_TOO_LONG',
  'PERMIT_REVOKED',
  'PERMIT_MODEL_MISMATCH',
  'PERMIT_CONFIGURATION_MISMATCH',
  'PERMIT_CAMERA_NOT_COVERED',
  'PERMIT_JUNCTION_NOT_COVERED',
  'PERMIT_PURPOSE',
  /** The governance service does not issue it; `reasons` lists everything that is missing. */
  'PERMIT_REFUSED',
] as const;
export type PermitDenialCode = (typeof PERMIT_DENIAL_CODES)[number];

/** Inference must not happen, or must stop. `code` says why for programs, the message for people. */
export class PermitDenied extends AmaanError {
  declare readonly code: PermitDenialCode;
  /** Every reason found, not only the first; one for all codes but `PERMIT_REFUSED`. */
  readonly reasons: readonly string[];

  constructor(code: PermitDenialCode, reasons: string | readonly string[], options?: ErrorOptions) {
    const list = typeof reasons === 'string' ? [reasons] : reasons;
    super(code, list.join(' '), options);
    this.reasons = list;
  }
}
