import { HttpError } from '../http/http-errors.ts';
import type { Decision } from './decide.ts';

/** What a refused person is told: the words of the policies that refused, and which policies they were. */
export function refusal({ code, reason, policies }: Extract<Decision, { allowed: false }>): HttpError {
  return new HttpError(code === 'SIGN_IN_REQUIRED' ? 401 : 403, code, reason, { policies });
}
