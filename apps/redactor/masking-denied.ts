import { AmaanError } from '@amaan/contracts/problem';
import { LIVE_CLOSE_CODES, type MaskingRefusal } from '@amaan/contracts/redaction/live-close-codes';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';

/** Why nothing masked can be shown now, in one sentence for people; nothing bare is shown instead. */
export class MaskingDenied extends AmaanError {
  declare readonly code: MaskingRefusal;

  constructor(code: MaskingRefusal, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }

  get closeCode(): number {
    return LIVE_CLOSE_CODES[this.code];
  }
}

/** What a failure means for whoever wants to see something masked. */
export function maskingDenied(error: unknown): MaskingDenied {
  if (error instanceof MaskingDenied) return error;
  if (error instanceof PermitDenied) {
    return new MaskingDenied(
      'MASKING_NOT_PERMITTED',
      'Masking is not permitted for this camera now, so that nothing of it is shown.',
      { cause: error },
    );
  }
  return new MaskingDenied(
    'MASKING_NOT_AVAILABLE',
    'The masked picture could not be made; it is tried again with the next request.',
    { cause: error },
  );
}
