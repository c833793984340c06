import type { FaceAuthorisationEnd } from '@amaan/contracts/faces/face-authorisation';
import type { Identifier } from '@amaan/contracts/identifier';
import { coversCamera, dueEnd } from '@amaan/governance/faces/authorisation-standing';
import { getFaceAuthorisation, type StoredFaceAuthorisation } from '@amaan/store/faces/face-authorisations';
import { getWatchlist, type StoredWatchlist } from '@amaan/store/faces/watchlists';
import type { Database } from '@amaan/store/open-database';
import { citizenDataSites, type Principal, type StatedPurpose } from '../../access/decide.ts';
import { ConflictError, HttpError, NotFoundError } from '../../http/http-errors.ts';
import { assertMemberOfCase, assertUsable } from '../assert-askable.ts';

/** What opens a search with a picture, at this moment. */
export interface AdmittedSearch {
  readonly authorisation: StoredFaceAuthorisation;
  readonly list: StoredWatchlist;
  readonly purpose: StatedPurpose;
}

/** How an authorisation that opens nothing any more ended, in words. */
const ENDS: Record<FaceAuthorisationEnd, string> = {
  refused: 'A second person refused the authorisation',
  revoked: 'The authorisation was revoked',
  expired: 'The time of the authorisation is over',
  lapsed: 'Nobody approved the urgent authorisation in time, so that it ended',
  'case-closed': 'The case is closed, and the authorisation ended with it',
  'watchlist-ended': 'The watchlist has ended, and the authorisation with it',
  'watchlist-destroyed': 'The watchlist is destroyed, and the authorisation ended with it',
};

/**
 * Whether somebody may search with a picture under an authorisation, now: one after the event that is in force, of the
 * case that they stated and work on, on a list that somebody looked through as it is.
 *
 * @param now Unix time in milliseconds
 * @throws NotFoundError `FACE_AUTHORISATION_NOT_FOUND`; HttpError 403 `PURPOSE_REQUIRED`, `FACE_AUTHORISATION_OTHER_CASE`,
 *   409 `FACE_AUTHORISATION_FOR_CAMERAS`, `FACE_AUTHORISATION_WAITING`, `FACE_AUTHORISATION_NOT_BEGUN`,
 *   `FACE_AUTHORISATION_` and how it ended, `WATCHLIST_EXPIRED`, `WATCHLIST_UNREVIEWED`
 */
export async function admitSearch(
  db: Database,
  authorisationId: Identifier,
  by: Principal,
  now: number,
): Promise<AdmittedSearch> {
  const { purpose } = by;
  // The policies have refused it before: this holds even if a route forgot to ask them.
  if (purpose === undefined || now >= Date.parse(purpose.expiresAt))
    throw new HttpError(
      403,
      'PURPOSE_REQUIRED',
      'Choose a case and say what for, before anybody is searched.',
    );
  const authorisation = await getFaceAuthorisation(db, authorisationId, by.sites, now);
  if (authorisation === null) throw new NotFoundError('face authorisation');
  await assertMemberOfCase(db, authorisation.caseId, by).catch(() => {
    throw new NotFoundError('face authorisation');
  });
  if (authorisation.caseId !== purpose.caseId)
    throw new HttpError(
      403,
      'FACE_AUTHORISATION_OTHER_CASE',
      `The authorisation is for ${authorisation.caseNumber}, and you work for another case now; nothing was searched. State that case first.`,
    );
  assertInForce(authorisation, now);
  const list = await getWatchlist(db, authorisation.watchlistId, citizenDataSites(by), now);
  if (list === null) throw ended('watchlist-destroyed');
  assertUsable(list);
  return { authorisation, list, purpose };
}

function assertInForce({ facts, end }: StoredFaceAuthorisation, now: number): void {
  if (facts.cameraIds !== null)
    throw new ConflictError(
      'FACE_AUTHORISATION_FOR_CAMERAS',
      'The authorisation is for cameras, and not for pictures after the event; nothing was searched.',
    );
  if (coversCamera(facts, null, now)) return;
  const over = end ?? dueEnd(facts, now);
  if (over !== null) throw ended(over);
  throw facts.state === 'waiting'
    ? new ConflictError(
        'FACE_AUTHORISATION_WAITING',
        'Nobody has approved the authorisation yet; nothing was searched.',
      )
    : new ConflictError(
        'FACE_AUTHORISATION_NOT_BEGUN',
        `The authorisation begins at ${facts.from}; nothing was searched.`,
      );
}

function ended(end: FaceAuthorisationEnd): ConflictError {
  const code = `FACE_AUTHORISATION_${end.toUpperCase().replaceAll('-', '_')}`;
  return new ConflictError(code, `${ENDS[end]}; nothing was searched.`);
}
