import type { WatchlistFinding, WatchlistFindingDecision } from '@amaan/contracts/faces/watchlist-entry';
import type { Identifier } from '@amaan/contracts/identifier';
import { decideFinding, listFindings } from '@amaan/store/faces/watchlist-findings';
import {
  getWatchlistPicture,
  releaseHeldPictures,
  removeWatchlistPictures,
} from '@amaan/store/faces/watchlist-pictures';
import type { ObjectStore } from '@amaan/store/object-store';
import { citizenDataSites, type Principal } from '../access/decide.ts';
import { requireOtherPerson } from '../access/require-other-person.ts';
import { ConflictError, NotFoundError } from '../http/http-errors.ts';
import { changeWatchlist, requireWatchlistHead, type WatchlistContext } from './change-watchlist.ts';
import { faceAuthor } from './face-changes.ts';
import { sweepFaceObjects } from './face-object-sweep.ts';

export interface FindingServiceOptions extends WatchlistContext {
  readonly objects: Pick<ObjectStore, 'remove'>;
}

/** What enrolment noticed: one person under two entries, or two people in one. A person says what is true. */
export class FindingService {
  readonly #options: FindingServiceOptions;

  constructor(options: FindingServiceOptions) {
    this.#options = options;
  }

  /** Open ones first. @throws NotFoundError `WATCHLIST_NOT_FOUND` */
  async list(watchlistId: Identifier, by: Principal): Promise<WatchlistFinding[]> {
    const { db, now } = this.#options;
    await requireWatchlistHead(db, watchlistId, citizenDataSites(by), now());
    return listFindings(db, { watchlistId });
  }

  /**
   * Somebody other than who enrolled the picture decides. Where it does not belong to its entry it goes: the same
   * person under another entry, or another person than the entry's. Else it is searched once nothing else is open.
   * @throws NotFoundError `WATCHLIST_FINDING_NOT_FOUND`; HttpError 403 `FOUR_EYES`, 409 `FINDING_DECIDED`
   */
  async decide(
    watchlistId: Identifier,
    id: Identifier,
    { decision }: WatchlistFindingDecision,
    by: Principal,
  ): Promise<WatchlistFinding> {
    const decided = await changeWatchlist(this.#options, watchlistId, by, async (open) => {
      const { tx, box, at, revision } = open;
      const [finding] = await listFindings(tx, { watchlistId, id });
      if (finding === undefined) throw new NotFoundError('watchlist finding');
      if (finding.decision !== null)
        throw new ConflictError('FINDING_DECIDED', 'This was decided already; nothing was changed.');
      const { pictureId } = finding;
      const picture = await getWatchlistPicture(tx, box, { watchlistId, id: pictureId });
      if (picture === null) throw new NotFoundError('watchlist picture');
      requireOtherPerson(by, [{ person: picture.addedPerson }]);
      await decideFinding(tx, id, decision, at, faceAuthor(by));
      const isMisplaced = (finding.kind === 'one-person-two-entries') === (decision === 'same-person');
      if (isMisplaced) await removeWatchlistPictures(tx, { id: pictureId }, at);
      await releaseHeldPictures(tx, watchlistId, revision);
      const data = { findingId: id, finding: finding.kind, decision, pictureId, removed: isMisplaced };
      return {
        result: { ...finding, decision, decidedAt: at, decidedBy: by.name },
        entries: [{ kind: 'watchlist.finding-decided', data }],
      };
    });
    await this.#options.changes.picturesRemoved(watchlistId);
    await sweepFaceObjects(this.#options.db, this.#options.objects);
    return decided;
  }
}
