import type { Problem } from '@amaan/contracts/problem';
import { askForProof } from './proof-requests.ts';

/**
 * `fetch`, except that an answer which asks for a fresh proof of identity opens the dialog, and the same
 * request is sent once more when the person has given it.
 */
export async function fetchWithProof(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await fetch(request);
  if (answer.status !== 403) return answer;
  const { code } = (await answer
    .clone()
    .json()
    .catch(() => ({}))) as Partial<Problem>;
  if (code !== 'STEP_UP_REQUIRED' || !(await askForProof())) return answer;
  return fetch(again);
}
