import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { dropPhaseDays } from '@amaan/store/enforcement/signal-phases';
import type { Database } from '@amaan/store/open-database';
import { getApproval, listDueApprovals, lockApproval } from '@amaan/store/signals/signal-approvals';
import { dropDecisionDays } from '@amaan/store/signals/signal-history';
import type { Logger } from 'pino';
import { DAY_MS } from '../daily-job.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { RepeatedJob } from '../repeated-job.ts';
import type { ControlPermits } from './control-permits.ts';
import type { EmergencyWaveService } from './emergency-wave-service.ts';
import type { SignalApprovalService } from './signal-approval-service.ts';
import type { SignalChanges } from './signal-changes.ts';
import { SIGNAL_UPKEEP } from './signal-entry.ts';

export interface SignalUpkeepOptions {
  readonly db: Database;
  readonly approvals: SignalApprovalService;
  readonly permits: ControlPermits;
  readonly waves: EmergencyWaveService;
  readonly changes: SignalChanges;
  readonly now: () => number;
  readonly logger: Logger;
}

const LOOK_MS = 1_000;
/** Decisions are kept for so many days; what was decided on by people stays in the ledger. */
export const DECISION_DAYS = 30;
/** What signals showed is kept for as long as somebody may have to look at it again for a fine that is contested late. */
export const PHASE_DAYS = 180;

/**
 * Ends approvals and waves whose time is over, renews permits, and drops old decisions. What is due is read from the
 * database at each look, so a restart forgets nothing.
 */
export class SignalUpkeep implements AsyncDisposable {
  readonly #options: SignalUpkeepOptions;
  readonly #job: RepeatedJob;
  #droppedOn = '';

  constructor(options: SignalUpkeepOptions) {
    this.#options = options;
    this.#job = new RepeatedJob({
      work: () => this.#look(),
      everyMs: LOOK_MS,
      failure: 'what was due of signal control was not all done; tried again in a second',
      logger: options.logger,
    });
  }

  start(): void {
    this.#job.start();
  }

  /** One look. Looks run one after the other. */
  run(): Promise<void> {
    return this.#job.run();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#job[Symbol.asyncDispose]();
  }

  async #look(): Promise<void> {
    const { db, permits, waves, changes, now } = this.#options;
    for (const { id } of await listDueApprovals(db, instantOf(now()))) await this.#end(id);
    await waves.endDue();
    if (await permits.renew()) changes.changed();
    const today = instantOf(now()).slice(0, 10);
    if (today === this.#droppedOn) return;
    await dropDecisionDays(db, instantOf(now() - DECISION_DAYS * DAY_MS));
    await dropPhaseDays(db, instantOf(now() - PHASE_DAYS * DAY_MS));
    this.#droppedOn = today;
  }

  async #end(id: Identifier): Promise<void> {
    const { db, approvals, changes, now } = this.#options;
    const ended = await changeInLedger(db, async (tx) => {
      await lockApproval(tx, id);
      const stored = await getApproval(tx, id, 'all');
      const due = stored?.decideBy ?? stored?.until ?? null;
      // Somebody may have ended it meanwhile.
      if (stored === null || stored.state === 'ended' || due === null || Date.parse(due) > now())
        return { result: null, entries: [] };
      const [kind, reason] =
        stored.state === 'waiting'
          ? (['lapsed', 'nobody decided in time'] as const)
          : (['expired', 'its time is over'] as const);
      return approvals.endIn(tx, stored, kind, reason, SIGNAL_UPKEEP);
    });
    if (ended !== null)
      changes.fixedPlan(ended.junctions, ended.revocations, 'The approval to control it is over.');
  }
}
