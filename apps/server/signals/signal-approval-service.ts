import { digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import {
  APPROVAL_WAITS_HOURS,
  type SignalApproval,
  type SignalApprovalDecision,
  type SignalApprovalInput,
  type SignalApprovalQuery,
  type SignalApprovalRevocation,
} from '@amaan/contracts/traffic/signal-approval';
import type { Revocation } from '@amaan/contracts/worker-messages';
import { personKey } from '@amaan/governance/four-eyes';
import { mayDecideFor } from '@amaan/governance/signals/approval-rank';
import type { Database } from '@amaan/store/open-database';
import { listJunctions, lockJunctions } from '@amaan/store/signals/junctions';
import {
  decideApproval,
  endApproval,
  getApproval,
  insertApproval,
  listApprovals,
  lockApproval,
  type StoredApproval,
} from '@amaan/store/signals/signal-approvals';
import { decide, decideAsPerson, type Principal } from '../access/decide.ts';
import { requireOtherPerson } from '../access/require-other-person.ts';
import { DAY_MS } from '../daily-job.ts';
import { ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger, type RecordedChange } from '../ledger/change-in-ledger.ts';
import type { ModeService } from './mode-service.ts';
import { requireJunction } from './require-junction.ts';
import type { SignalChanges } from './signal-changes.ts';
import { type SignalActor, signalActor, signalEntry } from './signal-entry.ts';

export interface SignalApprovalServiceOptions {
  readonly db: Database;
  readonly modes: ModeService;
  readonly changes: SignalChanges;
  readonly now: () => number;
}

const HOUR_MS = 3_600_000;

/** Two people's word that junctions may be controlled: one asks, another of a higher role decides, and it ends by itself. */
export class SignalApprovalService {
  readonly #options: SignalApprovalServiceOptions;

  constructor(options: SignalApprovalServiceOptions) {
    this.#options = options;
  }

  /** Newest first. */
  async list(query: SignalApprovalQuery, by: Principal): Promise<SignalApproval[]> {
    return (await listApprovals(this.#options.db, by.sites, query)).map((stored) => viewOf(stored, by));
  }

  /** @throws NotFoundError `SIGNAL_APPROVAL_NOT_FOUND` */
  async get(id: Identifier, by: Principal): Promise<SignalApproval> {
    return viewOf(await this.#require(this.#options.db, id, by), by);
  }

  /**
   * Asks that junctions may be controlled.
   * @throws NotFoundError `JUNCTION_NOT_FOUND`; HttpError 403 `PERSON_UNKNOWN`, 422 `JUNCTION_NAMED_TWICE`
   */
  async ask(input: SignalApprovalInput, by: Principal): Promise<SignalApproval> {
    const { db, changes, now } = this.#options;
    const { junctions, controller, reason, days } = input;
    const person = personKey(by.person);
    if (person === null)
      throw new HttpError(
        403,
        'PERSON_UNKNOWN',
        'Nobody knows who is behind this account, so it cannot ask for control. Ask an administrator.',
      );
    if (new Set(junctions).size < junctions.length)
      throw new HttpError(422, 'JUNCTION_NAMED_TWICE', 'A junction is named twice; nothing was asked for.');
    const id = newIdentifier();
    const at = now();
    await changeInLedger(db, async (tx) => {
      for (const junction of junctions) await requireJunction(tx, junction, by, at);
      await insertApproval(tx, {
        ...{ id, junctions, controller, reason, days, at: instantOf(at) },
        decideBy: instantOf(at + APPROVAL_WAITS_HOURS * HOUR_MS),
        by: { ...signalActor(by), person, role: by.role },
      });
      const data = { junctions, controller, days, reasonDigest: digestOfJson(reason) };
      return { result: undefined, entries: [entryOf('asked', id, at, signalActor(by), data)] };
    });
    changes.told();
    return this.get(id, by);
  }

  /**
   * The word of a second person of a higher role.
   * @throws NotFoundError `SIGNAL_APPROVAL_NOT_FOUND`; HttpError 403 `FOUR_EYES`, `HIGHER_ROLE_NEEDED`,
   *   409 `APPROVAL_DECIDED`
   */
  async decide(id: Identifier, word: SignalApprovalDecision, by: Principal): Promise<SignalApproval> {
    const { db, changes, now } = this.#options;
    const { decision, note } = word;
    const at = now();
    await changeInLedger(db, async (tx) => {
      await lockApproval(tx, id);
      const stored = await this.#require(tx, id, by);
      if (stored.state !== 'waiting' || Date.parse(stored.decideBy ?? '') <= at)
        throw new ConflictError(
          'APPROVAL_DECIDED',
          'Nothing waits for a decision here; nothing was changed.',
        );
      requireOtherPerson(by, [{ person: stored.askedPerson }]);
      if (!mayDecideFor(by.role, stored.askedRole))
        throw new HttpError(
          403,
          'HIGHER_ROLE_NEEDED',
          `A ${stored.askedRole.replaceAll('-', ' ')} asked for it: somebody of a higher role decides. Nothing was changed.`,
        );
      const until = decision === 'approved' ? instantOf(at + stored.days * DAY_MS) : null;
      const decider = { ...signalActor(by), person: personKey(by.person) ?? '' };
      await decideApproval(tx, id, { at: instantOf(at), until, by: decider, note });
      const { controller, junctionIds } = stored;
      const data = { junctions: [...junctionIds], controller, until, noteDigest: digestOfJson(note) };
      return { result: undefined, entries: [entryOf(decision, id, at, signalActor(by), data)] };
    });
    changes.told();
    return this.get(id, by);
  }

  /**
   * Ends an approval at once, or takes back what was asked for: junctions that it let be controlled go back to their fixed
   * plan, unless another approval lets them.
   * @throws NotFoundError `SIGNAL_APPROVAL_NOT_FOUND`; ConflictError `APPROVAL_ENDED`
   */
  async revoke(id: Identifier, { reason }: SignalApprovalRevocation, by: Principal): Promise<SignalApproval> {
    const { db, changes } = this.#options;
    const ended = await changeInLedger(db, async (tx) => {
      await lockApproval(tx, id);
      const stored = await this.#require(tx, id, by);
      if (stored.state === 'ended')
        throw new ConflictError('APPROVAL_ENDED', 'This has ended; nothing was changed.');
      return this.endIn(tx, stored, 'revoked', reason, signalActor(by));
    });
    changes.fixedPlan(ended.junctions, ended.revocations, reason);
    return this.get(id, by);
  }

  /**
   * Ends an approval in the caller's transaction, which has locked it.
   * @returns the junctions that leave control by it, and what to tell the process once it is committed
   */
  async endIn(
    tx: Database,
    stored: StoredApproval,
    kind: 'revoked' | 'expired' | 'lapsed',
    reason: string,
    by: SignalActor,
  ): Promise<RecordedChange<{ junctions: Identifier[]; revocations: Revocation[] }>> {
    const { modes, now } = this.#options;
    const at = now();
    await endApproval(tx, stored.id, { kind, at: instantOf(at), byName: by.name });
    await lockJunctions(tx, stored.junctionIds);
    const leaving = (await listJunctions(tx, 'all', instantOf(at))).filter(
      ({ id, mode, approvedUntil }) =>
        mode === 'control' && approvedUntil === null && stored.junctionIds.includes(id),
    );
    const moved =
      leaving.length === 0
        ? { result: [], entries: [] }
        : await modes.moveIn(tx, leaving, 'advise', `The approval has ended: ${reason}`, by);
    const data = { junctions: [...stored.junctionIds], reasonDigest: digestOfJson(reason) };
    return {
      result: { junctions: leaving.map(({ id }) => id), revocations: moved.result },
      entries: [entryOf(kind, stored.id, at, by, data), ...moved.entries],
    };
  }

  async #require(db: Database, id: Identifier, by: Principal): Promise<StoredApproval> {
    const stored = await getApproval(db, id, by.sites);
    if (stored === null) throw new NotFoundError('signal approval');
    return stored;
  }
}

function viewOf(stored: StoredApproval, by: Principal): SignalApproval {
  const { askedPerson, junctionIds: _, ...plain } = stored;
  // Whether they have just proven who they are does not matter for what is offered.
  const proven = { ...by, steppedUpAt: instantOf(Date.now()) };
  return {
    ...plain,
    may: {
      decide:
        stored.state === 'waiting' &&
        decide(proven, 'signal-approval.approve').allowed &&
        mayDecideFor(by.role, stored.askedRole) &&
        decideAsPerson(by.person, [askedPerson]).allowed,
      revoke: stored.state !== 'ended' && decide(proven, 'signal-approval.revoke').allowed,
    },
  };
}

function entryOf(
  kind: string,
  id: Identifier,
  at: number,
  by: SignalActor,
  data: Parameters<typeof signalEntry>[4],
) {
  return signalEntry(`signal-approval.${kind}`, `signal-approval:${id}`, at, by, data);
}
