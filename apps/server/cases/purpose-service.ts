import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { PurposeInput, StatedPurposeView } from '@amaan/contracts/stated-purpose';
import { getCaseFile } from '@amaan/store/case-files';
import type { Database } from '@amaan/store/open-database';
import { findValidPurpose, insertStatedPurpose } from '@amaan/store/stated-purposes';
import { coversSite, type Principal } from '../access/decide.ts';
import { ConflictError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { mayWorkOn } from './may-work-on.ts';

export interface PurposeServiceOptions {
  readonly db: Database;
  readonly now: () => number;
}

/** How long a purpose opens data before it must be stated again. */
export const PURPOSE_MS = 60 * 60 * 1000;

/** What investigators say before they read alerts and evidence. */
export class PurposeService {
  readonly #options: PurposeServiceOptions;

  constructor(options: PurposeServiceOptions) {
    this.#options = options;
  }

  /**
   * Puts a purpose on record, with its ledger entry.
   * @throws NotFoundError `CASE_NOT_FOUND`, also when they are no member; ConflictError `CASE_CLOSED`
   */
  async state(input: PurposeInput, by: Principal): Promise<StatedPurposeView> {
    const { db, now } = this.#options;
    const at = now();
    const stated = { ...input, userId: by.id, at: instantOf(at), expiresAt: instantOf(at + PURPOSE_MS) };
    const id = await changeInLedger(db, async (tx) => {
      const file = await getCaseFile(tx, input.caseId);
      if (file === null || !mayWorkOn(by, 'case.read', file)) throw new NotFoundError('case');
      if (file.closedAt !== null)
        throw new ConflictError('CASE_CLOSED', `${file.number} is closed; nothing can be read for it.`);
      const purposeId = await insertStatedPurpose(tx, stated);
      const entry = ledgerEntry({
        kind: 'purpose.stated',
        at,
        actor: `user:${by.id}`,
        subject: `case:${input.caseId}`,
        // The words may name people: the ledger holds their digest.
        data: { purposeId, purpose: input.purpose, statementDigest: digestOfJson(input.statement) },
      });
      return { result: purposeId, entries: [entry] };
    });
    const view = await this.find(id, by);
    if (view === null) throw new NotFoundError('purpose');
    return view;
  }

  /** A purpose of somebody while it holds: not expired, the case open and theirs, its site theirs. */
  async find(id: Identifier, by: Pick<Principal, 'id' | 'sites'>): Promise<StatedPurposeView | null> {
    const { db, now } = this.#options;
    const found = await findValidPurpose(db, id, by.id, instantOf(now()));
    return found !== null && coversSite(by.sites, found.siteId) ? found : null;
  }
}
