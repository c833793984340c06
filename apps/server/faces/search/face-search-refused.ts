import { AmaanError } from '@amaan/contracts/problem';

const REFUSALS = {
  FACE_SEARCH_NOT_AUTHORISED:
    'No authorisation that is in force now opens this search on this camera; nothing was searched.',
  FACES_NOT_PERMITTED: 'Facial recognition has no permit for this camera now; nothing was searched.',
  FACE_LIST_EMPTY: 'No picture of the watchlist may be searched; nothing was searched.',
  FACE_MODEL_MISMATCH: 'The face was read by another model than the watchlist; nothing was searched.',
  FACE_REQUEST_MALFORMED: 'The request cannot be understood; nothing was searched.',
} as const;

/** A search that was not made. Its message says nothing of the face. */
export class FaceSearchRefused extends AmaanError {
  declare readonly code: keyof typeof REFUSALS;

  constructor(code: keyof typeof REFUSALS) {
    super(code, REFUSALS[code]);
  }
}
