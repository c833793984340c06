import type { GovernanceRecord, RecordAuthor, RecordHistory } from '@amaan/contracts/governance/record';
import type { RecordInFlow, RecordInput, RecordStepInput } from '@amaan/contracts/governance/record-step';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { type FlowKind, RECORD_FLOWS, stepGaps, stepsFrom } from '@amaan/governance/assurance/record-flow';
import type { Database } from '@amaan/store/open-database';
import { listRecordsNaming } from '@amaan/store/record-relations';
import { getRecordHistory } from '@amaan/store/records';
import { requireOtherPerson } from '../access/require-other-person.ts';
import { asHttpError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import type { RecordService } from '../records/record-service.ts';

type Body = GovernanceRecord['body'];

/** What a kind asks for beyond its flow. */
export interface FlowRules {
  /** Further reasons against a step, one sentence each. */
  readonly gaps?: (tx: Database, record: GovernanceRecord, to: string, person: string) => Promise<string[]>;
  /** What else happens with a step, in its transaction. */
  readonly follow?: (tx: Database, record: GovernanceRecord, by: RecordAuthor) => Promise<LedgerEntry[]>;
}

export interface FlowServiceOptions {
  readonly db: Database;
  readonly records: RecordService;
  readonly rules: Partial<Record<FlowKind, FlowRules>>;
  readonly now: () => number;
}

/**
 * Records that are worked on step by step: incidents, nonconformities, corrective actions, concerns, audits
 * and management reviews. Each step is signed by whoever takes it.
 */
export class FlowService {
  readonly #options: FlowServiceOptions;

  constructor(options: FlowServiceOptions) {
    this.#options = options;
  }

  /** All records of a kind, newest first. */
  list(kind: FlowKind): Promise<GovernanceRecord[]> {
    return this.#options.records.list({ kinds: [kind] });
  }

  /** One record with its signatures and the steps that a person could take. @throws NotFoundError */
  async view(kind: FlowKind, id: Identifier, person: string): Promise<RecordInFlow> {
    const { db } = this.#options;
    const { record, signatures } = await this.#history(db, kind, id);
    const steps = await Promise.all(
      stepsFrom(kind, record.status).map(async ({ to, byAnother }) => ({
        to,
        byAnother: byAnother ?? false,
        gaps: await this.#gaps(db, { record, signatures }, to, person),
      })),
    );
    const related = await listRecordsNaming(db, id);
    return { record, signatures, steps, related };
  }

  /** Opens a record in the first state of its kind. */
  async open(kind: FlowKind, input: RecordInput, body: Body, by: RecordAuthor): Promise<GovernanceRecord> {
    const { records } = this.#options;
    const { note, ...fields } = input;
    return records
      .open({ kind, ...fields, status: RECORD_FLOWS[kind].initial, expiresAt: null, body, by, note })
      .catch((error: unknown) => {
        throw isUnknownSystem(error)
          ? new HttpError(
              422,
              'SYSTEM_UNKNOWN',
              `There is no AI system “${input.system}”; nothing was saved.`,
            )
          : error;
      });
  }

  /**
   * Makes the next version of a record that is not closed.
   * @param seen the version that the person saw
   * @throws HttpError 404 `RECORD_NOT_FOUND`, 409 `RECORD_CHANGED`, `RECORD_CLOSED`
   */
  async revise(
    kind: FlowKind,
    id: Identifier,
    seen: number,
    input: Omit<RecordInput, 'system'>,
    body: Body,
    by: RecordAuthor,
  ): Promise<GovernanceRecord> {
    const { records } = this.#options;
    const { record } = await this.#history(this.#options.db, kind, id);
    if (record.closedAt !== null) throw closed(record);
    return records.revise({ id, seen, ...input, body, by });
  }

  /**
   * Takes a record one state further.
   * @throws HttpError 404 `RECORD_NOT_FOUND`, 409 `STEP_REFUSED` whose sentence lists what is missing
   */
  async step(
    kind: FlowKind,
    id: Identifier,
    { to, reason }: RecordStepInput,
    by: RecordAuthor,
  ): Promise<RecordInFlow> {
    const { db, records, rules, now } = this.#options;
    await changeInLedger(db, async (tx) => {
      await tx.selectFrom('governance_record').select('id').where('id', '=', id).forUpdate().execute();
      const history = await this.#history(tx, kind, id);
      const gaps = await this.#gaps(tx, history, to, by.person);
      if (gaps.length > 0) throw new HttpError(409, 'STEP_REFUSED', gaps.join(' '));
      const { status, version } = history.record;
      const step = stepsFrom(kind, status).find((candidate) => candidate.to === to);
      const before = history.signatures.at(-1)?.by;
      if (step?.byAnother && before !== undefined) requireOtherPerson(by, [before]);
      const closes = step?.closes ?? false;
      const signing = { version, meaning: to, by, statement: reason };
      const change = { status: to, ...(closes && { closedAt: instantOf(now()) }) };
      const signed = await records.signIn(tx, id, signing, change);
      const further = (await rules[kind]?.follow?.(tx, signed.result, by)) ?? [];
      return { result: signed.result, entries: [...signed.entries, ...further] };
    }).catch((error: unknown) => {
      throw asHttpError(error, { RECORD_NOT_FOUND: 404 });
    });
    return this.view(kind, id, by.person);
  }

  async #gaps(
    tx: Database,
    { record, signatures }: Pick<RecordHistory, 'record' | 'signatures'>,
    to: string,
    person: string,
  ): Promise<string[]> {
    const { status, body } = record;
    const kind = record.kind as FlowKind;
    const before = signatures.at(-1)?.by.person ?? null;
    const gaps = stepGaps({ kind, status, to, body, person, before });
    const further = gaps.length > 0 ? [] : await this.#options.rules[kind]?.gaps?.(tx, record, to, person);
    return [...gaps, ...(further ?? [])];
  }

  async #history(tx: Database, kind: FlowKind, id: Identifier): Promise<RecordHistory> {
    const history = await getRecordHistory(tx, id);
    if (history === null || history.record.kind !== kind) throw new NotFoundError('record');
    return history;
  }
}

function closed({ number, status }: GovernanceRecord): HttpError {
  return new HttpError(409, 'RECORD_CLOSED', `${number} is ${status} and stays as it is; open a new one.`);
}

function isUnknownSystem(error: unknown): boolean {
  return error instanceof Error && error.message.includes('governance_record_system_id_fkey');
}
