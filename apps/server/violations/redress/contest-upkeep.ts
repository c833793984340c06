import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { listStaleFiles } from '@amaan/store/contests/contest-files';
import {
  endContest,
  listOverdueContests,
  listOvertakenContests,
  lockContest,
} from '@amaan/store/contests/contests';
import type { Database } from '@amaan/store/open-database';
import { lockChallan } from '@amaan/store/violations/challans';
import type { Logger } from 'pino';
import type { ContestUploads } from '../../citizen/uploads/contest-uploads.ts';
import { DAY_MS } from '../../daily-job.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { RepeatedJob } from '../../repeated-job.ts';
import type { ChallanService } from '../issue/challan-service.ts';

export interface ContestUpkeepOptions {
  readonly db: Database;
  readonly challans: Pick<ChallanService, 'changeIn'>;
  readonly uploads: Pick<ContestUploads, 'forget'>;
  /** Called after contests ended. */
  readonly onChanged: () => void;
  readonly now: () => number;
  readonly logger: Logger;
}

const LOOK_MS = 60_000;
const BATCH = 200;
/** Who brought a file and sent no contest within this does not come back to it. */
const LOOSE_MS = DAY_MS;
/** Files stay until a court can have asked for them. */
const KEPT_MS = 180 * DAY_MS;

/**
 * What happens to contests by itself: those that nobody decided in time lapse, and their challans with them; those whose
 * challan was cancelled for another cause end; files that nobody needs any more are deleted.
 */
export class ContestUpkeep implements AsyncDisposable {
  readonly #options: ContestUpkeepOptions;
  readonly #job: RepeatedJob;

  constructor(options: ContestUpkeepOptions) {
    this.#options = options;
    this.#job = new RepeatedJob({
      work: () => this.run(),
      everyMs: LOOK_MS,
      failure: 'contests were not looked after; tried again in a minute',
      logger: options.logger,
    });
  }

  start(): void {
    this.#job.start();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#job[Symbol.asyncDispose]();
  }

  /** Does all that is due now. */
  async run(): Promise<void> {
    const { db, uploads, onChanged, now } = this.#options;
    const at = now();
    const overtaken = await listOvertakenContests(db, BATCH);
    for (const id of overtaken) await this.#overtake(id);
    const overdue = await listOverdueContests(db, instantOf(at), BATCH);
    for (const id of overdue) await this.#lapse(id);
    if (overtaken.length + overdue.length > 0) onChanged();
    const before = { loose: instantOf(at - LOOSE_MS), ended: instantOf(at - KEPT_MS) };
    for (const file of await listStaleFiles(db, before, BATCH)) await uploads.forget(file);
  }

  /** Nobody decided in time: the challan lapses. */
  #lapse(id: Identifier): Promise<void> {
    const { db, challans, now } = this.#options;
    return changeInLedger(db, async (tx) => {
      const contest = await lockContest(tx, id);
      const at = now();
      // Decided, or overtaken, a moment ago.
      if (contest === null || contest.state !== 'open') return { result: undefined, entries: [] };
      const challan = await lockChallan(tx, contest.challanId);
      if (challan?.state !== 'contested') return { result: undefined, entries: [] };
      const { entry } = await challans.changeIn(tx, contest.challanId, { step: 'lapsed', by: null });
      await endContest(tx, id, { state: 'lapsed', at: instantOf(at) });
      const { caseId, challanId, decideBy } = contest;
      const lapsed = ledgerEntry({
        kind: 'contest.lapsed',
        at,
        actor: 'system:server',
        subject: `challan:${challanId}`,
        data: { contestId: id, caseId, decideBy },
      });
      return { result: undefined, entries: [entry, lapsed] };
    });
  }

  /** The challan fell away for another cause while the contest was open. */
  #overtake(id: Identifier): Promise<void> {
    const { db, now } = this.#options;
    return changeInLedger(db, async (tx) => {
      const contest = await lockContest(tx, id);
      if (contest === null || contest.state !== 'open') return { result: undefined, entries: [] };
      const at = now();
      await endContest(tx, id, { state: 'overtaken', at: instantOf(at) });
      const { caseId, challanId } = contest;
      const overtaken = ledgerEntry({
        kind: 'contest.overtaken',
        at,
        actor: 'system:server',
        subject: `challan:${challanId}`,
        data: { contestId: id, caseId },
      });
      return { result: undefined, entries: [overtaken] };
    });
  }
}
