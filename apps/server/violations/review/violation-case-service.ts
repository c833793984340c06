import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type {
  IntakeDrop,
  IntakeFigures,
  ViolationCasePage,
  ViolationCaseQuery,
} from '@amaan/contracts/violations/api-violation-cases';
import { INTAKE_DROPS } from '@amaan/contracts/violations/api-violation-cases';
import type {
  CaseEvidenceKey,
  MayNotDecide,
  ViolationCaseSummary,
  ViolationCaseView,
} from '@amaan/contracts/violations/violation-case';
import { VIOLATION_CASE_STATES } from '@amaan/contracts/violations/violation-case';
import { VIOLATION_KINDS } from '@amaan/contracts/violations/violation-kind';
import { cursorAfter } from '@amaan/store/alert-filter';
import { listPlanVersions } from '@amaan/store/enforcement/enforcement-plans';
import type { Database } from '@amaan/store/open-database';
import { countViolationCases, pageViolationCases } from '@amaan/store/violations/case-queues';
import { sumIntake } from '@amaan/store/violations/suspicions';
import {
  type CaseMatter,
  getViolationCase,
  listDecisions,
  type StoredDecision,
  type StoredViolationCase,
} from '@amaan/store/violations/violation-cases';
import { coversSite, decide, type Principal } from '../../access/decide.ts';
import type { FoundEvidence } from '../../alerts/evidence-service.ts';
import { NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { placeAfter } from '../place-after.ts';
import { evidenceUntil } from '../retention/evidence-until.ts';
import { evidenceGone } from './case-answers.ts';
import type { CaseEvidence } from './case-evidence.ts';
import { whyNot } from './why-not.ts';

export interface ViolationCaseServiceOptions {
  readonly db: Database;
  readonly evidence: CaseEvidence;
  readonly now: () => number;
}

/** How many readings are remembered, so that a page that reads a case again is one reading. */
const MOST_READINGS = 10_000;

/** Queues of cases, and one case with all that a reviewer needs. Each reading of a case is in the ledger. */
export class ViolationCaseService {
  readonly #options: ViolationCaseServiceOptions;
  readonly #readings = new Set<string>();

  constructor(options: ViolationCaseServiceOptions) {
    this.#options = options;
  }

  /** @throws HttpError 400 `CURSOR_INVALID` */
  async page(
    { cursor, unanswered, ...query }: ViolationCaseQuery,
    by: Principal,
  ): Promise<ViolationCasePage> {
    const { db } = this.#options;
    const filter = { ...query, sites: by.sites, unansweredBy: unanswered ? by.person : null };
    const cases = await pageViolationCases(db, { ...filter, after: placeAfter(cursor) });
    const counts = await countViolationCases(db, filter);
    const last = cases.at(-1);
    const place = last === undefined ? null : (last.decidedAt ?? last.openedAt);
    return {
      cases: cases.flatMap((one) => (one.matter === null ? [] : [summaryOf(one, one.matter)])),
      nextCursor:
        last !== undefined && place !== null && cases.length === query.limit
          ? cursorAfter(place, last.id)
          : null,
      counts: Object.fromEntries(
        VIOLATION_CASE_STATES.map((state) => [state, counts.get(state) ?? 0]),
      ) as ViolationCasePage['counts'],
    };
  }

  /**
   * @throws NotFoundError `VIOLATION_CASE_NOT_FOUND`, also when it belongs to a site that is not theirs; HttpError 410
   *   `EVIDENCE_DESTROYED`
   */
  async view(id: Identifier, by: Principal): Promise<ViolationCaseView> {
    const { db } = this.#options;
    const { of, matter } = await this.#find(id, by);
    const decisions = await listDecisions(db, id);
    const mayNot = whyNot(of, decisions, by);
    const allowed = (action: 'violation-case.review' | 'violation-case.decide-hold') =>
      decide({ ...by, steppedUpAt: instantOf(Date.now()) }, action).allowed;
    await this.#recordReading(of, by);
    return {
      ...summaryOf(of, matter),
      observation: matter.observation,
      rule: await this.#ruleOf(matter),
      reading: matter.reading,
      vehicle: matter.vehicle,
      evidence: await this.#options.evidence.list(of),
      registry: matter.registry,
      decisions: isSealed(of) ? [] : decisions.map(shownDecision),
      mayReview: mayNot === null && of.state !== 'held' && allowed('violation-case.review'),
      mayDecideHold: mayNot === null && of.state === 'held' && allowed('violation-case.decide-hold'),
      mayNot: mayNot ?? this.#rightMissing(of, allowed),
      evidenceUntil: evidenceUntil(of),
    };
  }

  /** A piece of evidence, for whoever serves it masked. @throws as `view`; NotFoundError `EVIDENCE_ITEM_NOT_FOUND` */
  async evidence(id: Identifier, key: CaseEvidenceKey, by: Principal): Promise<FoundEvidence> {
    const { of } = await this.#find(id, by);
    const item = await this.#options.evidence.item(of, key);
    return { item, place: { siteId: of.siteId, cameraId: of.cameraId } };
  }

  /** What became of suspicions, by kind: also how many were no case for want of evidence. */
  async figures({ from, to }: { from: string; to: string }, by: Principal): Promise<IntakeFigures> {
    const sums = await sumIntake(this.#options.db, { from, to, sites: by.sites });
    const kinds = VIOLATION_KINDS.map((kind) => {
      const of = (outcome: string) =>
        sums.find((sum) => sum.kind === kind && sum.outcome === outcome)?.count ?? 0;
      const dropped = Object.fromEntries(
        INTAKE_DROPS.map((drop): [IntakeDrop, number] => [drop, of(drop)]).filter(([, count]) => count > 0),
      );
      // What the server did not find proven was a case before.
      const before = INTAKE_DROPS.filter((drop) => drop !== 'not-proven').map(of);
      const [opened, merged] = [of('opened'), of('merged')];
      const suspected = opened + merged + before.reduce((sum, count) => sum + count, 0);
      return { kind, suspected, opened, merged, dropped };
    });
    return { from, to, kinds: kinds.filter(({ suspected }) => suspected > 0) };
  }

  async #find(
    id: Identifier,
    by: Principal,
  ): Promise<{ readonly of: StoredViolationCase; readonly matter: CaseMatter }> {
    const of = await getViolationCase(this.#options.db, id);
    if (of === null || !coversSite(by.sites, of.siteId)) throw new NotFoundError('violation case');
    if (of.matter === null) throw evidenceGone();
    return { of, matter: of.matter };
  }

  async #ruleOf({ observation }: CaseMatter): Promise<ViolationCaseView['rule']> {
    const { planId, version, ruleId } = observation.enforcement;
    const plans = await listPlanVersions(this.#options.db, [{ planId, version }]);
    return plans[0]?.rules.find((rule) => rule.id === ruleId) ?? null;
  }

  #rightMissing(
    { state }: StoredViolationCase,
    allowed: (action: 'violation-case.review' | 'violation-case.decide-hold') => boolean,
  ): MayNotDecide | null {
    if (state === 'held') return allowed('violation-case.decide-hold') ? null : 'needs-supervisor';
    return allowed('violation-case.review') ? null : 'no-right';
  }

  /** A case shows a plate: who read it and in which state is on record, once for each. */
  async #recordReading({ id, state }: StoredViolationCase, by: Principal): Promise<void> {
    const reading = `${by.id} ${id} ${state}`;
    if (this.#readings.has(reading)) return;
    if (this.#readings.size >= MOST_READINGS) this.#readings.clear();
    this.#readings.add(reading);
    const { db, now } = this.#options;
    const entry = ledgerEntry({
      kind: 'violation-case.read',
      at: now(),
      actor: `user:${by.id}`,
      subject: `violation-case:${id}`,
      data: { state, ...(by.purpose && { purposeId: by.purpose.id }) },
    });
    await changeInLedger(db, async () => ({ result: null, entries: [entry] }));
  }
}

/** Whoever may still answer is not told what others answered. */
function isSealed({ state }: StoredViolationCase): boolean {
  return state === 'second-look';
}

function shownDecision({ person: _, ...decision }: StoredDecision) {
  return decision;
}

function summaryOf(of: StoredViolationCase, { plate }: CaseMatter): ViolationCaseSummary {
  const { id, siteId, cameraId, cameraName, kind, state, occurredAt, openedAt, decidedAt } = of;
  const { duplicates, rejectReason, challan, simulated } = of;
  return {
    ...{ id, siteId, cameraId, cameraName, kind, state, plate, occurredAt, openedAt, decidedAt },
    ...{ holds: [...of.holds], duplicates, rejectReason, challan, simulated },
  };
}
