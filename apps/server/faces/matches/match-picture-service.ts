import { Readable } from 'node:stream';
import type { FaceMatchPicture } from '@amaan/contracts/faces/matches/face-match';
import type { Identifier } from '@amaan/contracts/identifier';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../../access/decide.ts';
import { asHttpError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { FaceMatchService } from './face-match-service.ts';

/** An enrolled picture out of its seal. */
export interface EnrolledPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Opens an enrolled picture; null once it, its list, or the key of the list is gone. */
export type OpenEnrolled = (key: {
  readonly watchlistId: Identifier;
  readonly pictureId: Identifier;
}) => Promise<EnrolledPicture | null>;

export interface MatchPictureOptions {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'openStream'>;
  readonly matches: Pick<FaceMatchService, 'find'>;
  readonly openEnrolled: OpenEnrolled;
  readonly now: () => number;
}

/** The pictures that reviewers compare. Every reading of one is in the ledger, of which match where it is for a case. */
export class MatchPictureService {
  readonly #options: MatchPictureOptions;

  constructor(options: MatchPictureOptions) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError `FACE_MATCH_NOT_FOUND`, `PICTURE_NOT_FOUND` when an enrolled one is gone; HttpError 404
   *   `OBJECT_NOT_FOUND` when the object store has lost it
   */
  async open(
    id: Identifier,
    kind: FaceMatchPicture,
    by: Principal,
  ): Promise<{ readonly content: Readable; readonly mediaType: string }> {
    const { db, objects, matches, openEnrolled, now } = this.#options;
    const { observation } = await matches.find(db, id, by);
    const { purpose } = by;
    // Reviewers read the ledger too: which match another one looks at would tell that there is an answer.
    const entry = ledgerEntry({
      kind: 'face.match-picture-read',
      at: now(),
      actor: `user:${by.id}`,
      subject: purpose === undefined ? `site:${observation.siteId}` : `face-match:${id}`,
      data: { picture: kind, ...(purpose && { purposeId: purpose.id, caseId: purpose.caseId }) },
    });
    await changeInLedger(db, async () => ({ result: undefined, entries: [entry] }));
    if (kind === 'enrolled') {
      const enrolled = await openEnrolled(observation);
      if (enrolled === null) throw new NotFoundError('picture');
      return { content: Readable.from([enrolled.bytes]), mediaType: enrolled.mediaType };
    }
    const { digest, mediaType } = observation[kind];
    const { content } = await objects.openStream(digest).catch((error: unknown) => {
      throw asHttpError(error, { OBJECT_NOT_FOUND: 404 });
    });
    return { content, mediaType };
  }
}
