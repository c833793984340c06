import { Readable } from 'node:stream';
import type { Digest } from '@amaan/contracts/digest';
import type { FaceMatchPicture } from '@amaan/contracts/faces/matches/face-match';
import type { Identifier } from '@amaan/contracts/identifier';
import type { EvidenceView } from '@amaan/contracts/redaction/masked-evidence';
import type { PossibleMatch } from '@amaan/store/faces/matches/face-matches';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../../access/decide.ts';
import { asHttpError, HttpError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { Redaction } from '../../redaction/create-redaction.ts';
import type { FaceMatchService } from './face-match-service.ts';
import { matchRights } from './match-view.ts';

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

/** What is sent of a picture. */
export interface SentPicture {
  readonly content: Readable;
  readonly mediaType: string;
}

export interface MatchPictureOptions {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'openStream'>;
  readonly redaction: Pick<Redaction, 'versions' | 'originals'>;
  readonly matches: Pick<FaceMatchService, 'find'>;
  readonly openEnrolled: OpenEnrolled;
  readonly now: () => number;
}

/**
 * The pictures that reviewers compare: the face itself and the enrolled one as they are, and what the camera saw around it
 * masked. Every reading of one is in the ledger, of which match where it is for a case.
 */
export class MatchPictureService {
  readonly #options: MatchPictureOptions;

  constructor(options: MatchPictureOptions) {
    this.#options = options;
  }

  /**
   * @param view of what the camera saw: masked, or the original where it is open to them
   * @throws NotFoundError `FACE_MATCH_NOT_FOUND`, `PICTURE_NOT_FOUND` when an enrolled one is gone or there is no
   *   other candidate; HttpError 403 `REVIEWERS_ONLY`, 404
   *   `OBJECT_NOT_FOUND` when the object store has lost it, 403 `NOT_UNMASKED`, and as `MaskedVersions.of`
   */
  async open(
    id: Identifier,
    kind: FaceMatchPicture,
    by: Principal,
    view: EvidenceView = 'masked',
  ): Promise<SentPicture> {
    const { db, matches, openEnrolled } = this.#options;
    const { observation } = await matches.find(db, id, by);
    if (kind === 'enrolled' || kind === 'next-best') {
      if (kind === 'next-best') this.#requireReviewer(by);
      await this.#record(observation, kind, by);
      const { watchlistId, pictureId, nextBest } = observation;
      const shown = kind === 'enrolled' ? pictureId : nextBest?.pictureId;
      const enrolled = shown === undefined ? null : await openEnrolled({ watchlistId, pictureId: shown });
      if (enrolled === null) throw new NotFoundError('picture');
      return { content: Readable.from([enrolled.bytes]), mediaType: enrolled.mediaType };
    }
    // In a picture that somebody brought all other faces were covered before it was kept.
    if (kind === 'picture' && observation.cameraId !== null)
      return view === 'original' ? this.#original(observation, by) : this.#masked(observation, by);
    await this.#record(observation, kind, by);
    return this.#send(observation[kind]);
  }

  /** Who judges no match has nothing to compare another person's face for. */
  #requireReviewer(by: Principal): void {
    const { review, rule } = matchRights(by, this.#options.now());
    if (review || rule) return;
    throw new HttpError(
      403,
      'REVIEWERS_ONLY',
      'The picture of the next-best candidate is shown to those who judge the match.',
    );
  }

  async #masked(observation: PossibleMatch, by: Principal): Promise<SentPicture> {
    const { digest, mediaType } = observation.picture;
    // The ledger does not tell when it was made: reviewers would know that somebody looked.
    const original = { digest, mediaType, cameraId: observation.cameraId, observationId: null };
    const made = await this.#options.redaction.versions.of(original);
    await this.#record(observation, 'picture', by);
    return this.#send({ digest: made.maskedDigest, mediaType: made.mediaType });
  }

  async #original(observation: PossibleMatch, by: Principal): Promise<SentPicture> {
    const { originals } = this.#options.redaction;
    const subject = { kind: 'face-match', matchId: observation.id } as const;
    const opened = await originals.open(subject, by, { begins: true, download: false });
    const sent = await this.#send(observation.picture);
    sent.content.once(
      'close',
      opened.hold(() => sent.content.destroy(new Error('The un-masking ended.'))),
    );
    return sent;
  }

  async #send({
    digest,
    mediaType,
  }: {
    readonly digest: Digest;
    readonly mediaType: string;
  }): Promise<SentPicture> {
    const { content } = await this.#options.objects.openStream(digest).catch((error: unknown) => {
      throw asHttpError(error, { OBJECT_NOT_FOUND: 404 });
    });
    return { content, mediaType };
  }

  async #record(
    { id, siteId }: Pick<PossibleMatch, 'id' | 'siteId'>,
    picture: FaceMatchPicture,
    by: Principal,
  ): Promise<void> {
    const { db, now } = this.#options;
    const { purpose } = by;
    // Reviewers read the ledger too: which match another one looks at would tell that there is an answer.
    const entry = ledgerEntry({
      kind: 'face.match-picture-read',
      at: now(),
      actor: `user:${by.id}`,
      subject: purpose === undefined ? `site:${siteId}` : `face-match:${id}`,
      data: { picture, ...(purpose && { purposeId: purpose.id, caseId: purpose.caseId }) },
    });
    await changeInLedger(db, async () => ({ result: undefined, entries: [entry] }));
  }
}
