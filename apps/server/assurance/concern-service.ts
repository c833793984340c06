import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import {
  Concern,
  type ConcernInput,
  type ConcernProgress,
  type ConcernReceipt,
} from '@amaan/contracts/governance/concern';
import type { GovernanceRecord, RecordAuthor } from '@amaan/contracts/governance/record';
import type { Identifier } from '@amaan/contracts/identifier';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { RECORD_FLOWS } from '@amaan/governance/assurance/record-flow';
import {
  eraseConcernContact,
  findConcernByNumber,
  getConcernContact,
  insertConcernReceipt,
} from '@amaan/store/concerns';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import { HttpError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { RecordService } from '../records/record-service.ts';

/** Somebody who did not say who they are. Nothing that could tell is kept anywhere. */
const NOBODY: RecordAuthor = {
  actor: 'anonymous',
  name: 'Anonymous',
  person: 'anonymous',
  role: 'anonymous',
};

/** Crockford's base 32: no letter that is read as another. 16 of them are 80 bits. */
const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 16;

export interface ConcernServiceOptions {
  readonly db: Database;
  readonly records: RecordService;
  readonly secrets: SecretBox;
  readonly now: () => number;
}

/** Concerns that people inside and outside raise, with their name or without. */
export class ConcernService {
  readonly #options: ConcernServiceOptions;

  constructor(options: ConcernServiceOptions) {
    this.#options = options;
  }

  /**
   * Takes a concern.
   * @param by the person who says who they are, or null
   * @returns what whoever raised it needs to follow it; the code is kept nowhere else
   * @throws HttpError 422 `SYSTEM_UNKNOWN`
   */
  async raise(
    input: ConcernInput,
    origin: Concern['origin'],
    by: RecordAuthor | null,
  ): Promise<ConcernReceipt> {
    const { db, records, secrets } = this.#options;
    const code = newCode();
    const number = await changeInLedger(db, async (tx) => {
      await requireSystem(tx, input.system);
      const { result, entries } = await records.openIn(tx, {
        kind: 'concern',
        system: input.system ?? null,
        title: input.category,
        status: RECORD_FLOWS.concern.initial,
        owner: null,
        reviewAt: null,
        expiresAt: null,
        body: Concern.parse({ origin, category: input.category, what: input.what }),
        by: by ?? NOBODY,
        note: '',
      });
      const contact = input.contact === undefined || input.contact === '' ? null : input.contact;
      await insertConcernReceipt(tx, {
        recordId: result.id,
        codeDigest: digestOf(code),
        contactSealed: contact === null ? null : secrets.seal(contact, `concern ${result.id}`),
      });
      return { result: result.number, entries };
    });
    return { number, code };
  }

  /**
   * What became of a concern, for whoever holds its receipt.
   * @throws HttpError 404 `RECEIPT_UNKNOWN`, the same for a wrong number and a wrong code
   */
  async progress({ number, code }: ConcernReceipt): Promise<ConcernProgress> {
    const found = await findConcernByNumber(this.#options.db, number);
    const digest = digestOf(code.toUpperCase().replaceAll(/[\s-]/g, ''));
    if (found === null || !timingSafeEqual(digest, found.codeDigest)) {
      throw new HttpError(404, 'RECEIPT_UNKNOWN', 'There is no concern with this number and code.');
    }
    const { record } = found;
    const { answer } = Concern.parse(record.body);
    return {
      number: record.number,
      status: record.status,
      raisedAt: record.openedAt,
      changedAt: record.changedAt,
      answer: record.status === 'answered' || record.status === 'closed' ? answer : '',
    };
  }

  /** How to reach whoever raised it; null: not given, or erased. */
  async contactOf(id: Identifier): Promise<string | null> {
    const sealed = await getConcernContact(this.#options.db, id);
    return sealed === null ? null : this.#options.secrets.open(sealed, `concern ${id}`);
  }

  /** What happens when a concern is closed: how to reach the person is erased. */
  async follow(tx: Database, record: GovernanceRecord, by: RecordAuthor): Promise<LedgerEntry[]> {
    if (record.closedAt === null || !(await eraseConcernContact(tx, record.id))) return [];
    const { now } = this.#options;
    const subject = `record:${record.id}`;
    return [ledgerEntry({ kind: 'concern.contact-erased', at: now(), actor: by.actor, subject, data: {} })];
  }
}

async function requireSystem(tx: Database, system: string | undefined): Promise<void> {
  if (system === undefined) return;
  const known = await tx.selectFrom('ai_system').select('id').where('id', '=', system).executeTakeFirst();
  if (known === undefined) {
    throw new HttpError(422, 'SYSTEM_UNKNOWN', `There is no AI system “${system}”; nothing was saved.`);
  }
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}

function digestOf(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
