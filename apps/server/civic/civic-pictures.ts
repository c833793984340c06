import type { Readable } from 'node:stream';
import type { CivicPicture } from '@amaan/contracts/civic/civic-ticket';
import type { Digest } from '@amaan/contracts/digest';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { listCameras } from '@amaan/store/cameras';
import {
  deleteCivicPicture,
  insertCivicPicture,
  listCivicPictures,
  type StoredCivicPicture,
} from '@amaan/store/civic/civic-history';
import { getCivicTicket, type StoredCivicTicket } from '@amaan/store/civic/civic-tickets';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { isObjectNamed } from '@amaan/store/redaction/masked-objects';
import type { Principal } from '../access/decide.ts';
import { asHttpError, ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { OneAtATime } from '../one-at-a-time.ts';
import type { Masking } from '../redaction/masking.ts';
import { cleanPicture, requireSize } from '../uploads/clean-picture.ts';
import { civicEntry } from './civic-entry.ts';

export interface CivicPicturesOptions {
  readonly db: Database;
  readonly objects: ObjectStore;
  readonly masking: Pick<Masking, 'picture' | 'mask'>;
  readonly now: () => number;
  readonly onChanged: () => void;
}

export const LARGEST_CIVIC_PICTURE_BYTES = 8 * 1024 * 1024;
/** Of one moment of a ticket. */
const MOST_PICTURES = 6;

type Moment = CivicPicture['moment'];

/** Pictures of places, before and after. Only masked ones are kept; where nothing masks, nothing is kept. */
export class CivicPictures {
  readonly #options: CivicPicturesOptions;
  /** One at a time: a picture takes memory while it is made anew. */
  readonly #line = new OneAtATime();

  constructor(options: CivicPicturesOptions) {
    this.#options = options;
  }

  /** Keeps the newest masked picture of the ticket's camera. @throws HttpError 422 `TICKET_HAS_NO_CAMERA`, and as `Masking` */
  async fromCamera(id: Identifier, moment: Moment, by: Principal): Promise<CivicPicture> {
    const ticket = await this.#require(id, by);
    if (ticket.cameraId === null)
      throw new HttpError(
        422,
        'TICKET_HAS_NO_CAMERA',
        'This ticket belongs to no camera; nothing was stored. Bring a picture as a file.',
      );
    const { body } = await this.#options.masking.picture(ticket.cameraId);
    return this.#keep(ticket, { moment, source: 'camera', takenAt: this.#options.now() }, body, by);
  }

  /**
   * Makes a brought picture anew, masks it, and keeps that.
   * @throws HttpError 413 `FILE_TOO_LARGE`; 415 `FILE_TYPE_UNSUPPORTED`; 422 `FILE_EMPTY`, `FILE_UNREADABLE`; and as
   *   `Masking.mask`
   */
  async fromUpload(id: Identifier, moment: Moment, bytes: Buffer, by: Principal): Promise<CivicPicture> {
    const ticket = await this.#require(id, by);
    requireSize(bytes, LARGEST_CIVIC_PICTURE_BYTES);
    const cameraId = await this.#maskingCamera(ticket);
    const masked = await this.#line.run(async () => {
      const clean = await cleanPicture(bytes);
      if (clean === null)
        throw new HttpError(
          415,
          'FILE_TYPE_UNSUPPORTED',
          'By its content this is neither JPEG nor PNG; nothing was stored.',
        );
      return this.#options.masking.mask({ bytes: clean, mediaType: 'image/jpeg', cameraId });
    });
    return this.#keep(ticket, { moment, source: 'upload', takenAt: null }, masked.bytes, by);
  }

  /** A picture's bytes. @throws HttpError 404 `TICKET_NOT_FOUND`, `PICTURE_NOT_FOUND`, `OBJECT_NOT_FOUND` */
  async open(id: Identifier, pictureId: Identifier, by: Principal): Promise<Readable> {
    const { db, objects } = this.#options;
    await this.#require(id, by);
    const picture = (await listCivicPictures(db, [id])).find((each) => each.id === pictureId);
    if (picture === undefined) throw new NotFoundError('picture');
    const { content } = await objects.openStream(picture.objectDigest).catch((error: unknown) => {
      throw asHttpError(error, { OBJECT_NOT_FOUND: 404 });
    });
    return content;
  }

  /** Takes out a picture of a ticket that is not at an end. @throws HttpError 404, 409 `TICKET_ENDED` */
  async remove(id: Identifier, pictureId: Identifier, by: Principal): Promise<void> {
    const { db, objects, now, onChanged } = this.#options;
    const ticket = await this.#require(id, by);
    requireUnended(ticket);
    const picture = (await listCivicPictures(db, [id])).find((each) => each.id === pictureId);
    if (picture === undefined) throw new NotFoundError('picture');
    await changeInLedger(db, async (tx) => {
      await deleteCivicPicture(tx, pictureId);
      const data = { pictureId, digest: picture.objectDigest };
      const entry = civicEntry('picture-removed', id, { at: now(), actor: `user:${by.id}`, data });
      return { result: undefined, entries: [entry] };
    });
    if (!(await isObjectNamed(db, picture.objectDigest))) await objects.remove(picture.objectDigest);
    onChanged();
  }

  /** Puts down a masked picture that is in the object store already. */
  async adopt(
    ticketId: Identifier,
    masked: { readonly digest: Digest; readonly bytes: number },
    shot: {
      readonly takenAt: string;
      readonly addedBy: string;
      readonly actor: string;
    },
  ): Promise<void> {
    const { now, onChanged } = this.#options;
    await this.#record(
      {
        ...{ id: newIdentifier(), ticketId, moment: 'before', source: 'alert', takenAt: shot.takenAt },
        ...{ addedAt: instantOf(now()), addedBy: shot.addedBy, bytes: masked.bytes },
        objectDigest: masked.digest,
      },
      shot.actor,
    );
    onChanged();
  }

  async #keep(
    ticket: StoredCivicTicket,
    {
      moment,
      source,
      takenAt,
    }: { readonly moment: Moment; readonly source: 'camera' | 'upload'; readonly takenAt: number | null },
    bytes: Uint8Array,
    by: Principal,
  ): Promise<CivicPicture> {
    const { db, objects, now, onChanged } = this.#options;
    requireUnended(ticket);
    const picture: StoredCivicPicture = {
      ...{ id: newIdentifier(), ticketId: ticket.id, moment, source },
      takenAt: takenAt === null ? null : instantOf(takenAt),
      ...{ addedAt: instantOf(now()), addedBy: by.name, bytes: bytes.length },
      objectDigest: digestOfBytes(bytes),
    };
    // The row comes before the object, so that a crash leaves nothing that no row names.
    if (!(await this.#record(picture, `user:${by.id}`)))
      throw new ConflictError(
        'PICTURES_ENOUGH',
        `${MOST_PICTURES} pictures of this moment are there already; nothing was stored. Remove one first.`,
      );
    try {
      await objects.put(bytes);
    } catch (error) {
      await deleteCivicPicture(db, picture.id);
      throw error;
    }
    onChanged();
    const { ticketId: _, objectDigest: __, ...shot } = picture;
    return shot;
  }

  /** @returns whether there was room for it */
  #record(picture: StoredCivicPicture, actor: string): Promise<boolean> {
    const { db, now } = this.#options;
    return changeInLedger(db, async (tx) => {
      const result = await insertCivicPicture(tx, picture, MOST_PICTURES);
      const data = {
        ...{ pictureId: picture.id, moment: picture.moment, source: picture.source },
        digest: picture.objectDigest,
      };
      const entry = civicEntry('picture-added', picture.ticketId, { at: now(), actor, data });
      return { result, entries: result ? [entry] : [] };
    });
  }

  /** The camera whose permit of redaction a brought picture is masked under: the ticket's, or the nearest of its site. */
  async #maskingCamera({ cameraId, siteId, position }: StoredCivicTicket): Promise<Identifier> {
    if (cameraId !== null) return cameraId;
    const cameras = await listCameras(this.#options.db, { siteId, simulated: false });
    const away = (place: readonly [number, number] | null) =>
      place === null ? Number.POSITIVE_INFINITY : Math.hypot(place[0] - position[0], place[1] - position[1]);
    const [nearest] = cameras.sort((a, b) => away(a.position) - away(b.position));
    if (nearest === undefined)
      throw new HttpError(
        409,
        'MASKING_NOT_PERMITTED',
        'This site has no camera, so that no permit to mask pictures is in force; nothing was stored.',
      );
    return nearest.id;
  }

  async #require(id: Identifier, by: Principal): Promise<StoredCivicTicket> {
    const ticket = await getCivicTicket(this.#options.db, id, by.sites);
    if (ticket === null) throw new NotFoundError('ticket');
    return ticket;
  }
}

function requireUnended({ state }: StoredCivicTicket): void {
  if (state === 'closed' || state === 'dismissed')
    throw new ConflictError(
      'TICKET_ENDED',
      'This ticket is at its end; nothing was changed. Reopen it first.',
    );
}
