import type {
  FaceMatch,
  FaceMatchAnswerInput,
  FaceMatchQuery,
} from '@amaan/contracts/faces/matches/face-match';
import type { Identifier } from '@amaan/contracts/identifier';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import { personKey } from '@amaan/governance/four-eyes';
import {
  type FaceMatchFilter,
  getFaceMatch,
  listFaceMatches,
  type StoredFaceMatch,
} from '@amaan/store/faces/matches/face-matches';
import type { Database } from '@amaan/store/open-database';
import { citizenDataSites, type Principal } from '../../access/decide.ts';
import { NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { matchRights, viewOfMatch } from './match-view.ts';
import { type GivenAnswer, recordAnswer } from './record-answer.ts';

export interface FaceMatchServiceOptions {
  readonly db: Database;
  readonly now: () => number;
  readonly publish: (update: LiveUpdate) => void;
  /** Told when a picture of a list has to be met more or less closely. */
  readonly onWeightChanged: (watchlistId: Identifier) => void;
}

/** Possible matches as people see them and answer on them. An answer has no consequence but the state of the match. */
export class FaceMatchService {
  readonly #options: FaceMatchServiceOptions;

  constructor(options: FaceMatchServiceOptions) {
    this.#options = options;
  }

  /** The matches of somebody's sites, or of the case that they read for; the newest first. */
  async page(query: FaceMatchQuery, by: Principal): Promise<FaceMatch[]> {
    const { db, now } = this.#options;
    const rights = matchRights(by, now());
    const { state, caseId, cameraId, simulated, waiting, after, limit } = query;
    const person = personKey(by.person);
    if (rights.caseId === null || (waiting && (person === null || !rights.review))) return [];
    const ofCase = rights.caseId === 'any' ? caseId : rights.caseId;
    if (caseId !== undefined && ofCase !== caseId) return [];
    const filter: FaceMatchFilter = {
      sites: citizenDataSites(by),
      limit,
      ...(state !== undefined && { states: [state] }),
      ...(ofCase !== undefined && { caseId: ofCase }),
      ...(cameraId !== undefined && { cameraId }),
      ...(simulated !== undefined && { simulated }),
      ...(after !== undefined && { after }),
      ...(waiting && person !== null && { waitingFor: { person, mayRule: rights.rule } }),
    };
    return (await listFaceMatches(db, filter)).map((match) => viewOfMatch(match, by, rights));
  }

  /** @throws NotFoundError `FACE_MATCH_NOT_FOUND`, also when it is of a site or a case that is not theirs */
  async get(id: Identifier, by: Principal): Promise<FaceMatch> {
    const { db, now } = this.#options;
    return viewOfMatch(await this.find(db, id, by), by, matchRights(by, now()));
  }

  /**
   * A match as somebody opens it: when they read for a stated purpose, the ledger says so.
   * @throws NotFoundError `FACE_MATCH_NOT_FOUND`
   */
  async open(id: Identifier, by: Principal): Promise<FaceMatch> {
    const { db, now } = this.#options;
    const match = await this.get(id, by);
    const { purpose } = by;
    if (purpose === undefined) return match;
    const entry = ledgerEntry({
      kind: 'face.match-read',
      at: now(),
      actor: `user:${by.id}`,
      subject: `face-match:${id}`,
      data: { purposeId: purpose.id, caseId: purpose.caseId },
    });
    return changeInLedger(db, async () => ({ result: match, entries: [entry] }));
  }

  /**
   * What one of the two reviewers says.
   * @throws HttpError 404 `FACE_MATCH_NOT_FOUND`, 403 `ASKER_MAY_NOT_REVIEW`, `PERSON_UNKNOWN`, 409 `ANSWERED_ALREADY`,
   *   `REVIEWED_ALREADY`
   */
  review(id: Identifier, input: FaceMatchAnswerInput, by: Principal): Promise<FaceMatch> {
    return this.#answer(id, { role: 'review', input }, by);
  }

  /**
   * What the supervisor says of a dispute.
   * @throws HttpError as `review`, and 409 `NOT_DISPUTED`
   */
  rule(id: Identifier, input: FaceMatchAnswerInput, by: Principal): Promise<FaceMatch> {
    return this.#answer(id, { role: 'ruling', input }, by);
  }

  /** @throws NotFoundError `FACE_MATCH_NOT_FOUND` */
  async find(db: Database, id: Identifier, by: Principal): Promise<StoredFaceMatch> {
    const { caseId } = matchRights(by, this.#options.now());
    const match = await getFaceMatch(db, id, citizenDataSites(by));
    if (match === null || (caseId !== 'any' && caseId !== match.caseId))
      throw new NotFoundError('face match');
    return match;
  }

  async #answer(
    id: Identifier,
    given: Pick<GivenAnswer, 'role' | 'input'>,
    by: Principal,
  ): Promise<FaceMatch> {
    const { db, now, publish, onWeightChanged } = this.#options;
    await this.find(db, id, by);
    const { match, isDecided, isWeighed } = await changeInLedger(db, (tx) =>
      recordAnswer(tx, { ...given, matchId: id, by, at: now() }),
    );
    // Of a first answer nobody is told: the other reviewer must not know that there is one.
    const { siteId, watchlistId } = match.observation;
    if (isDecided)
      publish({
        type: 'face-match',
        match: { matchId: id, siteId, caseId: match.caseId, state: match.state },
      });
    if (isWeighed) onWeightChanged(watchlistId);
    return viewOfMatch(match, by, matchRights(by, now()));
  }
}
