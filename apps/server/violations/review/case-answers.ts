import { digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type {
  CaseHold,
  CaseRejectReason,
  CaseReviewInput,
  HoldDecisionInput,
} from '@amaan/contracts/violations/violation-case';
import { listEvidenceItems } from '@amaan/store/evidence-items';
import type { Database } from '@amaan/store/open-database';
import { getMaskedObject } from '@amaan/store/redaction/masked-objects';
import {
  type CaseMatter,
  changeViolationCase,
  insertDecision,
  listDecisions,
  lockViolationCase,
  type StoredDecision,
  type StoredViolationCase,
} from '@amaan/store/violations/violation-cases';
import { coversSite, type Principal } from '../../access/decide.ts';
import { requireOtherPerson } from '../../access/require-other-person.ts';
import { ConflictError, HttpError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { RegistryAnswer, RegistryChecker } from '../registry-check/registry-check.ts';
import type { CaseIssue } from './case-issue.ts';
import { involvedPeople, REVIEW_COURSE } from './why-not.ts';

export interface CaseAnswersOptions {
  readonly db: Database;
  readonly registry: Pick<RegistryChecker, 'ask'>;
  readonly issue: CaseIssue;
  readonly now: () => number;
  /** Called after a commit that changed cases. */
  readonly onChanged: () => void;
}

/** A case that somebody answers, locked. */
interface Answered {
  readonly of: StoredViolationCase;
  readonly matter: CaseMatter;
  readonly before: readonly StoredDecision[];
  readonly answer: RegistryAnswer;
}

/** What people answer to cases. Each answer, what follows from it, and their ledger entries are one transaction. */
export class CaseAnswers {
  readonly #options: CaseAnswersOptions;

  constructor(options: CaseAnswersOptions) {
    this.#options = options;
  }

  /**
   * A reviewer's answer, the first or the second. The second reviewer is another person and was not told the first answer;
   * where they do not agree a supervisor decides.
   * @throws NotFoundError `VIOLATION_CASE_NOT_FOUND`; HttpError 409 `CASE_NOT_OPEN`, `EVIDENCE_NOT_READY`; 403 `FOUR_EYES`
   */
  async review(id: Identifier, input: CaseReviewInput, by: Principal): Promise<void> {
    await this.#change(id, by, async (tx, answered) => {
      const { of, before } = answered;
      if (of.state !== 'for-review' && of.state !== 'second-look')
        throw new ConflictError('CASE_NOT_OPEN', 'This case waits for no review; read it anew.');
      const step = of.state === 'for-review' ? 'review' : 'second-look';
      // A second look is another person's; and who released a hold is no reviewer of the same case.
      requireAnother(of, before, by);
      if (input.decision === 'confirm') await requireShown(tx, of);
      const reason = 'reason' in input ? input.reason : null;
      const decisionId = await this.#record(tx, of.id, {
        step,
        decision: input.decision,
        reason,
        note: input.note,
        by,
      });
      const entries = await this.#afterReview(tx, answered, input, by);
      const data = { decisionId, step, ...told(input) };
      return [this.#entry(of.id, 'violation-case.reviewed', by, data), ...entries];
    });
  }

  /**
   * A supervisor's answer to a held case, with a note: back to review, no fine, or a fine. Who answered before does not.
   * @throws as `review`; HttpError 409 `CASE_NOT_HELD`
   */
  async decideHold(id: Identifier, input: HoldDecisionInput, by: Principal): Promise<void> {
    await this.#change(id, by, async (tx, answered) => {
      const { of, before } = answered;
      if (of.state !== 'held')
        throw new ConflictError('CASE_NOT_HELD', 'This case is not held; read it anew.');
      requireAnother(of, before, by);
      if (input.decision === 'confirm') await requireShown(tx, of);
      const reason = 'reason' in input ? input.reason : null;
      const { decision, note } = input;
      const decisionId = await this.#record(tx, of.id, { step: 'hold', decision, reason, note, by });
      const data = { decisionId, step: 'hold', ...told(input) };
      const entry = this.#entry(of.id, 'violation-case.hold-decided', by, data);
      const accepted = [...new Set([...of.releasedHolds, ...of.holds.map((hold) => hold.reason)])];
      if (input.decision === 'reject') return [entry, ...(await this.#reject(tx, of, input.reason))];
      if (input.decision === 'confirm') return [entry, ...(await this.#confirm(tx, answered, by, accepted))];
      await changeViolationCase(tx, of.id, { state: 'for-review', holds: [], releasedHolds: accepted });
      return [entry];
    });
  }

  async #afterReview(
    tx: Database,
    answered: Answered,
    input: CaseReviewInput,
    by: Principal,
  ): Promise<LedgerEntry[]> {
    const { of, before } = answered;
    if (input.decision === 'hold') return this.#hold(tx, of, { reason: input.reason, detail: input.note });
    if (of.state === 'for-review' && of.secondLook) {
      await changeViolationCase(tx, of.id, { state: 'second-look' });
      return [];
    }
    const first = before.findLast(({ step }) => step === 'review');
    if (of.state === 'second-look' && first?.decision !== input.decision)
      return this.#hold(tx, of, {
        reason: 'reviewers-disagree',
        detail: 'Two reviewers looked at it and did not answer the same.',
      });
    return input.decision === 'confirm'
      ? this.#confirm(tx, answered, by, of.releasedHolds)
      : this.#reject(tx, of, input.reason);
  }

  #confirm(
    tx: Database,
    { of, matter, answer }: Answered,
    by: Principal,
    accepted: StoredViolationCase['releasedHolds'],
  ): Promise<LedgerEntry[]> {
    return this.#options.issue.finish(tx, { ...{ of, matter, answer, accepted }, by });
  }

  async #hold(tx: Database, of: StoredViolationCase, hold: CaseHold): Promise<LedgerEntry[]> {
    await changeViolationCase(tx, of.id, { state: 'held', holds: [hold] });
    return [];
  }

  async #reject(
    tx: Database,
    of: StoredViolationCase,
    rejectReason: CaseRejectReason,
  ): Promise<LedgerEntry[]> {
    const decidedAt = this.#now();
    await changeViolationCase(tx, of.id, { ...{ state: 'rejected', holds: [] }, rejectReason, decidedAt });
    return [];
  }

  async #change(
    id: Identifier,
    by: Principal,
    change: (tx: Database, answered: Answered) => Promise<LedgerEntry[]>,
  ): Promise<void> {
    const { db, registry, onChanged } = this.#options;
    const plate = await plateOf(db, id);
    // Asked before the case is locked: a slow registry holds up nobody else.
    const answer = plate === null ? 'silent' : await registry.ask(plate);
    await changeInLedger(db, async (tx) => {
      const of = await lockViolationCase(tx, id);
      if (of === null || !coversSite(by.sites, of.siteId)) throw new NotFoundError('violation case');
      if (of.matter === null) throw evidenceGone();
      const before = await listDecisions(tx, id);
      return { result: undefined, entries: await change(tx, { of, matter: of.matter, before, answer }) };
    });
    onChanged();
  }

  async #record(
    tx: Database,
    caseId: Identifier,
    {
      by,
      ...decision
    }: Pick<StoredDecision, 'step' | 'decision' | 'reason' | 'note'> & { readonly by: Principal },
  ): Promise<Identifier> {
    const id = newIdentifier();
    const who = { by: by.id, byName: by.name, person: by.person };
    await insertDecision(tx, caseId, { ...decision, ...who, id, at: this.#now() });
    return id;
  }

  #entry(id: Identifier, kind: string, by: Principal, data: LedgerEntry['data']): LedgerEntry {
    const at = this.#options.now();
    return ledgerEntry({ kind, at, actor: `user:${by.id}`, subject: `violation-case:${id}`, data });
  }

  #now(): Instant {
    return instantOf(this.#options.now());
  }
}

/** What the ledger says of an answer: the words stay here, their digest is told. */
function told(input: CaseReviewInput | HoldDecisionInput): LedgerEntry['data'] {
  const { decision, note } = input;
  return { decision, reason: 'reason' in input ? input.reason : null, noteDigest: digestOfJson(note) };
}

function requireAnother(of: StoredViolationCase, before: readonly StoredDecision[], by: Principal): void {
  if (by.trainingGaps?.includes(REVIEW_COURSE))
    throw new HttpError(
      403,
      'TRAINING_REQUIRED',
      'Cases of violations are answered by people with a valid training for it (violation-review). Nothing was decided.',
    );
  requireOtherPerson(
    by,
    involvedPeople(of.state, before).map((person) => ({ person })),
  );
}

async function plateOf(db: Database, id: Identifier): Promise<string | null> {
  const row = await db.selectFrom('violation_case').select('plate').where('id', '=', id).executeTakeFirst();
  return row?.plate ?? null;
}

/** Nobody confirms what could not be looked at. @throws HttpError 409 `EVIDENCE_NOT_READY` */
async function requireShown(tx: Database, { observationId }: StoredViolationCase): Promise<void> {
  for (const { kind, digest } of await listEvidenceItems(tx, observationId))
    if (kind !== 'plate-crop' && (await getMaskedObject(tx, digest)) === null)
      throw new ConflictError(
        'EVIDENCE_NOT_READY',
        'Pictures of this case are still being masked, and nobody has seen them; nothing was decided.',
      );
}

/** Its time was over. */
export function evidenceGone(): HttpError {
  return new HttpError(
    410,
    'EVIDENCE_DESTROYED',
    'The evidence of this case was destroyed as the rules say.',
  );
}
