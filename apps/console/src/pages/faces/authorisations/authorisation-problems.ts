import { MOST_AUTHORISED_DAYS } from '@amaan/contracts/faces/face-authorisation';
import type { AuthorisationBody } from '../../../api/faces.ts';

const DAY_MS = 24 * 60 * 60_000;

type Field = 'case' | 'about' | 'legalBasis' | 'reason' | 'cameras' | 'watchlist' | 'window';

/**
 * What is missing or wrong in a request, before it is sent.
 * @param now Unix time in milliseconds
 */
export function authorisationProblems(
  { caseId, about, legalBasis, reason, scope, watchlistId, from, to }: AuthorisationBody,
  now: number,
): ReadonlySet<Field> {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  const inTime = end > begin && end > now && end - begin <= MOST_AUTHORISED_DAYS * DAY_MS;
  const wrong: Record<Field, boolean> = {
    case: caseId === '',
    about: about.trim().length < 5,
    legalBasis: legalBasis.trim().length < 5,
    reason: reason.trim().length < 20,
    cameras: scope.kind === 'cameras' && scope.cameraIds.length === 0,
    watchlist: watchlistId === '',
    window: !inTime,
  };
  return new Set((Object.keys(wrong) as Field[]).filter((field) => wrong[field]));
}
