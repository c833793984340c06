import type { Readable } from 'node:stream';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import {
  CASE_EVIDENCE,
  type CaseEvidenceKey,
  type CaseEvidence as CaseEvidencePiece,
} from '@amaan/contracts/violations/violation-case';
import { listEvidenceItems } from '@amaan/store/evidence-items';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { getMaskedObject } from '@amaan/store/redaction/masked-objects';
import type { StoredViolationCase } from '@amaan/store/violations/violation-cases';
import { asHttpError, NotFoundError } from '../../http/http-errors.ts';
import type { MaskedVersions } from '../../redaction/masked-versions.ts';
import { EVIDENCE_KIND_OF } from '../intake/evidence-set.ts';

export interface CaseEvidenceOptions {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'openStream'>;
  readonly versions: Pick<MaskedVersions, 'of'>;
}

/** A picture or clip as it is sent. */
export interface ShownCaseEvidence {
  readonly mediaType: string;
  readonly bytes: number;
  readonly content: Readable;
}

/** The pictures, plate and clip of a case: reviewers and citizens see the same, with all others in them masked. */
export class CaseEvidence {
  readonly #options: CaseEvidenceOptions;

  constructor(options: CaseEvidenceOptions) {
    this.#options = options;
  }

  async list(of: StoredViolationCase): Promise<CaseEvidencePiece[]> {
    const { db } = this.#options;
    const shown: CaseEvidencePiece[] = [];
    for (const key of CASE_EVIDENCE) {
      const item = await this.#itemOf(of, key);
      if (item === null) continue;
      const { digest, mediaType, bytes, capturedAt } = item;
      const isBare = key === 'plate';
      const ready = isBare || (await getMaskedObject(db, digest)) !== null;
      shown.push({ key, digest, mediaType, bytes, capturedAt, view: isBare ? 'bare' : 'masked', ready });
    }
    return shown;
  }

  /** @throws NotFoundError `EVIDENCE_ITEM_NOT_FOUND` */
  async item(of: StoredViolationCase, key: CaseEvidenceKey): Promise<EvidenceItem> {
    const item = await this.#itemOf(of, key);
    if (item === null) throw new NotFoundError('evidence item');
    return item;
  }

  /**
   * A piece as everybody sees it. @throws NotFoundError `EVIDENCE_ITEM_NOT_FOUND`; HttpError 404 `OBJECT_NOT_FOUND`, and as
   * `MaskedVersions.of` while it is being masked
   */
  async open(of: StoredViolationCase, key: CaseEvidenceKey): Promise<ShownCaseEvidence> {
    const item = await this.item(of, key);
    if (key === 'plate') return this.#stream(item);
    const { digest, mediaType } = item;
    const { cameraId, observationId } = of;
    const made = await this.#options.versions.of({ digest, mediaType, cameraId, observationId });
    return this.#stream({ ...made, digest: made.maskedDigest });
  }

  async #stream({
    digest,
    mediaType,
    bytes,
  }: Pick<EvidenceItem, 'digest' | 'mediaType' | 'bytes'>): Promise<ShownCaseEvidence> {
    const { content } = await this.#options.objects.openStream(digest).catch((error: unknown) => {
      throw asHttpError(error, { OBJECT_NOT_FOUND: 404 });
    });
    return { mediaType, bytes, content };
  }

  async #itemOf({ observationId }: StoredViolationCase, key: CaseEvidenceKey): Promise<EvidenceItem | null> {
    const items = await listEvidenceItems(this.#options.db, observationId);
    return items.find(({ kind }) => kind === EVIDENCE_KIND_OF[key]) ?? null;
  }
}
