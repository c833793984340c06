import type { AiSystem } from '@amaan/contracts/ai-system';
import { digestOfJson } from '@amaan/contracts/digest-of';
import {
  type LifecycleRequest,
  type LifecycleView,
  REQUEST_DAYS,
  type TransitionDecisionInput,
  type TransitionRequestInput,
} from '@amaan/contracts/governance/lifecycle';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { approvalsMissing, decisionRefusal, isExpired } from '@amaan/governance/lifecycle/approval-gaps';
import {
  possibleTransitions,
  transitionBetween,
  transitionGaps,
} from '@amaan/governance/lifecycle/transitions';
import type { ModelReference } from '@amaan/governance/system-standing';
import {
  closeRequest,
  getRequest,
  insertDecision,
  insertRequest,
  listRequests,
  listTransitions,
} from '@amaan/store/lifecycle';
import type { Database } from '@amaan/store/open-database';
import { lockSystem } from '@amaan/store/suspensions';
import { requireOtherPerson } from '../access/require-other-person.ts';
import { asHttpError, ConflictError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger, type RecordedChange } from '../ledger/change-in-ledger.ts';
import { type ClockGuard, clockSetBack } from '../ledger/clock-guard.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { type Entered, executeTransition } from './execute-transition.ts';
import { type FactSources, readLifecycleFacts } from './read-lifecycle-facts.ts';

const DAY_MS = 24 * 60 * 60_000;

export interface LifecycleServiceOptions {
  readonly db: Database;
  /** The AI systems as the running code defines them. */
  readonly systems: readonly AiSystem[];
  /** The models of the cache that are what their manifests say. */
  readonly modelsAtHand: () => readonly ModelReference[];
  /** What operators lack in training, one sentence each. */
  readonly trainingGaps: () => Promise<readonly string[]>;
  readonly clock: Pick<ClockGuard, 'millisecondsBehind'>;
  readonly now: () => number;
  /** Called after a system entered another stage, with the permits that ended by it. */
  readonly onChanged: (system: string, revoked: readonly Identifier[], reason: string) => Promise<void>;
}

/**
 * Moves AI systems through their lifecycle: somebody asks, other people approve, and the stage changes in the
 * transaction of the last approval if every gate is open at that moment. What is refused leaves no trace but
 * its answer, which names everything that is missing.
 */
export class LifecycleService {
  readonly #options: LifecycleServiceOptions;

  constructor(options: LifecycleServiceOptions) {
    this.#options = options;
  }

  /** Where a system stands, what can come next and what is missing for it. @throws NotFoundError `SYSTEM_NOT_FOUND` */
  async view(systemId: string): Promise<LifecycleView> {
    const { db } = this.#options;
    const now = this.#now();
    const { standing, facts } = await this.#facts(db, systemId, await this.#sources());
    const requests = (await listRequests(db, systemId)).map((request) =>
      request.state === 'open' && isExpired(request, now)
        ? { ...request, state: 'expired' as const }
        : request,
    );
    return {
      system: systemId,
      stage: standing.stage,
      present: { ...facts.combination, models: [...facts.combination.models] },
      possible: possibleTransitions(standing.stage, facts, now),
      request: requests.find(({ state }) => state === 'open') ?? null,
      pastRequests: requests.filter(({ state }) => state !== 'open'),
      history: await listTransitions(db, systemId),
    };
  }

  /**
   * Asks for another stage. Its gates must be open, so that whoever approves sees all of the evidence.
   * @throws NotFoundError `SYSTEM_NOT_FOUND`; HttpError 409 `TRANSITION_UNKNOWN`, `TRANSITION_REFUSED`,
   *   `REQUEST_OPEN`
   */
  async request(
    systemId: string,
    { to, reason }: TransitionRequestInput,
    by: RecordAuthor,
    demo = false,
  ): Promise<LifecycleView> {
    const sources = await this.#sources();
    await this.#change(async (tx) => {
      await lockSystem(tx, systemId);
      const { standing, facts } = await this.#facts(tx, systemId, sources);
      const transition = transitionBetween(standing.stage, to);
      if (transition === null)
        throw new ConflictError(
          'TRANSITION_UNKNOWN',
          `There is no way from ${standing.stage} to ${to}; nothing was changed.`,
        );
      const at = this.#options.now();
      const entries = await this.#makeRoom(tx, systemId, at);
      refuseGaps(to, transitionGaps(transition, facts, new Date(at)));
      const id = await insertRequest(tx, {
        system: systemId,
        from: standing.stage,
        to,
        ...facts.combination,
        models: [...facts.combination.models],
        reason,
        by,
        at: instantOf(at),
        expiresAt: instantOf(at + REQUEST_DAYS * DAY_MS),
        approvalsNeeded: transition.approvers,
        demo,
      });
      const data = {
        requestId: id,
        from: standing.stage,
        to,
        ...facts.combination,
        models: [...facts.combination.models],
        reasonDigest: digestOfJson(reason),
        demo,
      };
      return { result: [], entries: [...entries, this.#entry('lifecycle.requested', systemId, by, data)] };
    });
    return this.view(systemId);
  }

  /**
   * A person approves or rejects a request. The last approval that is needed executes it.
   * @throws NotFoundError `SYSTEM_NOT_FOUND`, `REQUEST_NOT_FOUND`; HttpError 403 `FOUR_EYES`;
   *   409 `REQUEST_CLOSED`, `REQUEST_EXPIRED`, `REQUEST_OUTDATED`,
   *   `TRANSITION_REFUSED`
   */
  async decide(
    systemId: string,
    requestId: Identifier,
    { decision, statement }: TransitionDecisionInput,
    by: RecordAuthor,
    demo = false,
  ): Promise<LifecycleView> {
    const sources = await this.#sources();
    await this.#change(async (tx) => {
      await lockSystem(tx, systemId);
      const request = await requireRequest(tx, systemId, requestId);
      const { facts } = await this.#facts(tx, systemId, sources);
      const at = this.#options.now();
      const refused = decisionRefusal(request, facts.combination, new Date(at));
      if (refused !== null) throw new ConflictError(refused.code, refused.reason);
      requireOtherPerson(by, [request.by, ...request.decisions.map(({ by: decider }) => decider)]);
      if (decision === 'approved') {
        const transition = transitionBetween(request.from, request.to);
        if (transition === null) throw new NotFoundError('request');
        refuseGaps(request.to, transitionGaps(transition, facts, new Date(at)));
      }
      const decisionId = await insertDecision(tx, requestId, {
        decision,
        statement,
        at: instantOf(at),
        by,
        demo,
      });
      const data = { requestId, decisionId, to: request.to, statementDigest: digestOfJson(statement), demo };
      const entries = [this.#entry(`lifecycle.${decision}`, systemId, by, data)];
      if (decision === 'rejected') {
        await closeRequest(tx, requestId, 'rejected', instantOf(at));
        return { result: [], entries };
      }
      const decided = await requireRequest(tx, systemId, requestId);
      if (approvalsMissing(decided) > 0) return { result: [], entries };
      await closeRequest(tx, requestId, 'executed', instantOf(at));
      const executed = await executeTransition(tx, decided, by, at);
      return { result: executed.result, entries: [...entries, ...executed.entries] };
    });
    return this.view(systemId);
  }

  /**
   * Takes a request back, one's own or that of somebody who left: nothing is decided by it.
   * @throws NotFoundError `SYSTEM_NOT_FOUND`, `REQUEST_NOT_FOUND`; ConflictError `REQUEST_CLOSED`
   */
  async withdraw(systemId: string, requestId: Identifier, by: RecordAuthor): Promise<LifecycleView> {
    await this.#change(async (tx) => {
      await lockSystem(tx, systemId);
      const request = await requireRequest(tx, systemId, requestId);
      if (request.state !== 'open')
        throw new ConflictError('REQUEST_CLOSED', `This request is ${request.state}; nothing was changed.`);
      await closeRequest(tx, requestId, 'withdrawn', instantOf(this.#options.now()));
      return { result: [], entries: [this.#entry('lifecycle.withdrawn', systemId, by, { requestId })] };
    });
    return this.view(systemId);
  }

  /** Closes an open request that ended without a decision; one that is still open stands in the way. */
  async #makeRoom(tx: Database, systemId: string, at: number): Promise<LedgerEntry[]> {
    const open = (await listRequests(tx, systemId)).find(({ state }) => state === 'open');
    if (open === undefined) return [];
    if (!isExpired(open, new Date(at)))
      throw new ConflictError(
        'REQUEST_OPEN',
        `${open.by.name} has asked for ${open.to} already; decide on that or take it back first.`,
      );
    await closeRequest(tx, open.id, 'expired', instantOf(at));
    const author = { actor: 'system:server', name: 'Amaan', person: 'system:server', role: 'system' };
    return [this.#entry('lifecycle.expired', systemId, author, { requestId: open.id })];
  }

  /** Commits a change, then tells of it where a stage was entered. */
  async #change(change: (tx: Database) => Promise<RecordedChange<readonly Entered[]>>): Promise<void> {
    const entered = await changeInLedger(this.#options.db, change).catch((error: unknown) => {
      throw asHttpError(error, { SYSTEM_NOT_FOUND: 404 });
    });
    for (const { system, revoked, reason } of entered) await this.#options.onChanged(system, revoked, reason);
  }

  #facts(db: Database, systemId: string, sources: FactSources) {
    const system = this.#options.systems.find(({ id }) => id === systemId);
    if (system === undefined) throw new NotFoundError('system');
    return readLifecycleFacts(db, system, sources);
  }

  /** What the gates look at outside of the caller's transaction: read before it begins. */
  async #sources(): Promise<FactSources> {
    const { modelsAtHand, trainingGaps, clock } = this.#options;
    const behind = await clock.millisecondsBehind();
    return {
      modelsAtHand: modelsAtHand(),
      trainingGaps: await trainingGaps(),
      clockGaps: behind > 0 ? [clockSetBack(behind)] : [],
    };
  }

  #now(): Date {
    return new Date(this.#options.now());
  }

  #entry(kind: string, systemId: string, by: RecordAuthor, data: LedgerEntry['data']): LedgerEntry {
    return ledgerEntry({
      kind,
      at: this.#options.now(),
      actor: by.actor,
      subject: `system:${systemId}`,
      data,
    });
  }
}

/** @throws ConflictError `TRANSITION_REFUSED` naming all that is missing */
function refuseGaps(to: string, gaps: readonly string[]): void {
  if (gaps.length > 0)
    throw new ConflictError('TRANSITION_REFUSED', `It cannot become ${to}: ${gaps.join(' ')}`);
}

async function requireRequest(tx: Database, systemId: string, id: Identifier): Promise<LifecycleRequest> {
  const request = await getRequest(tx, id);
  if (request === null || request.system !== systemId) throw new NotFoundError('request');
  return request;
}
