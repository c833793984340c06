import { randomBytes } from 'node:crypto';
import type { Digest } from '@amaan/contracts/digest';
import {
  MOST_MATCHES_PER_SEARCH,
  type PictureFaces,
  type PictureLook,
  type PictureSearch,
  type PictureSearchInput,
} from '@amaan/contracts/faces/searches/picture-search';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { readListWeights } from '@amaan/store/faces/matches/match-target';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { Picture } from '@amaan/vision/image/picture';
import type { Logger } from 'pino';
import type { Principal } from '../../access/decide.ts';
import { ConflictError, HttpError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { EmbeddedFace, FaceDesk } from '../face-desk.ts';
import { readEnrolmentPicture } from '../read-enrolment-picture.ts';
import { chooseMatches } from '../search/choose-match.ts';
import { FaceSearchRefused } from '../search/face-search-refused.ts';
import { searchList } from '../search/search-list.ts';
import type { SearchedLists } from '../search/searched-lists.ts';
import { type AdmittedSearch, admitSearch } from './admit-search.ts';
import { chooseSearchedFace, pictureFaces } from './choose-searched-face.ts';
import { type FinishedSearch, keepSearch } from './keep-search.ts';
import { keptPictures } from './kept-pictures.ts';
import type { SearchLimits } from './search-limits.ts';

export interface FaceSearchServiceOptions {
  readonly db: Database;
  readonly objects: ObjectStore;
  readonly desk: FaceDesk;
  /** Lists in memory, which searches on cameras use too. */
  readonly lists: Pick<SearchedLists, 'open'>;
  readonly limits: SearchLimits;
  /** Of the embedding model in use. */
  readonly modelDigest: () => Promise<Digest>;
  readonly publish: (update: LiveUpdate) => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** What is known of a picture while it is searched. */
interface OpenPicture {
  readonly picture: Picture;
  readonly faces: readonly ExaminedFace[];
}

/**
 * Searches with pictures that investigators bring after the event. A template is made of the one face that a person
 * chose, and of no other; of a face that resembles nobody nothing is kept but that a search took place.
 */
export class FaceSearchService {
  readonly #options: FaceSearchServiceOptions;

  constructor(options: FaceSearchServiceOptions) {
    this.#options = options;
  }

  /**
   * The faces of a picture, judged, so that a person chooses one. No template is made.
   * @throws HttpError as `search`
   */
  look({ authorisationId, picture }: PictureLook, by: Principal): Promise<PictureFaces> {
    return this.#recorded(authorisationId, by, async () => {
      await this.#admit(authorisationId, by);
      await this.#options.limits.charge('look', authorisationId, by);
      return this.#opened(picture, async (open) => facesOf(open));
    });
  }

  /**
   * Searches for one face in the list of the authorisation.
   * @returns the search; or the faces of the picture, where it shows several and nobody said which is meant
   * @throws NotFoundError, HttpError as `admitSearch`; 409 `FACES_NOT_PERMITTED`, `FACES_UNAVAILABLE`,
   *   `FACE_MODEL_MISMATCH`, `FACE_LIST_EMPTY`, `FACE_SEARCH_NOT_AUTHORISED`, `WATCHLIST_CHANGED`; 413, 415 or 422 with
   *   what is wrong with the picture or the face; 429 `FACE_SEARCHES_TOO_MANY`, `FACE_SEARCHES_BUSY`
   */
  search(input: PictureSearchInput, by: Principal): Promise<PictureSearch['id'] | PictureFaces> {
    const { authorisationId, picture } = input;
    return this.#recorded(authorisationId, by, async () => {
      if (Date.parse(input.takenAt) > this.#options.now())
        throw new HttpError(
          422,
          'PICTURE_DATE',
          'The picture would be from the future; nothing was searched.',
        );
      await this.#admit(authorisationId, by);
      await this.#options.limits.charge(input.face === undefined ? 'look' : 'search', authorisationId, by);
      return this.#opened(picture, async (open) => {
        const face = chooseSearchedFace(open.faces, open.picture, input.face);
        if (face === null) return facesOf(open);
        // A picture of one face needs no choice; it counts as the search that it is.
        if (input.face === undefined) await this.#options.limits.charge('search', authorisationId, by);
        // Looking took a while: before a template is made it is asked once more.
        const admitted = await this.#admit(authorisationId, by);
        const embedded = await this.#options.desk.embed(face);
        try {
          return await this.#find(input, by, admitted, { ...open, face, embedded });
        } finally {
          embedded.template.fill(0);
        }
      });
    });
  }

  #admit(authorisationId: string, by: Principal): Promise<AdmittedSearch> {
    return admitSearch(this.#options.db, authorisationId, by, this.#options.now());
  }

  /** Reads a picture and looks at it, and overwrites it afterwards. */
  #opened<Result>(base64: string, work: (open: OpenPicture) => Promise<Result>): Promise<Result> {
    return this.#options.limits.run(async () => {
      const bytes = Buffer.from(base64, 'base64');
      let picture: Picture | undefined;
      let faces: readonly ExaminedFace[] = [];
      try {
        picture = await readEnrolmentPicture(bytes);
        faces = await this.#options.desk.examine(picture);
        return await work({ picture, faces });
      } finally {
        bytes.fill(0);
        picture?.pixels.fill(0);
        for (const { aligned } of faces) aligned.pixels.fill(0);
      }
    });
  }

  async #find(
    input: PictureSearchInput,
    by: Principal,
    admitted: AdmittedSearch,
    shown: OpenPicture & { readonly face: ExaminedFace; readonly embedded: EmbeddedFace },
  ): Promise<PictureSearch['id']> {
    const { db, lists, desk, modelDigest, publish, now, objects, logger } = this.#options;
    const { authorisation, list } = admitted;
    const { picture, face, faces, embedded } = shown;
    if (embedded.modelDigest !== (await modelDigest()))
      throw new ConflictError(
        'FACE_MODEL_MISMATCH',
        'The face was read by another model than the watchlist; nothing was searched.',
      );
    const targetPerSearch = authorisation.falseMatchesPerSearch;
    const answer = await searchList(lists, {
      watchlistId: list.id,
      template: embedded.template,
      targetPerSearch,
      persons: MOST_MATCHES_PER_SEARCH + 1,
    });
    const { worn } = await readListWeights(db, list.id);
    const weights = new Map(worn.map(({ pictureId, weight }) => [pictureId, weight]));
    const chosen = chooseMatches(answer, targetPerSearch, weights);
    const finished: FinishedSearch = {
      id: newIdentifier(),
      salt: randomBytes(32).toString('hex'),
      ...{ input, admitted, picture, face },
      permitId: embedded.permitId,
      modelDigest: embedded.modelDigest,
      listSize: answer.templatesSearched,
      threshold: searchThreshold(answer.templatesSearched, targetPerSearch),
      found: chosen.length,
      matches: chosen.slice(0, MOST_MATCHES_PER_SEARCH),
      shown:
        chosen.length === 0
          ? null
          : { attack: await desk.judge(picture, face), ...(await keptPictures(picture, face, faces)) },
    };
    const matchIds = await keepSearch({ db, objects, now, logger }, finished, by);
    const { siteId, caseId } = authorisation;
    for (const matchId of matchIds)
      publish({ type: 'face-match', match: { matchId, siteId, caseId, state: 'possible' } });
    return finished.id;
  }

  /** Puts a refusal that has to do with the law on record, and gives those of the search itself their HTTP status. */
  async #recorded<Result>(
    authorisationId: string,
    by: Principal,
    work: () => Promise<Result>,
  ): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      const failure = error instanceof FaceSearchRefused ? refusedByList(error) : error;
      if (failure instanceof HttpError && ON_RECORD.test(failure.code)) {
        const { db, now } = this.#options;
        const entry = ledgerEntry({
          kind: 'face-search.refused',
          at: now(),
          actor: `user:${by.id}`,
          subject: `face-authorisation:${authorisationId}`,
          data: { code: failure.code, purposeId: by.purpose?.id ?? null, caseId: by.purpose?.caseId ?? null },
        });
        await changeInLedger(db, async () => ({ result: undefined, entries: [entry] }));
      }
      throw failure;
    }
  }
}

/** Refusals that are not about the picture. */
const ON_RECORD = /^(FACE_AUTHORISATION_|FACE_SEARCH|FACES_NOT_PERMITTED$|FACE_MODEL|FACE_LIST|WATCHLIST_)/;

function facesOf({ faces, picture }: OpenPicture): PictureFaces {
  return { outcome: 'choose-face', faces: pictureFaces(faces, picture) };
}

function refusedByList({ code, message }: FaceSearchRefused): HttpError {
  if (code === 'FACE_SEARCH_NOT_AUTHORISED')
    return new HttpError(
      403,
      code,
      'The authorisation ended, or the watchlist went, while it was searched; nobody is named and nothing was kept.',
    );
  return new ConflictError(code, message);
}
