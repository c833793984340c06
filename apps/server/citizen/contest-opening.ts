import { digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { ContestInput } from '@amaan/contracts/violations/contest';
import { adoptFiles, listLooseFiles } from '@amaan/store/contests/contest-files';
import { insertContest } from '@amaan/store/contests/contests';
import type { Database } from '@amaan/store/open-database';
import { lockChallan } from '@amaan/store/violations/challans';
import { endOfLawDay } from '@amaan/traffic-violations/law/law-day';
import { ConflictError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { ChallanService } from '../violations/issue/challan-service.ts';
import { mayContest } from './may-contest.ts';

export interface ContestOpeningOptions {
  readonly db: Database;
  readonly challans: Pick<ChallanService, 'changeIn'>;
  /** Called after a contest was opened. */
  readonly onChanged: () => void;
  readonly now: () => number;
}

/** A citizen says that a challan is wrong. */
export class ContestOpening {
  readonly #options: ContestOpeningOptions;

  constructor(options: ContestOpeningOptions) {
    this.#options = options;
  }

  /**
   * Opens a contest: from this moment on the fine is frozen, and the time in which it must be decided runs.
   * @throws HttpError 409 `CONTEST_TOO_LATE`, `CHALLAN_STEP_REFUSED`; 404 `FILE_NOT_FOUND` for a file that is not loose
   */
  async open(challanId: Identifier, { reasons, text, files }: ContestInput): Promise<void> {
    const { db, challans, onChanged, now } = this.#options;
    await changeInLedger(db, async (tx) => {
      const before = await lockChallan(tx, challanId);
      if (before === null) throw new NotFoundError('challan');
      const at = now();
      const may = mayContest(before, at);
      if (!may.allowed && may.why === 'too-late')
        throw new ConflictError('CONTEST_TOO_LATE', 'The time to contest this challan is over.');
      const loose = await listLooseFiles(tx, challanId);
      const brought = loose.filter(({ id }) => files.includes(id));
      if (brought.length !== new Set(files).size) throw new NotFoundError('file');
      // Whatever else speaks against it, the machine of challans says.
      const { challan, entry } = await challans.changeIn(tx, challanId, { step: 'contested', by: null });
      const id = newIdentifier();
      const openedAt = instantOf(at);
      const decideBy = endOfLawDay(openedAt, challan.law.decideWithinDays);
      const { caseId, siteId } = challan;
      await insertContest(tx, { id, challanId, caseId, siteId, reasons, text, openedAt, decideBy });
      await adoptFiles(tx, files, id);
      const opened = ledgerEntry({
        kind: 'contest.opened',
        at,
        actor: 'citizen',
        subject: `challan:${challanId}`,
        data: {
          ...{ contestId: id, caseId, reasons, decideBy },
          // The words may name people: the ledger holds their digest, and those of the files.
          textDigest: digestOfJson(text),
          files: brought.map(({ digest, mediaType, bytes }) => ({ digest, mediaType, bytes })),
        },
      });
      return { result: undefined, entries: [entry, opened] };
    });
    onChanged();
  }
}
