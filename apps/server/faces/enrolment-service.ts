import { digestOfJson } from '@amaan/contracts/digest-of';
import type {
  EnrolledPicture,
  NewWatchlistPicture,
  WatchlistPicture,
} from '@amaan/contracts/faces/watchlist-entry';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { insertFindings, listFindings } from '@amaan/store/faces/watchlist-findings';
import {
  getWatchlistPicture,
  insertWatchlistPicture,
  listWatchlistPictures,
  pictureContext,
  plainPicture,
  releaseHeldPictures,
  removeWatchlistPictures,
  type StoredPicture,
} from '@amaan/store/faces/watchlist-pictures';
import { openTemplates, sealTemplate } from '@amaan/store/faces/watchlist-templates';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import { encodeJpeg } from '@amaan/vision/image/encode-jpeg';
import { citizenDataSites, type Principal } from '../access/decide.ts';
import { ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import {
  changeWatchlist,
  type OpenWatchlist,
  requireBox,
  requireWatchlistHead,
  type WatchlistContext,
} from './change-watchlist.ts';
import { chooseFace, cutOutFace } from './choose-face.ts';
import { compareEnrolment } from './compare-enrolment.ts';
import { faceAuthor } from './face-changes.ts';
import type { EmbeddedFace, FaceDesk } from './face-desk.ts';
import { sweepFaceObjects } from './face-object-sweep.ts';
import { readEnrolmentPicture } from './read-enrolment-picture.ts';
import type { AlikePictures, EnrolledLists } from './templates/enrolled-lists.ts';
import { requireEntry } from './watchlist-entry-service.ts';

export interface EnrolmentServiceOptions extends WatchlistContext {
  readonly objects: ObjectStore;
  readonly desk: FaceDesk;
  readonly lists: EnrolledLists;
}

/** Which picture of which list. */
export interface PictureKey {
  readonly watchlistId: Identifier;
  readonly entryId: Identifier;
  readonly id: Identifier;
}

/** More pictures of one person make a search no better. */
const MOST_PICTURES = 20;

/** A face that is ready to be kept. */
interface ReadyFace {
  readonly embedded: EmbeddedFace;
  /** The cut-out face, of nothing but pixels. */
  readonly jpeg: Buffer;
  readonly quality: number;
}

/**
 * Pictures of the people on a watchlist. A template is computed only of the one face that is good enough, under the
 * permit; picture and template are sealed with the list's key before they are kept.
 */
export class EnrolmentService {
  readonly #options: EnrolmentServiceOptions;

  constructor(options: EnrolmentServiceOptions) {
    this.#options = options;
  }

  /**
   * Enrols a picture. What its template says about the list is reported; until a person has decided, it is not searched.
   * @throws NotFoundError `WATCHLIST_NOT_FOUND`, `WATCHLIST_ENTRY_NOT_FOUND`; HttpError 409 `ENTRY_FULL`,
   *   `FACES_NOT_PERMITTED`, `FACES_UNAVAILABLE`, 413, 415 or 422 with what is wrong with the picture
   */
  async enrol(
    { watchlistId, entryId }: Omit<PictureKey, 'id'>,
    input: NewWatchlistPicture,
    by: Principal,
  ): Promise<EnrolledPicture> {
    const { db, secrets, now } = this.#options;
    if (input.takenOn > instantOf(now()).slice(0, 10))
      throw new HttpError(422, 'PICTURE_DATE', 'The picture would be from the future; nothing was stored.');
    await requireWatchlistHead(db, watchlistId, citizenDataSites(by), now());
    await requireEntry(db, await requireBox(db, secrets, watchlistId), { watchlistId, id: entryId });
    const ready = await this.#prepare(Buffer.from(input.picture, 'base64'));
    const { template, modelDigest } = ready.embedded;
    const { lists } = this.#options;
    const key = { watchlistId, entryId, id: newIdentifier() };
    try {
      // Before the list is locked: comparing with many takes a while.
      const alike = await lists.mostAlike(watchlistId, template, modelDigest);
      const { revision, ...enrolled } = await this.#keep(key, input, ready, alike, by);
      await lists.add(key, template, revision);
      return enrolled;
    } finally {
      ready.embedded.template.fill(0);
      ready.jpeg.fill(0);
    }
  }

  /** The pictures of an entry. @throws NotFoundError `WATCHLIST_NOT_FOUND` */
  async list({ watchlistId, entryId }: Omit<PictureKey, 'id'>, by: Principal): Promise<WatchlistPicture[]> {
    const { db, secrets, now } = this.#options;
    await requireWatchlistHead(db, watchlistId, citizenDataSites(by), now());
    const box = await requireBox(db, secrets, watchlistId);
    return (await listWatchlistPictures(db, box, { watchlistId, entryId })).map(plainPicture);
  }

  /** The picture itself, a JPEG; that somebody looked at it goes to the ledger. @throws NotFoundError */
  async open(key: PictureKey, by: Principal): Promise<Buffer> {
    const { db, secrets, objects, now } = this.#options;
    await requireWatchlistHead(db, key.watchlistId, citizenDataSites(by), now());
    const box = await requireBox(db, secrets, key.watchlistId);
    const { objectDigest } = await requirePicture(db, box, key);
    const jpeg = box.openBytes(await objects.get(objectDigest), pictureContext(key.watchlistId, key.id));
    const entry = ledgerEntry({
      kind: 'watchlist.picture-seen',
      at: now(),
      actor: `user:${by.id}`,
      subject: `watchlist:${key.watchlistId}`,
      data: { entryId: key.entryId, pictureId: key.id, purposeId: by.purpose?.id ?? null },
    });
    await changeInLedger(db, async () => ({ result: undefined, entries: [entry] }));
    return jpeg;
  }

  /** Takes a picture off its entry, with its template. @throws NotFoundError `WATCHLIST_PICTURE_NOT_FOUND` */
  async remove(key: PictureKey, by: Principal): Promise<void> {
    const { db, objects, changes } = this.#options;
    await changeWatchlist(
      this.#options,
      key.watchlistId,
      by,
      async ({ tx, box, at, revision }) => {
        const { objectDigest } = await requirePicture(tx, box, key);
        await removeWatchlistPictures(tx, { id: key.id }, at);
        await releaseHeldPictures(tx, key.watchlistId, revision);
        const data = { entryId: key.entryId, pictureId: key.id, sealedDigest: objectDigest };
        return { result: undefined, entries: [{ kind: 'watchlist.picture-removed', data }] };
      },
      { mayBeExpired: true },
    );
    await changes.picturesRemoved(key.watchlistId);
    await sweepFaceObjects(db, objects);
  }

  async #prepare(bytes: Buffer): Promise<ReadyFace> {
    const { desk } = this.#options;
    const picture = await readEnrolmentPicture(bytes);
    const face = chooseFace(await desk.examine(picture));
    const jpeg = await encodeJpeg(cutOutFace(picture, face));
    return { embedded: await desk.embed(face), jpeg, quality: face.quality.total };
  }

  async #keep(
    key: PictureKey,
    { source, lawfulness, takenOn }: NewWatchlistPicture,
    ready: ReadyFace,
    alike: AlikePictures,
    by: Principal,
  ): Promise<EnrolledPicture & { readonly revision: number }> {
    const { objects } = this.#options;
    const { watchlistId, entryId, id } = key;
    const { template, modelDigest, permitId } = ready.embedded;
    return changeWatchlist(this.#options, watchlistId, by, async (open) => {
      const { tx, box, at, revision } = open;
      const { pictures } = await requireEntry(tx, box, { watchlistId, id: entryId });
      if (pictures >= MOST_PICTURES)
        throw new ConflictError(
          'ENTRY_FULL',
          `The entry has ${MOST_PICTURES} pictures, which is the most; nothing was stored. Take another one off first.`,
        );
      const listed = comparable(open, { ...key, modelDigest }, alike);
      const noticed = await compareEnrolment(template, entryId, listed, alike.size);
      const findings = noticed.map((finding) => ({ ...finding, id: newIdentifier(), pictureId: id }));
      const sealed = box.sealBytes(ready.jpeg, pictureContext(watchlistId, id));
      const objectDigest = await objects.put(sealed);
      const state = findings.length === 0 ? 'active' : 'held';
      await insertWatchlistPicture(tx, box, {
        ...{ id, watchlistId, entryId, state, objectDigest, modelDigest, at, revision },
        details: { source, lawfulness, takenOn },
        template: sealTemplate(box, watchlistId, id, template),
        quality: Math.min(1, ready.quality),
        by: faceAuthor(by),
      });
      await insertFindings(tx, watchlistId, findings, at);
      return this.#enrolled(open, key, {
        ...{ objectDigest, modelDigest, permitId, state },
        detailsDigest: digestOfJson({ id, source, lawfulness, takenOn }),
      });
    });
  }

  async #enrolled({ tx, box, revision }: OpenWatchlist, key: PictureKey, facts: Record<string, string>) {
    const { watchlistId, entryId, id } = key;
    const picture = plainPicture(await requirePicture(tx, box, key));
    const findings = await listFindings(tx, { watchlistId, pictureId: id });
    const { objectDigest: sealedDigest, ...rest } = facts;
    const data = { entryId, pictureId: id, sealedDigest: sealedDigest!, ...rest };
    return {
      result: { picture, findings, revision },
      entries: [
        { kind: 'watchlist.picture-enrolled', data },
        ...findings.map((finding) => ({
          kind: 'watchlist.finding-reported',
          data: {
            findingId: finding.id,
            finding: finding.kind,
            pictureId: id,
            otherPictureId: finding.otherPictureId,
          },
        })),
      ],
    };
  }
}

/** A picture of an entry. @throws NotFoundError `WATCHLIST_PICTURE_NOT_FOUND` */
async function requirePicture(db: Database, box: SecretBox, key: PictureKey): Promise<StoredPicture> {
  const picture = await getWatchlistPicture(db, box, key);
  if (picture === null || picture.entryId !== key.entryId) throw new NotFoundError('watchlist picture');
  return picture;
}

/** The templates that a new one is compared with once the list is locked: of whom it is alike, and of its own entry. */
async function* comparable(
  { tx, box, revision }: OpenWatchlist,
  { watchlistId, entryId, modelDigest }: Omit<PictureKey, 'id'> & Pick<EmbeddedFace, 'modelDigest'>,
  alike: AlikePictures,
): ReturnType<typeof openTemplates> {
  const all = { watchlistId, modelDigest, which: 'all' } as const;
  yield* openTemplates(tx, box, all, { pictureIds: alike.pictureIds, entryId });
  // What others brought since it was compared is looked at as well.
  if (alike.revision !== revision - 1) yield* openTemplates(tx, box, all, { changedAfter: alike.revision });
}
