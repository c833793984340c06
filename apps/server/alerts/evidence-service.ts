import type { Readable } from 'node:stream';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import type { Identifier } from '@amaan/contracts/identifier';
import { listEvidenceItems, siteOfEvidence } from '@amaan/store/evidence-items';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { citizenDataSites, type Principal } from '../access/decide.ts';
import type { ByteRange } from '../http/byte-range.ts';
import { asHttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

export interface EvidenceServiceOptions {
  readonly db: Database;
  readonly objects: ObjectStore;
  readonly now: () => number;
}

export interface WantedEvidence {
  readonly observationId: Identifier;
  readonly kind: EvidenceItem['kind'];
}

/** How many readings are remembered; beyond that some pieces of clips are recorded again. */
const LARGEST_READINGS = 10_000;

/** The pictures and clips that belong to observations. */
export class EvidenceService {
  readonly #options: EvidenceServiceOptions;
  readonly #readings = new Set<string>();

  constructor(options: EvidenceServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError `EVIDENCE_ITEM_NOT_FOUND`, also when it belongs to a site that is not theirs */
  async find({ observationId, kind }: WantedEvidence, by: Principal): Promise<EvidenceItem> {
    const { db } = this.#options;
    const items = await listEvidenceItems(db, observationId);
    const item = items.find((candidate) => candidate.kind === kind);
    const sites = citizenDataSites(by);
    const visible = sites === 'all' || sites.includes((await siteOfEvidence(db, observationId)) ?? '');
    if (item === undefined || !visible) throw new NotFoundError('evidence item');
    return item;
  }

  /**
   * Records in the ledger that somebody reads an item for a stated purpose. A player asks for a clip piece
   * by piece: the pieces after the first are part of the same reading.
   * @param begins whether this request reads the item from its beginning
   */
  async recordReading(item: EvidenceItem, { id, purpose }: Principal, begins: boolean): Promise<void> {
    if (purpose === undefined) return;
    const { db, now } = this.#options;
    const reading = `${purpose.id} ${item.digest}`;
    if (!begins && this.#readings.has(reading)) return;
    this.#readings.add(reading);
    if (this.#readings.size > LARGEST_READINGS) this.#readings.clear();
    const entry = ledgerEntry({
      kind: 'evidence.read',
      at: now(),
      actor: `user:${id}`,
      subject: `observation:${item.observationId}`,
      data: { kind: item.kind, digest: item.digest, purposeId: purpose.id, caseId: purpose.caseId },
    });
    await changeInLedger(db, async () => ({ result: null, entries: [entry] }));
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
