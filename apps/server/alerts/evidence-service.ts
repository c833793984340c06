import type { Readable } from 'node:stream';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import type { Identifier } from '@amaan/contracts/identifier';
import { listEvidenceItems } from '@amaan/store/evidence-items';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { ByteRange } from '../http/byte-range.ts';
import { asHttpError, NotFoundError } from '../http/http-errors.ts';

export interface EvidenceServiceOptions {
  readonly db: Database;
  readonly objects: ObjectStore;
}

/** The pictures and clips that belong to observations. */
export class EvidenceService {
  readonly #options: EvidenceServiceOptions;

  constructor(options: EvidenceServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError `EVIDENCE_ITEM_NOT_FOUND` */
  async find(observationId: Identifier, kind: EvidenceItem['kind']): Promise<EvidenceItem> {
    const items = await listEvidenceItems(this.#options.db, observationId);
    const item = items.find((candidate) => candidate.kind === kind);
    if (item === undefined) throw new NotFoundError('evidence item');
    return item;
  }

  /**
   * The bytes of an item, or of a part of it.
   * @throws HttpError 404 `OBJECT_NOT_FOUND` when the object store has lost it
   */
  async open(item: EvidenceItem, range?: ByteRange): Promise<Readable> {
    const stream = await this.#options.objects.openStream(item.digest, range).catch((error: unknown) => {
      throw asHttpError(error, { OBJECT_NOT_FOUND: 404 });
    });
    return stream.content;
  }
}
