import type { Identifier } from '@amaan/contracts/identifier';
import type { UnmaskSubject } from '@amaan/contracts/redaction/unmasking';
import { getCaseFile } from '@amaan/store/case-files';
import type { Database } from '@amaan/store/open-database';
import {
  countOpening,
  listOpenUnmaskings,
  lockUnmasking,
  type StoredUnmasking,
} from '@amaan/store/redaction/unmaskings';
import type { Principal } from '../access/decide.ts';
import { HttpError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { mayUnmask } from './may-unmask.ts';
import type { OpenOriginals } from './open-originals.ts';
import type { OpenedOriginal, UnmaskGrants } from './unmask-grants.ts';
import { isSameSubject } from './unmask-subjects.ts';
import type { UnmaskingChanges } from './unmasking-changes.ts';

export interface OriginalAccessOptions {
  readonly db: Database;
  readonly originals: OpenOriginals;
  readonly changes: UnmaskingChanges;
  readonly now: () => number;
}

/** What a stored original is opened as. */
export interface Opening {
  /** Whether this request reads it from its beginning; the pieces after it are part of the same opening. */
  readonly begins: boolean;
  /** Whether it is saved as a file. */
  readonly download: boolean;
}

/** How many openings are remembered; beyond that some pieces of clips are recorded again. */
const MOST_OPENINGS = 10_000;

/** The only way to an original: an un-masking in force of this very person for this very thing. Each opening is recorded. */
export class OriginalAccess implements UnmaskGrants {
  readonly #options: OriginalAccessOptions;
  readonly #openings = new Set<string>();

  constructor(options: OriginalAccessOptions) {
    this.#options = options;
  }

  /**
   * Opens a stored original to somebody, with its ledger entry.
   * @throws HttpError 403 `NOT_UNMASKED`
   */
  async open(subject: UnmaskSubject, by: Principal, { begins, download }: Opening): Promise<OpenedOriginal> {
    const { now } = this.#options;
    const grant = await this.#grantOf(by, (one) => isSameSubject(one, subject), now());
    if (grant === null || grant.until === null)
      throw new HttpError(
        403,
        'NOT_UNMASKED',
        'The original is not open to you: it was not asked for, waits for a second person, or its time is over.',
      );
    return this.#open(grant, grant.until, by, { begins, download });
  }

  async openLive(by: Principal, cameraId: Identifier, begins: boolean): Promise<OpenedOriginal | null> {
    const isOfCamera = (one: UnmaskSubject) => one.kind === 'live' && one.cameraId === cameraId;
    const grant = await this.#grantOf(by, isOfCamera, this.#options.now());
    if (grant === null || grant.until === null) return null;
    return this.#open(grant, grant.until, by, { begins, download: false });
  }

  async covers(by: Principal, cameraId: Identifier, now: number): Promise<boolean> {
    const grant = await this.#grantOf(by, (one) => one.kind === 'live' && one.cameraId === cameraId, now);
    return grant !== null;
  }

  onChange(listener: () => void): () => void {
    return this.#options.changes.onChange(listener);
  }

  async #open(
    grant: StoredUnmasking,
    until: string,
    by: Principal,
    { begins, download }: Opening,
  ): Promise<OpenedOriginal> {
    const { originals, now } = this.#options;
    const opening = `${grant.id} ${by.id}`;
    if (begins || download || !this.#openings.has(opening)) await this.#record(grant, by, download);
    if (this.#openings.size >= MOST_OPENINGS) this.#openings.clear();
    this.#openings.add(opening);
    return {
      unmaskingId: grant.id,
      hold: (end) => originals.hold(grant.id, Date.parse(until), now(), end),
    };
  }

  async #grantOf(
    by: Principal,
    wanted: (subject: UnmaskSubject) => boolean,
    now: number,
  ): Promise<StoredUnmasking | null> {
    const { db } = this.#options;
    for (const grant of await listOpenUnmaskings(db, by.id, now)) {
      if (!grant.live || !wanted(grant.subject)) continue;
      const file = await getCaseFile(db, grant.caseId);
      if (file !== null && mayUnmask(by, file, now)) return grant;
    }
    return null;
  }

  async #record(grant: StoredUnmasking, by: Principal, download: boolean): Promise<void> {
    const { db, now } = this.#options;
    const { id, caseId, subject, originalDigest } = grant;
    await changeInLedger(db, async (tx) => {
      await lockUnmasking(tx, id);
      await countOpening(tx, id);
      const entry = ledgerEntry({
        kind: download ? 'unmasking.exported' : 'unmasking.opened',
        at: now(),
        actor: `user:${by.id}`,
        subject: `unmasking:${id}`,
        data: { caseId, purposeId: by.purpose?.id ?? null, subject: { ...subject }, originalDigest },
      });
      return { result: undefined, entries: [entry] };
    });
  }
}
