import type { CaseFile } from '@amaan/contracts/case-file';
import { type FaceAuthorisationInput, MOST_AUTHORISED_DAYS } from '@amaan/contracts/faces/face-authorisation';
import type { Identifier } from '@amaan/contracts/identifier';
import { getCaseFile } from '@amaan/store/case-files';
import type { StoredFaceAuthorisation } from '@amaan/store/faces/face-authorisations';
import { lockWatchlist, type StoredWatchlist } from '@amaan/store/faces/watchlists';
import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../access/decide.ts';
import { requireCamera } from '../cameras/require-camera.ts';
import { mayWorkOn } from '../cases/may-work-on.ts';
import { ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { expired, requireWatchlist } from './change-watchlist.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Whether somebody may ask for this now. It locks the list, so that nothing of it changes until the caller's
 * transaction ends.
 * @returns the case
 * @throws NotFoundError `CASE_NOT_FOUND`, `WATCHLIST_NOT_FOUND`, `CAMERA_NOT_FOUND`; HttpError 409 `CASE_CLOSED`,
 *   `WATCHLIST_EXPIRED`, `WATCHLIST_UNREVIEWED`, 422 `AUTHORISATION_TIME`, `AUTHORISATION_BEYOND_LIST`,
 *   `WATCHLIST_OTHER_SITE`, `CAMERA_OTHER_SITE`
 */
export async function assertAskable(
  tx: Database,
  input: FaceAuthorisationInput,
  by: Principal,
  now: number,
): Promise<CaseFile> {
  const file = await assertMemberOfCase(tx, input.caseId, by);
  assertCaseOpen(file);
  assertTimes(input, now);
  await lockWatchlist(tx, input.watchlistId);
  const list = await requireWatchlist(tx, input.watchlistId, by.sites, now);
  if (list.siteId !== null && list.siteId !== file.siteId)
    throw new HttpError(
      422,
      'WATCHLIST_OTHER_SITE',
      'The watchlist belongs to another site than the case; nothing was asked for.',
    );
  assertUsable(list);
  if (Date.parse(input.to) > Date.parse(list.expiresOn))
    throw new HttpError(
      422,
      'AUTHORISATION_BEYOND_LIST',
      `The watchlist ends on ${list.expiresOn}, before the search would; nothing was asked for.`,
    );
  if (input.scope.kind === 'cameras')
    for (const cameraId of input.scope.cameraIds)
      if ((await requireCamera(tx, cameraId, by)).siteId !== file.siteId)
        throw new HttpError(
          422,
          'CAMERA_OTHER_SITE',
          'A camera belongs to another site than the case; nothing was asked for.',
        );
  return file;
}

/**
 * Whether what was asked for could still be asked for when somebody approves it.
 * @throws HttpError 409 `CASE_CLOSED`, `AUTHORISATION_OVER`, `WATCHLIST_EXPIRED`, `WATCHLIST_UNREVIEWED`
 */
export async function assertStillAskable(
  tx: Database,
  asked: StoredFaceAuthorisation,
  now: number,
): Promise<void> {
  const file = await getCaseFile(tx, asked.caseId);
  if (file === null) throw new NotFoundError('case');
  assertCaseOpen(file);
  if (Date.parse(asked.to) <= now || (asked.approveBy !== null && Date.parse(asked.approveBy) <= now))
    throw new ConflictError(
      'AUTHORISATION_OVER',
      'Its time is over; nothing was changed. Ask for a new one.',
    );
  await lockWatchlist(tx, asked.watchlistId);
  assertUsable(await requireWatchlist(tx, asked.watchlistId, 'all', now));
}

/** @throws NotFoundError `CASE_NOT_FOUND` for who does not work on it */
export async function assertMemberOfCase(db: Database, caseId: Identifier, by: Principal): Promise<CaseFile> {
  const file = await getCaseFile(db, caseId);
  if (file === null || !mayWorkOn(by, 'case.read', file)) throw new NotFoundError('case');
  return file;
}

function assertCaseOpen(file: CaseFile): void {
  if (file.closedAt !== null)
    throw new ConflictError('CASE_CLOSED', `${file.number} is closed; nobody is searched for it.`);
}

/**
 * A list that is in time, and that somebody looked through as it is now.
 * @throws HttpError 409 `WATCHLIST_EXPIRED`, `WATCHLIST_UNREVIEWED`
 */
export function assertUsable(list: StoredWatchlist): void {
  if (list.state === 'expired') throw expired(list.expiresOn);
  if (list.state === 'unreviewed')
    throw new ConflictError(
      'WATCHLIST_UNREVIEWED',
      'Nobody has looked through the watchlist since its last change, or it is too long ago; nothing was changed. Have it reviewed first.',
    );
}

function assertTimes({ from, to }: Pick<FaceAuthorisationInput, 'from' | 'to'>, now: number): void {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  const wrong =
    end <= begin
      ? 'It would end before it begins.'
      : end <= now
        ? 'It would be over already.'
        : end - begin > MOST_AUTHORISED_DAYS * DAY_MS
          ? `It would last longer than ${MOST_AUTHORISED_DAYS} days.`
          : begin > now + MOST_AUTHORISED_DAYS * DAY_MS
            ? `It would begin more than ${MOST_AUTHORISED_DAYS} days from now.`
            : null;
  if (wrong !== null) throw new HttpError(422, 'AUTHORISATION_TIME', `${wrong} Nothing was asked for.`);
}
