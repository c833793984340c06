import type { Bus, Subscription } from '@amaan/bus/bus';
import type { Digest } from '@amaan/contracts/digest';
import {
  FaceSearchAnswer,
  FaceSearchRequest,
  faceSearchContext,
  LIVE_FACE_SEARCHES,
  type LiveFaceSearches,
} from '@amaan/contracts/faces/face-search';
import {
  FACE_AUTHORISATIONS_CHANGED,
  type LiveFaceAuthorisation,
} from '@amaan/contracts/faces/live-authorisation';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { makeTemplateKey, openTemplate } from '@amaan/face-recognition/search/sealed-template';
import type { WatchlistAnswer } from '@amaan/face-recognition/search/watchlist-search';
import { faceRecognition } from '@amaan/face-recognition/system';
import { listLiveFaceAuthorisations } from '@amaan/store/faces/face-authorisations';
import { readEnrolledQuality } from '@amaan/store/faces/matches/enrolled-quality';
import { readListWeights } from '@amaan/store/faces/matches/match-target';
import type { Database } from '@amaan/store/open-database';
import { findPermitsInForce, getPermit, readCameraRevocations } from '@amaan/store/permits';
import type { TemplateSearch } from '@amaan/vision/templates/template-search';
import type { Logger } from 'pino';
import type { TemplateVault } from '../template-vault.ts';
import { chooseMatch } from './choose-match.ts';
import { FaceSearchRefused } from './face-search-refused.ts';
import { candidateOf, searchList } from './search-list.ts';
import { SearchedLists } from './searched-lists.ts';

export interface LiveFaceSearchOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly vault: Pick<TemplateVault, 'open' | 'hold' | 'follow'>;
  /** Of the embedding model in use. */
  readonly modelDigest: () => Promise<Digest>;
  readonly now: () => number;
  readonly logger: Logger;
  readonly openSearch?: () => TemplateSearch;
}

/** How often it is looked whether a list's time is over, where nobody says so. */
const LOOK_MS = 1_000;

/**
 * Looks for faces on cameras in watchlists, for workers that hand them over sealed. It answers only under an authorisation
 * that is live at that moment and covers the camera; it keeps nothing of a face, and logs nothing of one.
 */
export class LiveFaceSearch implements AsyncDisposable {
  readonly lists: SearchedLists;
  readonly #options: LiveFaceSearchOptions;
  readonly #key = makeTemplateKey();
  /** Its own, for it alone can open what was sealed for its key. */
  readonly #subject = `faces.search.${newIdentifier()}`;
  readonly #subscriptions: Subscription[];
  readonly #timer: NodeJS.Timeout;
  #permit: { readonly id: Identifier; readonly cameras: ReadonlySet<Identifier> } | null = null;
  #following: Promise<void> = Promise.resolve();

  constructor(options: LiveFaceSearchOptions) {
    this.#options = options;
    this.lists = new SearchedLists(options);
    const { bus } = options;
    this.#subscriptions = [
      bus.respond(LIVE_FACE_SEARCHES, () => this.live()),
      bus.respond(this.#subject, (payload) => this.search(payload)),
      bus.listen(FACE_AUTHORISATIONS_CHANGED, () => this.#follow(true)),
    ];
    this.#timer = setInterval(() => this.#follow(false), LOOK_MS);
    this.#timer.unref();
  }

  /** What is searched on cameras now. */
  async live(): Promise<LiveFaceSearches> {
    const { db, now } = this.#options;
    const at = now();
    const authorisations = await listLiveFaceAuthorisations(db, at);
    return {
      serverTime: instantOf(at),
      publicKey: this.#key.publicKey,
      subject: this.#subject,
      authorisations: authorisations.filter(({ cameraIds }) => cameraIds !== null),
    };
  }

  /**
   * Looks for one face.
   * @param payload a `FaceSearchRequest`
   * @throws FaceSearchRefused, TemplateNotSealed, or HttpError `FACE_SEARCH_NOT_AUTHORISED` of the vault
   */
  async search(payload: unknown): Promise<FaceSearchAnswer> {
    const request = FaceSearchRequest.safeParse(payload);
    if (!request.success) throw new FaceSearchRefused('FACE_REQUEST_MALFORMED');
    const { data } = request;
    const authorisation = await this.#admit(data);
    const template = openTemplate(data.sealed, this.#key, faceSearchContext(data));
    try {
      const { watchlistId, falseMatchesPerSearch: targetPerSearch } = authorisation;
      const answer = await searchList(this.lists, { watchlistId, template, targetPerSearch });
      return await this.#answerOf(data, authorisation, answer);
    } finally {
      template.fill(0);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#subscriptions.map((subscription) => subscription.stop()));
    await this.#following;
    await this.lists[Symbol.asyncDispose]();
  }

  /** The authorisation of a search, as it stands at this moment. @throws FaceSearchRefused */
  async #admit({
    authorisationId,
    cameraId,
    modelDigest,
  }: FaceSearchRequest): Promise<LiveFaceAuthorisation> {
    const { db, now } = this.#options;
    const live = await listLiveFaceAuthorisations(db, now(), { cameraId });
    const authorisation = live.find(({ id }) => id === authorisationId);
    if (authorisation === undefined) throw new FaceSearchRefused('FACE_SEARCH_NOT_AUTHORISED');
    if (!(await this.#isPermitted(cameraId))) throw new FaceSearchRefused('FACES_NOT_PERMITTED');
    if (modelDigest !== (await this.#options.modelDigest()))
      throw new FaceSearchRefused('FACE_MODEL_MISMATCH');
    return authorisation;
  }

  /** Whether the permit of facial recognition that is in force now covers a camera, and was not revoked for it. */
  async #isPermitted(cameraId: Identifier): Promise<boolean> {
    const { db, now } = this.#options;
    const inForce = await findPermitsInForce(db, instantOf(now()));
    const id = inForce.find(({ system }) => system === faceRecognition.id)?.id;
    if (id === undefined) return false;
    // Of a city a permit is a megabyte: it is read once.
    if (this.#permit?.id !== id) {
      const permit = await getPermit(db, id);
      this.#permit = { id, cameras: new Set(permit?.claims.cameras) };
    }
    if (!this.#permit.cameras.has(cameraId)) return false;
    return (await readCameraRevocations(db, [id], [cameraId])).size === 0;
  }

  async #answerOf(
    request: FaceSearchRequest,
    { watchlistId, falseMatchesPerSearch }: LiveFaceAuthorisation,
    answer: WatchlistAnswer,
  ): Promise<FaceSearchAnswer> {
    if (answer.best === null) return { match: null };
    const { db } = this.#options;
    const { worn } = await readListWeights(db, watchlistId);
    const weights = new Map(worn.map(({ pictureId, weight }) => [pictureId, weight]));
    const chosen = chooseMatch(answer, falseMatchesPerSearch, weights);
    if (chosen === null) return { match: null };
    const enrolledQuality = await readEnrolledQuality(db, chosen.best.entry);
    // It may have ended while it was searched; then nobody is named.
    await this.#admit(request);
    if (enrolledQuality === null) return { match: null };
    const { threshold } = chosen;
    return FaceSearchAnswer.parse({
      match: {
        watchlistId,
        ...candidateOf(chosen.best),
        threshold: threshold.threshold,
        falseMatchesPerSearch: threshold.falseMatchesPerSearch,
        listSize: answer.templatesSearched,
        enrolledQuality,
        nextBest: chosen.nextBest === null ? null : candidateOf(chosen.nextBest),
      },
    });
  }

  /** @param isTold whether somebody said that something is different: then the vault looks first */
  #follow(isTold: boolean): void {
    this.#following = this.#following
      .then(() => (isTold ? this.#options.vault.follow() : undefined))
      .then(() => this.lists.follow())
      .then(() => (isTold ? this.lists.refresh() : undefined))
      .catch((error: unknown) => {
        this.#options.logger.error({ err: error }, 'watchlists in memory were not looked at; tried again');
      });
  }
}
