import type { Readable } from 'node:stream';
import type { Digest } from '@amaan/contracts/digest';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import type { Identifier } from '@amaan/contracts/identifier';
import type { EvidenceView, MaskedEvidenceReport } from '@amaan/contracts/redaction/masked-evidence';
import {
  type EvidencePlace,
  listEvidenceItems,
  listEvidenceOfAlerts,
  placeOfEvidence,
} from '@amaan/store/evidence-items';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { citizenDataSites, type Principal } from '../access/decide.ts';
import type { ByteRange } from '../http/byte-range.ts';
import { asHttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { Redaction } from '../redaction/create-redaction.ts';
import { maskingUnderWay, type Original } from '../redaction/masked-versions.ts';
import type { Opening } from '../redaction/original-access.ts';
import type { OpenedOriginal } from '../redaction/unmask-grants.ts';

export interface EvidenceServiceOptions {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'openStream'>;
  readonly redaction: Pick<Redaction, 'versions' | 'originals'>;
  readonly now: () => number;
}

export interface WantedEvidence {
  readonly observationId: Identifier;
  readonly kind: EvidenceItem['kind'];
}

/** An item that somebody may know of. */
export interface FoundEvidence {
  readonly item: EvidenceItem;
  /** Null while the observation itself has not come. */
  readonly place: EvidencePlace | null;
}

/** What somebody is shown of an item. */
export interface ShownEvidence {
  readonly digest: Digest;
  readonly mediaType: string;
  readonly bytes: number;
  /** `as-is`: what the work is about, which nobody masks. */
  readonly view: EvidenceView | 'as-is';
  /** Of an original: what ends with the right to see it. */
  readonly opened: OpenedOriginal | null;
}

/** How many readings are remembered; beyond that some pieces of clips are recorded again. */
const LARGEST_READINGS = 10_000;

/** The pictures and clips that belong to observations. Everybody sees them masked, unless the original is open to them. */
export class EvidenceService {
  readonly #options: EvidenceServiceOptions;
  readonly #readings = new Set<string>();

  constructor(options: EvidenceServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError `EVIDENCE_ITEM_NOT_FOUND`, also when it belongs to a site that is not theirs */
  async find({ observationId, kind }: WantedEvidence, by: Principal): Promise<FoundEvidence> {
    const { db } = this.#options;
    const items = await listEvidenceItems(db, observationId);
    const item = items.find((candidate) => candidate.kind === kind);
    const place = await placeOfEvidence(db, observationId);
    const sites = citizenDataSites(by);
    const visible = sites === 'all' || sites.includes(place?.siteId ?? '');
    if (item === undefined || !visible) throw new NotFoundError('evidence item');
    return { item, place };
  }

  /**
   * What somebody sees of an item: its masked version, or the original where it is open to them. The reading is recorded.
   * @throws HttpError 403 `NOT_UNMASKED`, and as `MaskedVersions.of`
   */
  async show(
    found: FoundEvidence,
    by: Principal,
    { view, ...opening }: Opening & { readonly view: EvidenceView },
  ): Promise<ShownEvidence> {
    const shown = await this.#show(found, by, view, opening);
    if (shown.view !== 'original') await this.#recordReading(found.item, shown, by, opening);
    return shown;
  }

  /**
   * What was covered in the masked version of an item, and under what it was made.
   * @throws NotFoundError `MASKED_VERSION_NOT_FOUND` for what is not masked; HttpError as `MaskedVersions.of`
   */
  async report(found: FoundEvidence): Promise<MaskedEvidenceReport> {
    if (found.item.kind === 'plate-crop') throw new NotFoundError('masked version');
    const { observationId, kind, capturedAt } = found.item;
    const made = await this.#options.redaction.versions.of(originalOf(found.item, found.place?.cameraId));
    return { observationId, kind, capturedAt, ...made };
  }

  /** Masks what people are going to look at before they do. */
  async maskAhead(observationIds: readonly Identifier[]): Promise<void> {
    const { db, redaction } = this.#options;
    const found = await listEvidenceOfAlerts(db, observationIds);
    redaction.versions.ahead(
      found
        .filter(({ item }) => item.kind !== 'plate-crop')
        .map(({ item, cameraId }) => originalOf(item, cameraId)),
    );
  }

  /**
   * The bytes of what is shown, or of a part of it.
   * @throws HttpError 404 `OBJECT_NOT_FOUND` when the object store has lost it
   */
  async open({ digest, opened }: ShownEvidence, range?: ByteRange): Promise<Readable> {
    const { content } = await this.#options.objects.openStream(digest, range).catch((error: unknown) => {
      throw asHttpError(error, { OBJECT_NOT_FOUND: 404 });
    });
    if (opened !== null) {
      const release = opened.hold(() => content.destroy(new Error('The un-masking ended.')));
      content.once('close', release);
    }
    return content;
  }

  async #show(
    found: FoundEvidence,
    by: Principal,
    view: EvidenceView,
    opening: Opening,
  ): Promise<ShownEvidence> {
    const { versions, originals } = this.#options.redaction;
    const { observationId, kind, digest, mediaType, bytes } = found.item;
    if (kind === 'plate-crop') return { digest, mediaType, bytes, view: 'as-is', opened: null };
    if (view === 'original') {
      const subject = { kind: 'evidence', observationId, evidence: kind } as const;
      const opened = await originals.open(subject, by, opening);
      return { digest, mediaType, bytes, view, opened };
    }
    const made = await versions.of(originalOf(found.item, found.place?.cameraId));
    return { digest: made.maskedDigest, mediaType: made.mediaType, bytes: made.bytes, view, opened: null };
  }

  /**
   * Records in the ledger that somebody reads an item for a stated purpose, or saves it as a file. A player asks for a
   * clip piece by piece: the pieces after the first are part of the same reading.
   */
  async #recordReading(
    { observationId, kind }: EvidenceItem,
    { digest, view }: ShownEvidence,
    { id, purpose }: Principal,
    { begins, download }: Opening,
  ): Promise<void> {
    if (purpose === undefined && !download) return;
    const { db, now } = this.#options;
    const reading = `${id} ${purpose?.id} ${download} ${digest}`;
    if (!begins && this.#readings.has(reading)) return;
    this.#readings.add(reading);
    if (this.#readings.size > LARGEST_READINGS) this.#readings.clear();
    const entry = ledgerEntry({
      kind: download ? 'evidence.exported' : 'evidence.read',
      at: now(),
      actor: `user:${id}`,
      subject: `observation:${observationId}`,
      data: {
        ...{ kind, digest, view },
        ...(purpose && { purposeId: purpose.id, caseId: purpose.caseId }),
      },
    });
    await changeInLedger(db, async () => ({ result: null, entries: [entry] }));
  }
}

/** @throws HttpError 503 `MASKING_UNDER_WAY` while nobody knows of which camera it is */
function originalOf(
  { digest, mediaType, observationId }: EvidenceItem,
  cameraId: Identifier | undefined,
): Original {
  if (cameraId === undefined) throw maskingUnderWay();
  return { digest, mediaType, observationId, cameraId };
}
