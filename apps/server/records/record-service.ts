import { digestOfJson } from '@amaan/contracts/digest-of';
import type {
  GovernanceRecord,
  RecordAuthor,
  RecordHistory,
  RecordSignature,
} from '@amaan/contracts/governance/record';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Database } from '@amaan/store/open-database';
import {
  changeRecord,
  createRecord,
  getRecord,
  getRecordHistory,
  listRecords,
  type NewRecord,
  type RecordChange,
  type RecordFilter,
  type RecordRevision,
  reviseRecord,
  signRecord,
} from '@amaan/store/records';
import { asHttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

export interface RecordServiceOptions {
  readonly db: Database;
  readonly now: () => number;
}

type Opening = Omit<NewRecord, 'at' | 'demo'> & { readonly demo?: boolean };
type Revision = Omit<RecordRevision, 'at'>;
type Signing = Omit<RecordSignature, 'id' | 'at' | 'demo'> & { readonly demo?: boolean };

/**
 * Documented information of every kind: opened, revised, signed and changed, each with its ledger entry in
 * the same transaction. What a kind means, and who may do what when, is the business of the services above.
 */
export class RecordService {
  readonly #options: RecordServiceOptions;

  constructor(options: RecordServiceOptions) {
    this.#options = options;
  }

  list(filter: RecordFilter): Promise<GovernanceRecord[]> {
    return listRecords(this.#options.db, filter);
  }

  /** @throws NotFoundError `RECORD_NOT_FOUND` */
  async get(id: Identifier): Promise<GovernanceRecord> {
    const record = await getRecord(this.#options.db, id);
    if (record === null) throw new NotFoundError('record');
    return record;
  }

  /** @throws NotFoundError `RECORD_NOT_FOUND` */
  async history(id: Identifier): Promise<RecordHistory> {
    const history = await getRecordHistory(this.#options.db, id);
    if (history === null) throw new NotFoundError('record');
    return history;
  }

  open(record: Opening): Promise<GovernanceRecord> {
    return this.#change((tx) => this.openIn(tx, record));
  }

  /** @throws HttpError 404 `RECORD_NOT_FOUND`, 409 `RECORD_CHANGED` */
  revise(revision: Revision): Promise<GovernanceRecord> {
    return this.#change((tx) => this.reviseIn(tx, revision));
  }

  /** Adds a signature to a version and changes what goes with it, such as the status. */
  sign(id: Identifier, signing: Signing, change: RecordChange): Promise<GovernanceRecord> {
    return this.#change((tx) => this.signIn(tx, id, signing, change));
  }

  /** Changes status, owner or dates. @throws HttpError 404 `RECORD_NOT_FOUND` */
  change(id: Identifier, by: RecordAuthor, note: string, change: RecordChange): Promise<GovernanceRecord> {
    return this.#change((tx) => this.changeIn(tx, id, by, note, change));
  }

  /** `open` as a part of the caller's transaction: append the entries to the ledger in it. */
  async openIn(tx: Database, record: Opening) {
    const created = await createRecord(tx, { demo: false, ...record, at: this.#at() });
    return { result: created, entries: [this.#entry('opened', created, record.by.actor)] };
  }

  /** `revise` as a part of the caller's transaction. */
  async reviseIn(tx: Database, revision: Revision) {
    const revised = await reviseRecord(tx, { ...revision, at: this.#at() });
    return { result: revised, entries: [this.#entry('revised', revised, revision.by.actor)] };
  }

  /** `sign` as a part of the caller's transaction. */
  async signIn(tx: Database, id: Identifier, signing: Signing, change: RecordChange) {
    await signRecord(tx, id, { demo: false, ...signing, at: this.#at() });
    const record = await changeRecord(tx, id, change);
    const data = { version: signing.version, meaning: signing.meaning };
    return { result: record, entries: [this.#entry('signed', record, signing.by.actor, data)] };
  }

  /** `change` as a part of the caller's transaction. */
  async changeIn(tx: Database, id: Identifier, by: RecordAuthor, note: string, change: RecordChange) {
    const record = await changeRecord(tx, id, change);
    const { reviewAt, expiresAt } = record;
    const data = { reviewAt, expiresAt, noteDigest: digestOfJson(note) };
    return { result: record, entries: [this.#entry('changed', record, by.actor, data)] };
  }

  #change(
    change: (tx: Database) => Promise<{ result: GovernanceRecord; entries: LedgerEntry[] }>,
  ): Promise<GovernanceRecord> {
    return changeInLedger(this.#options.db, change).catch((error: unknown) => {
      throw asHttpError(error, { RECORD_NOT_FOUND: 404, RECORD_CHANGED: 409 });
    });
  }

  #at(): string {
    return instantOf(this.#options.now());
  }

  #entry(what: string, record: GovernanceRecord, actor: string, data: LedgerEntry['data'] = {}): LedgerEntry {
    const { kind, number, system, status, version, digest } = record;
    return ledgerEntry({
      kind: `record.${what}`,
      at: this.#options.now(),
      actor,
      subject: `record:${record.id}`,
      data: { kind, number, system, status, version, digest, ...data },
    });
  }
}
