import {
  FACE_AUTHORISATION_STATES,
  type FaceAuthorisationState,
} from '@amaan/contracts/faces/face-authorisation';
import { parseChoice, parseText } from '../../../search-params.ts';

/** What the address of the authorisations says. */
export interface AuthorisationSearch {
  show?: FaceAuthorisationState;
  /** The authorisation that is open. */
  id?: string;
}

export function parseAuthorisationSearch(search: Record<string, unknown>): AuthorisationSearch {
  return { ...parseChoice(search, 'show', FACE_AUTHORISATION_STATES), ...parseText(search, 'id') };
}
