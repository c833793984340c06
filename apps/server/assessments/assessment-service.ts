import type { Bus } from '@amaan/bus/bus';
import type { AiSystem } from '@amaan/contracts/ai-system';
import {
  type AssessmentDecision,
  type AssessmentForm,
  type AssessmentRevision,
  type AssessmentState,
  type AssessmentView,
  ImpactAssessment,
  type NewAssessment,
} from '@amaan/contracts/governance/impact-assessment';
import type { GovernanceRecord, RecordAuthor } from '@amaan/contracts/governance/record';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { type Revocation, SUBJECTS } from '@amaan/contracts/worker-messages';
import { assessmentForm } from '@amaan/governance/assessments/assessment-form';
import { monthsAfter } from '@amaan/governance/assessments/assessment-validity';
import { missingAnswers } from '@amaan/governance/assessments/missing-answers';
import { insertApprovedAssessment } from '@amaan/store/impact-assessments';
import type { Database } from '@amaan/store/open-database';
import { listRecords } from '@amaan/store/records';
import { listSystems } from '@amaan/store/systems';
import { asHttpError, ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger, type RecordedChange } from '../ledger/change-in-ledger.ts';
import type { ClockGuard } from '../ledger/clock-guard.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { lockRecord } from '../records/lock-record.ts';
import type { RecordService } from '../records/record-service.ts';
import { requireOtherAuthor } from '../records/require-other-author.ts';
import { requireState, requireVersion } from '../records/require-state.ts';
import { assessmentView } from './assessment-view.ts';
import { endAssessment, WITHDRAWN } from './end-assessment.ts';
import { type TouchingIncident, touchAssessments } from './touch-assessments.ts';

const KIND = 'impact-assessment';
const WRITABLE: readonly string[] = ['draft', 'rejected'] satisfies AssessmentState[];

export interface AssessmentServiceOptions {
  readonly db: Database;
  readonly records: RecordService;
  readonly bus: Pick<Bus, 'announce'>;
  /** What is decided is dated, so nothing is decided while the clock stands before what was seen. */
  readonly clock: Pick<ClockGuard, 'assertClockForward'>;
  readonly now: () => number;
  /** Called after what a permit relies on has changed. */
  readonly onChanged: () => Promise<void>;
}

/** AI impact assessments: written, submitted, decided on by somebody else, and in force until they expire. */
export class AssessmentService {
  readonly #options: AssessmentServiceOptions;

  constructor(options: AssessmentServiceOptions) {
    this.#options = options;
  }

  /** The questions as they are put about a system. @throws NotFoundError `SYSTEM_NOT_FOUND` */
  async form(system: string): Promise<AssessmentForm> {
    return assessmentForm(await this.#system(system));
  }

  /** Every assessment, newest first. */
  async list(system?: string): Promise<AssessmentView[]> {
    const { records, db, now } = this.#options;
    const systems = new Map((await listSystems(db)).map(({ definition }) => [definition.id, definition]));
    const found = await records.list({ kinds: [KIND], ...(system !== undefined && { system }) });
    return found.map((record) => assessmentView(record, systems.get(record.system!)!, now()));
  }

  /** @throws NotFoundError `RECORD_NOT_FOUND` */
  async get(id: Identifier): Promise<AssessmentView> {
    const record = await this.#options.records.get(id);
    if (record.kind !== KIND) throw new NotFoundError('record');
    return this.#view(record);
  }

  /**
   * Opens a draft, empty or with the answers of an earlier one.
   * @throws HttpError 404 `SYSTEM_NOT_FOUND`, `RECORD_NOT_FOUND`; 422 `OTHER_SYSTEM`
   */
  async open(input: NewAssessment, by: RecordAuthor, demo = false): Promise<AssessmentView> {
    const system = await this.#system(input.system);
    const record = await this.#options.records.open({
      kind: KIND,
      system: system.id,
      title: `Impact assessment of ${system.name}`,
      status: 'draft',
      owner: by.name,
      reviewAt: null,
      expiresAt: null,
      body: await this.#startingBody(system, input.copyOf),
      by,
      note: '',
      demo,
    });
    return this.#view(record);
  }

  /**
   * Saves a new version of a draft; a rejected one becomes a draft again.
   * @throws HttpError 404 `RECORD_NOT_FOUND`, 409 `RECORD_CHANGED`, `ASSESSMENT_NOT_WRITABLE`
   */
  revise(id: Identifier, revision: AssessmentRevision, by: RecordAuthor): Promise<AssessmentView> {
    return this.#change(id, async (tx, { record }) => {
      requireState(
        record,
        WRITABLE,
        'ASSESSMENT_NOT_WRITABLE',
        'open the next one with its answers taken over',
      );
      return this.#options.records.reviseIn(tx, { id, ...revision, status: 'draft', by });
    });
  }

  /**
   * Hands a draft over for a decision.
   * @throws HttpError 409 `RECORD_CHANGED`, `ASSESSMENT_NOT_DRAFT`; 422 `ANSWERS_MISSING` with the list
   */
  submit(id: Identifier, seen: number, statement: string, by: RecordAuthor): Promise<AssessmentView> {
    return this.#change(id, async (tx, { record }) => {
      requireState(record, ['draft'], 'ASSESSMENT_NOT_DRAFT', 'only a draft can be submitted');
      requireVersion(record, seen);
      const system = await this.#system(record.system!, tx);
      const body = ImpactAssessment.parse(record.body);
      const missing = missingAnswers(assessmentForm(system), body);
      if (missing.length > 0) throw answersMissing(missing);
      requirePresentVersion(body, system);
      const signing = { version: seen, meaning: 'submitted', by, statement, demo: record.demo };
      return this.#options.records.signIn(tx, id, signing, { status: 'submitted' });
    });
  }

  /**
   * Approves or rejects what was submitted. An approval replaces the one before, and permits rely on it from
   * then on; all in one transaction.
   * @throws HttpError 403 `FOUR_EYES`; 409 `RECORD_CHANGED`, `ASSESSMENT_NOT_SUBMITTED`, `SYSTEM_CHANGED`,
   *   `CLOCK_SET_BACK`
   */
  async decide(id: Identifier, decision: AssessmentDecision, by: RecordAuthor): Promise<AssessmentView> {
    await this.#options.clock.assertClockForward();
    const view = await this.#change(id, async (tx, history) => {
      const { record } = history;
      requireState(
        record,
        ['submitted'],
        'ASSESSMENT_NOT_SUBMITTED',
        'only what was submitted can be decided on',
      );
      requireVersion(record, decision.seen);
      requireOtherAuthor(history, by);
      const signing = {
        version: decision.seen,
        meaning: decision.decision,
        by,
        statement: decision.statement,
        demo: record.demo,
      };
      if (decision.decision === 'rejected')
        return this.#options.records.signIn(tx, id, signing, { status: 'rejected' });
      requirePresentVersion(ImpactAssessment.parse(record.body), await this.#system(record.system!, tx));
      return this.#approve(tx, record, signing, decision.months);
    });
    if (decision.decision === 'approved') await this.#options.onChanged();
    return view;
  }

  /**
   * Takes an assessment back. One that was in force ends at once, and the permits that relied on it are
   * revoked in the same transaction.
   * @throws HttpError 409 `ASSESSMENT_ENDED`
   */
  async withdraw(id: Identifier, reason: string, by: RecordAuthor): Promise<AssessmentView> {
    const { records, now, bus, onChanged } = this.#options;
    const at = instantOf(now());
    let revoked: Identifier[] = [];
    const view = await this.#change(id, async (tx, { record }) => {
      const open = ['draft', 'submitted', 'rejected', 'approved'] satisfies AssessmentState[];
      requireState(record, open, 'ASSESSMENT_ENDED', 'there is nothing to withdraw');
      const ended = await endAssessment(tx, record, { at, actor: by.actor });
      revoked = ended.revoked;
      const { version, demo } = record;
      const signing = { version, meaning: 'withdrawn', by, statement: reason, demo };
      const expires = record.expiresAt !== null && { expiresAt: at };
      const change = { status: 'withdrawn', closedAt: at, ...expires };
      const signed = await records.signIn(tx, id, signing, change);
      return { result: signed.result, entries: [...signed.entries, ...ended.entries] };
    });
    for (const permitId of revoked) {
      const { system } = view.record;
      const revocation: Revocation = { permitId, cameras: null, system: system!, reason: WITHDRAWN, at };
      bus.announce(SUBJECTS.revocation, revocation);
    }
    await onChanged();
    return view;
  }

  /** `touchAssessments` for whoever holds the service: see there. */
  touchIn(tx: Database, system: string, incident: TouchingIncident): Promise<LedgerEntry[]> {
    return touchAssessments(tx, system, incident);
  }

  async #approve(
    tx: Database,
    record: GovernanceRecord,
    signing: Parameters<RecordService['signIn']>[2],
    months: number,
  ): Promise<RecordedChange<GovernanceRecord>> {
    const { records, now } = this.#options;
    const at = instantOf(now());
    const expiresAt = instantOf(monthsAfter(now(), months));
    const system = record.system!;
    const before = await listRecords(tx, { kinds: [KIND], system, statuses: ['approved'] });
    const superseded: LedgerEntry[] = [];
    for (const { id } of before) {
      const note = `Superseded by ${record.number}.`;
      const ended = { status: 'superseded', closedAt: at };
      superseded.push(...(await records.changeIn(tx, id, signing.by, note, ended)).entries);
    }
    const impactAssessmentId = await insertApprovedAssessment(tx, {
      system,
      recordId: record.id,
      recordVersion: record.version,
      systemVersion: ImpactAssessment.parse(record.body).systemVersion,
      at,
      expiresAt,
      statement: signing.statement,
      demo: record.demo,
    });
    const change = { status: 'approved', expiresAt, reviewAt: expiresAt };
    const signed = await records.signIn(tx, record.id, signing, change);
    const approved = this.#entry('assessment.approved', signed.result, signing.by, {
      impactAssessmentId,
      expiresAt,
    });
    return { result: signed.result, entries: [...superseded, ...signed.entries, approved] };
  }

  async #startingBody(system: AiSystem, copyOf: Identifier | null): Promise<ImpactAssessment> {
    const { form } = assessmentForm(system);
    const empty = { form, systemVersion: system.version, answers: {}, impacts: [] };
    if (copyOf === null) return empty;
    const source = await this.#options.records.get(copyOf);
    if (source.kind !== KIND) throw new NotFoundError('record');
    if (source.system !== system.id)
      throw new HttpError(
        422,
        'OTHER_SYSTEM',
        `${source.number} is about another system; its answers were not taken over.`,
      );
    const { answers, impacts } = ImpactAssessment.parse(source.body);
    return { ...empty, answers, impacts };
  }

  async #view(record: GovernanceRecord): Promise<AssessmentView> {
    return assessmentView(record, await this.#system(record.system!), this.#options.now());
  }

  async #system(id: string, db: Database = this.#options.db): Promise<AiSystem> {
    const system = (await listSystems(db)).find(({ definition }) => definition.id === id);
    if (system === undefined) throw new NotFoundError('system');
    return system.definition;
  }

  async #change(
    id: Identifier,
    change: (
      tx: Database,
      history: Awaited<ReturnType<typeof lockRecord>>,
    ) => Promise<RecordedChange<GovernanceRecord>>,
  ): Promise<AssessmentView> {
    const record = await changeInLedger(this.#options.db, async (tx) =>
      change(tx, await lockRecord(tx, id, KIND)),
    ).catch((error: unknown) => {
      throw asHttpError(error, { RECORD_NOT_FOUND: 404, RECORD_CHANGED: 409 });
    });
    return this.#view(record);
  }

  #entry(kind: string, record: GovernanceRecord, by: RecordAuthor, data: LedgerEntry['data']): LedgerEntry {
    const { id, number, version, digest } = record;
    return ledgerEntry({
      kind,
      at: this.#options.now(),
      actor: by.actor,
      subject: `system:${record.system}`,
      data: { recordId: id, number, version, digest, ...data },
    });
  }
}

function requirePresentVersion(body: ImpactAssessment, { name, version }: AiSystem): void {
  if (body.systemVersion === version) return;
  throw new ConflictError(
    'SYSTEM_CHANGED',
    `It is about ${name} ${body.systemVersion}, and the running version is ${version}. Open it, check the answers against the new version and save; nothing was changed.`,
  );
}

function answersMissing(missing: AssessmentView['missing']): HttpError {
  const list = missing.map(({ text }) => `• ${text.en}`).join('\n');
  return new HttpError(
    422,
    'ANSWERS_MISSING',
    `It was not submitted; ${missing.length} mandatory answers are missing:\n${list}`,
  );
}
