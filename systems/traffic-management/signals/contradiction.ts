/** Something in a junction that cannot be. Codes are stable; the sentence is for people. */
export interface Contradiction {
  readonly code:
    | 'NAME_UNKNOWN'
    | 'NAME_TWICE'
    | 'MATRIX_MALFORMED'
    | 'MATRIX_ASYMMETRIC'
    | 'STAGE_CONFLICT'
    | 'GROUP_UNSERVED'
    | 'GREEN_TOO_SHORT'
    | 'YELLOW_TOO_SHORT'
    | 'CLEARANCE_TOO_SHORT'
    | 'RED_TOO_LONG'
    | 'ROUND_TOO_LONG';
  readonly sentence: string;
}
