import { AmaanError } from '@amaan/contracts/problem';

export type CalibrationErrorCode =
  /** Three marks lie on one line, or two in one place. */
  | 'CALIBRATION_COLLINEAR'
  /** The outline of the marks crosses itself or turns inwards. */
  | 'CALIBRATION_CROSSING'
  /** The horizon that follows from the marks runs below or through them, or through a lane. */
  | 'CALIBRATION_HORIZON'
  /** The marks are so near to each other that their own error decides. */
  | 'CALIBRATION_TINY'
  /** More than four marks that no camera can have seen with these lengths. */
  | 'CALIBRATION_MARKS_DISAGREE'
  /** A lane that lies outside of what the calibration describes. */
  | 'CALIBRATION_LANE_OUTSIDE';

/** Marks that no calibration follows from; the message says what to do about it. */
export class CalibrationError extends AmaanError {
  declare readonly code: CalibrationErrorCode;

  constructor(code: CalibrationErrorCode, message: string) {
    super(code, message);
  }
}
