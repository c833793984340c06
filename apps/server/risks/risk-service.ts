import { Document } from '@amaan/contracts/governance/document';
import type { GovernanceRecord, RecordAuthor, RecordHistory } from '@amaan/contracts/governance/record';
import {
  type NewRisk,
  Risk,
  type RiskGuide,
  type RiskRevision,
  type RiskState,
  type RiskStatement,
  type RiskView,
} from '@amaan/contracts/governance/risk';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { countPeople } from '@amaan/governance/four-eyes';
import { acceptanceGaps, treatmentGaps } from '@amaan/governance/risks/risk-gaps';
import { LIKELIHOOD_SCALE, SEVERITY_SCALE } from '@amaan/governance/risks/risk-scales';
import { BUILT_IN_CRITERIA, riskLevel } from '@amaan/governance/risks/risk-score';
import type { Database } from '@amaan/store/open-database';
import { listRecordSignatures, listRecords } from '@amaan/store/records';
import { listSystems } from '@amaan/store/systems';
import { requireOtherPerson } from '../access/require-other-person.ts';
import { asHttpError, ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger, type RecordedChange } from '../ledger/change-in-ledger.ts';
import type { ClockGuard } from '../ledger/clock-guard.ts';
import { lockRecord } from '../records/lock-record.ts';
import type { RecordService } from '../records/record-service.ts';
import { requireOtherAuthor } from '../records/require-other-author.ts';
import { requireState, requireVersion } from '../records/require-state.ts';
import { riskView } from './risk-view.ts';

const KIND = 'risk';
const WORKED_ON = ['open', 'reopened'] satisfies RiskState[];

export interface RiskServiceOptions {
  readonly db: Database;
  readonly records: RecordService;
  /** What is decided is dated, so nothing is decided while the clock stands before what was seen. */
  readonly clock: Pick<ClockGuard, 'assertClockForward'>;
  readonly now: () => number;
}

/** The AI risk register: risks are treated, what remains is accepted by other people, and looked at again. */
export class RiskService {
  readonly #options: RiskServiceOptions;

  constructor(options: RiskServiceOptions) {
    this.#options = options;
  }

  /** What each number means, and the criteria in force: those of the newest approved document, else built in. */
  async guide(db: Database = this.#options.db): Promise<RiskGuide> {
    const documents = await listRecords(db, { kinds: ['document'], statuses: ['approved'] });
    const found = documents.find(({ body }) => Document.parse(body).riskCriteria !== null);
    const criteria = (found && Document.parse(found.body).riskCriteria) ?? BUILT_IN_CRITERIA;
    return {
      criteria,
      levels: LIKELIHOOD_SCALE.map((_likely, likelihood) =>
        SEVERITY_SCALE.map((_severe, severity) =>
          riskLevel({ likelihood: likelihood + 1, severity: severity + 1 }, criteria),
        ),
      ),
      from: found ? { id: found.id, number: found.number, title: found.title } : null,
      likelihood: [...LIKELIHOOD_SCALE],
      severity: [...SEVERITY_SCALE],
    };
  }

  /** Every risk, newest first. */
  async list(system?: string): Promise<RiskView[]> {
    const { db } = this.#options;
    const { criteria } = await this.guide();
    const records = await listRecords(db, { kinds: [KIND], ...(system !== undefined && { system }) });
    const signatures = await listRecordSignatures(
      db,
      records.map(({ id }) => id),
    );
    const now = this.#options.now();
    return records.map((record) =>
      riskView({ record, signatures: signatures.get(record.id) ?? [] }, criteria, now),
    );
  }

  /** @throws NotFoundError `RECORD_NOT_FOUND` */
  async get(id: Identifier): Promise<RiskView> {
    const history = await this.#options.records.history(id);
    if (history.record.kind !== KIND) throw new NotFoundError('record');
    return riskView(history, (await this.guide()).criteria, this.#options.now());
  }

  /** @throws NotFoundError `SYSTEM_NOT_FOUND` */
  async open({ body, ...around }: NewRisk, by: RecordAuthor, demo = false): Promise<RiskView> {
    const systems = await listSystems(this.#options.db);
    if (around.system !== null && !systems.some(({ definition }) => definition.id === around.system))
      throw new NotFoundError('system');
    const { id } = await this.#options.records.open({
      kind: KIND,
      ...around,
      status: 'open',
      expiresAt: null,
      body: Risk.parse(body),
      by,
      note: '',
      demo,
    });
    return this.get(id);
  }

  /**
   * Saves a new version. What was accepted is `reopened` by it: people accepted another risk.
   * @throws HttpError 404 `RECORD_NOT_FOUND`, 409 `RECORD_CHANGED`
   */
  revise(id: Identifier, revision: RiskRevision, by: RecordAuthor): Promise<RiskView> {
    return this.#change(id, async (tx, { record }) => {
      const stays: readonly string[] = WORKED_ON;
      const status = stays.includes(record.status) ? record.status : 'reopened';
      return this.#options.records.reviseIn(tx, { id, ...revision, status, closedAt: null, by });
    });
  }

  /**
   * Says that everything planned is done.
   * @throws HttpError 409 `RISK_NOT_OPEN`, `RECORD_CHANGED`; 422 `TREATMENT_INCOMPLETE` with the list
   */
  treat(id: Identifier, said: RiskStatement, by: RecordAuthor): Promise<RiskView> {
    return this.#sign(id, said, 'treated', by, async (_tx, { record }) => {
      requireState(record, WORKED_ON, 'RISK_NOT_OPEN', 'only an open risk can become treated');
      refuseGaps('TREATMENT_INCOMPLETE', treatmentGaps(Risk.parse(record.body), record.owner));
      return { status: 'treated' };
    });
  }

  /**
   * Accepts what remains. Above the criterion the risk stays `treated` until two different people have.
   * @throws HttpError 403 `FOUR_EYES`; 409 `RISK_NOT_TREATED`, `RECORD_CHANGED`, `REVIEW_OVERDUE`,
   *  , `CLOCK_SET_BACK`; 422 `RISK_TOO_HIGH`, also when nobody owns it
   */
  async accept(id: Identifier, said: RiskStatement, by: RecordAuthor): Promise<RiskView> {
    await this.#options.clock.assertClockForward();
    return this.#sign(id, said, 'accepted', by, async (tx, history) => {
      const { record } = history;
      requireState(record, ['treated'], 'RISK_NOT_TREATED', 'only a treated risk can be accepted');
      requireOtherAuthor(history, by);
      const { criteria } = await this.guide(tx);
      refuseGaps('RISK_TOO_HIGH', acceptanceGaps(Risk.parse(record.body), criteria, record.owner));
      const { acceptances, signaturesNeeded, overdue } = riskView(history, criteria, this.#options.now());
      if (overdue)
        throw new ConflictError(
          'REVIEW_OVERDUE',
          'Its review date has passed. Look at it again and set a new date first; nothing was signed.',
        );
      const accepted = acceptances.map((signature) => signature.by);
      requireOtherPerson(by, accepted);
      const people = countPeople([...accepted, by]);
      return { status: people >= signaturesNeeded ? 'accepted' : 'treated' };
    });
  }

  /** Ends a risk that is no more. @throws HttpError 403 `FOUR_EYES`; 409 `RISK_NOT_ACCEPTED` */
  close(id: Identifier, said: RiskStatement, by: RecordAuthor): Promise<RiskView> {
    return this.#sign(id, said, 'closed', by, async (_tx, history) => {
      requireState(history.record, ['accepted'], 'RISK_NOT_ACCEPTED', 'only an accepted risk can be closed');
      requireOtherAuthor(history, by);
      return { status: 'closed', closedAt: instantOf(this.#options.now()) };
    });
  }

  /** Takes an acceptance or a closing back. @throws HttpError 409 `RISK_OPEN` */
  reopen(id: Identifier, said: RiskStatement, by: RecordAuthor): Promise<RiskView> {
    return this.#sign(id, said, 'reopened', by, async (_tx, { record }) => {
      const ended = ['treated', 'accepted', 'closed'] satisfies RiskState[];
      requireState(record, ended, 'RISK_OPEN', 'it is being worked on');
      return { status: 'reopened', closedAt: null };
    });
  }

  #sign(
    id: Identifier,
    { seen, statement }: RiskStatement,
    meaning: RiskState,
    by: RecordAuthor,
    judge: (tx: Database, history: RecordHistory) => Promise<{ status: RiskState; closedAt?: string | null }>,
  ): Promise<RiskView> {
    return this.#change(id, async (tx, history) => {
      requireVersion(history.record, seen);
      const change = await judge(tx, history);
      const signing = { version: seen, meaning, by, statement, demo: history.record.demo };
      return this.#options.records.signIn(tx, id, signing, change);
    });
  }

  async #change(
    id: Identifier,
    change: (tx: Database, history: RecordHistory) => Promise<RecordedChange<GovernanceRecord>>,
  ): Promise<RiskView> {
    await changeInLedger(this.#options.db, async (tx) => change(tx, await lockRecord(tx, id, KIND))).catch(
      (error: unknown) => {
        throw asHttpError(error, { RECORD_NOT_FOUND: 404, RECORD_CHANGED: 409 });
      },
    );
    return this.get(id);
  }
}

function refuseGaps(code: string, gaps: readonly string[]): void {
  if (gaps.length > 0) throw new HttpError(422, code, `Nothing was changed. ${gaps.join(' ')}`);
}
