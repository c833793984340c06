import { digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type {
  BulkCancel,
  BulkCancelDecision,
  BulkCancelInput,
  BulkCancelPreview,
  BulkCancelQuery,
  BulkCancelScope,
} from '@amaan/contracts/violations/bulk-cancel';
import { personKey } from '@amaan/governance/four-eyes';
import type { Database } from '@amaan/store/open-database';
import {
  type BulkActor,
  countOpenCases,
  decideBulkCancel,
  getBulkCancel,
  insertBulkCancel,
  listBulkCancels,
  listScopedChallans,
  lockBulkCancel,
  readBulkProgress,
  type StoredBulkCancel,
} from '@amaan/store/violations/bulk-cancels';
import { coversSite, decide, decideAsPerson, type Principal } from '../../access/decide.ts';
import { requireOtherPerson } from '../../access/require-other-person.ts';
import { ConflictError, HttpError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { cancellable, previewOf } from './preview-of.ts';

export interface BulkCancelServiceOptions {
  readonly db: Database;
  /** Called when one may begin. */
  readonly onApproved: () => void;
  readonly now: () => number;
}

/**
 * Takes challans back by the thousand: those of one camera, of one version of its software, of some time. One person asks,
 * having seen what it would do; another approves exactly that list; a job does it.
 */
export class BulkCancelService {
  readonly #options: BulkCancelServiceOptions;

  constructor(options: BulkCancelServiceOptions) {
    this.#options = options;
  }

  /** What it would do now. @throws NotFoundError `CAMERA_NOT_FOUND` */
  async preview(scope: BulkCancelScope, by: Principal): Promise<BulkCancelPreview> {
    await this.#siteOf(scope, by);
    return this.#previewOf(this.#options.db, scope);
  }

  /**
   * Asks for it.
   * @throws NotFoundError `CAMERA_NOT_FOUND`; HttpError 403 `PERSON_UNKNOWN`, 409 `PREVIEW_CHANGED`, 422 `NOTHING_TO_CANCEL`
   */
  async ask({ scope, reason, digest }: BulkCancelInput, by: Principal): Promise<BulkCancel> {
    const siteId = await this.#siteOf(scope, by);
    const id = newIdentifier();
    const actor = this.#actorOf(by);
    await changeInLedger(this.#options.db, async (tx) => {
      const preview = await this.#previewOf(tx, scope);
      requireSeen(preview, digest);
      await insertBulkCancel(tx, { id, siteId, scope, reason, preview }, actor);
      const data = { ...scopeData(scope), challans: preview.challans, amount: preview.amount };
      const entry = this.#entry('bulk-cancel.asked', id, by, {
        ...data,
        reasonDigest: digestOfJson(reason),
        digest,
      });
      return { result: undefined, entries: [entry] };
    });
    return this.get(id, by);
  }

  /**
   * The second person's word; what is approved begins at once, with the challans of the list that this person saw.
   * @throws NotFoundError `BULK_CANCEL_NOT_FOUND`; HttpError 403 `FOUR_EYES`, `PERSON_UNKNOWN`, 409 `BULK_CANCEL_DECIDED`,
   *   `PREVIEW_CHANGED`, 422 `NOTHING_TO_CANCEL`
   */
  async decide(
    id: Identifier,
    { decision, note, digest }: BulkCancelDecision,
    by: Principal,
  ): Promise<BulkCancel> {
    const { db, onApproved } = this.#options;
    const actor = this.#actorOf(by);
    await changeInLedger(db, async (tx) => {
      const stored = await lockBulkCancel(tx, id);
      if (stored === null || !coversSite(by.sites, stored.siteId)) throw new NotFoundError('bulk cancel');
      if (stored.state !== 'asked')
        throw new ConflictError('BULK_CANCEL_DECIDED', 'Somebody has decided this; nothing was changed.');
      requireOtherPerson(by, [{ person: stored.askedPerson }]);
      const scoped = await listScopedChallans(tx, stored.scope);
      const preview = previewOf(scoped, await countOpenCases(tx, stored.scope));
      const isApproved = decision === 'approved';
      if (isApproved) requireSeen(preview, digest);
      const challans = isApproved ? cancellable(scoped) : [];
      await decideBulkCancel(
        tx,
        id,
        { state: isApproved ? 'running' : 'refused', note, preview, challans },
        actor,
      );
      const data = { ...scopeData(stored.scope), challans: challans.length, noteDigest: digestOfJson(note) };
      const entry = this.#entry(`bulk-cancel.${decision}`, id, by, { ...data, digest: preview.digest });
      return { result: undefined, entries: [entry] };
    });
    if (decision === 'approved') onApproved();
    return this.get(id, by);
  }

  /** @throws NotFoundError `BULK_CANCEL_NOT_FOUND` */
  async get(id: Identifier, by: Principal): Promise<BulkCancel> {
    const stored = await getBulkCancel(this.#options.db, id);
    if (stored === null || !coversSite(by.sites, stored.siteId)) throw new NotFoundError('bulk cancel');
    return this.#viewOf(stored, by);
  }

  /** Newest first. */
  async list(query: BulkCancelQuery, by: Principal): Promise<BulkCancel[]> {
    const stored = await listBulkCancels(this.#options.db, by.sites, query);
    return Promise.all(stored.map((one) => this.#viewOf(one, by)));
  }

  async #viewOf(stored: StoredBulkCancel, by: Principal): Promise<BulkCancel> {
    const { db } = this.#options;
    const { askedPerson, decidedBy: _, ...shown } = stored;
    const isOpen = stored.state === 'asked';
    return {
      ...shown,
      // While nobody has decided, what it would do now: that is what is decided on.
      preview: isOpen ? await this.#previewOf(db, stored.scope) : stored.preview,
      progress: await readBulkProgress(db, stored.id),
      mayDecide:
        isOpen &&
        decide(by, 'bulk-cancel.approve').allowed &&
        decideAsPerson(by.person, [askedPerson]).allowed,
    };
  }

  async #previewOf(db: Database, scope: BulkCancelScope): Promise<BulkCancelPreview> {
    return previewOf(await listScopedChallans(db, scope), await countOpenCases(db, scope));
  }

  async #siteOf({ cameraId }: BulkCancelScope, by: Principal): Promise<Identifier> {
    // Also a camera that was removed: what it did stays.
    const row = await this.#options.db
      .selectFrom('camera')
      .select('site_id')
      .where('id', '=', cameraId)
      .executeTakeFirst();
    if (row === undefined || !coversSite(by.sites, row.site_id)) throw new NotFoundError('camera');
    return row.site_id;
  }

  #actorOf(by: Principal): BulkActor {
    const person = personKey(by.person);
    if (person === null)
      throw new HttpError(
        403,
        'PERSON_UNKNOWN',
        'Nobody knows who is behind this account, so it cannot take challans back. Ask an administrator.',
      );
    return { at: instantOf(this.#options.now()), by: by.id, name: by.name, person };
  }

  #entry(kind: string, id: Identifier, by: Principal, data: LedgerEntry['data']): LedgerEntry {
    const at = this.#options.now();
    return ledgerEntry({ kind, at, actor: `user:${by.id}`, subject: `bulk-cancel:${id}`, data });
  }
}

/** @throws HttpError 409 `PREVIEW_CHANGED`, 422 `NOTHING_TO_CANCEL` */
function requireSeen(preview: BulkCancelPreview, digest: string): void {
  if (preview.challans === 0)
    throw new HttpError(
      422,
      'NOTHING_TO_CANCEL',
      'No challan of this camera, software and time is in force.',
    );
  if (preview.digest !== digest)
    throw new ConflictError(
      'PREVIEW_CHANGED',
      'The challans are not those that were shown any more. Look at the list as it is now; nothing was changed.',
    );
}

function scopeData({ cameraId, softwareVersion, from, to }: BulkCancelScope) {
  return { cameraId, softwareVersion, from, to };
}
