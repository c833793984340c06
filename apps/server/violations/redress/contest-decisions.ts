import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { ContestDecisionInput } from '@amaan/contracts/violations/contest';
import { personKey } from '@amaan/governance/four-eyes';
import { endContest, lockContest, type StoredContest } from '@amaan/store/contests/contests';
import type { Database } from '@amaan/store/open-database';
import { listDecisions } from '@amaan/store/violations/violation-cases';
import { coversSite, type Principal } from '../../access/decide.ts';
import { requireOtherPerson } from '../../access/require-other-person.ts';
import { ConflictError, HttpError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { ChallanChange, ChallanService } from '../issue/challan-service.ts';

export interface ContestDecisionsOptions {
  readonly db: Database;
  readonly challans: Pick<ChallanService, 'changeIn'>;
  /** Called after a contest was decided. */
  readonly onChanged: () => void;
  readonly now: () => number;
}

/** Decides contests: a person who has given no answer to the case before, within the time that the law gives. */
export class ContestDecisions {
  readonly #options: ContestDecisionsOptions;

  constructor(options: ContestDecisionsOptions) {
    this.#options = options;
  }

  /**
   * Decides a contest, for good: the challan stands with a new time to pay, or is cancelled.
   * @throws NotFoundError `CONTEST_NOT_FOUND`; HttpError 403 `FOUR_EYES`, `PERSON_UNKNOWN`; 409 `CONTEST_DECIDED`,
   *   `CONTEST_LAPSED`, `CHALLAN_STEP_REFUSED`
   */
  async decide(id: Identifier, { outcome, explanation }: ContestDecisionInput, by: Principal): Promise<void> {
    const { db, challans, onChanged, now } = this.#options;
    const person = personKey(by.person);
    if (person === null)
      throw new HttpError(
        403,
        'PERSON_UNKNOWN',
        'Nobody knows who is behind this account, so it decides nothing. Ask an administrator.',
      );
    await changeInLedger(db, async (tx) => {
      const contest = await lockContest(tx, id);
      if (contest === null || !coversSite(by.sites, contest.siteId)) throw new NotFoundError('contest');
      const at = now();
      assertOpen(contest, at);
      requireOtherPerson(by, await peopleOfCase(tx, contest.caseId));
      const { challanId, caseId } = contest;
      const { entry } = await challans.changeIn(tx, challanId, changeOf(outcome, by));
      await endContest(tx, id, {
        state: outcome,
        at: instantOf(at),
        decision: { explanation, userId: by.id, name: by.name, person },
      });
      const decided = ledgerEntry({
        kind: 'contest.decided',
        at,
        actor: `user:${by.id}`,
        subject: `challan:${challanId}`,
        // The words may name people.
        data: { contestId: id, caseId, outcome, explanationDigest: digestOfJson(explanation) },
      });
      return { result: undefined, entries: [entry, decided] };
    });
    onChanged();
  }
}

/** Everybody who has given an answer to a case: they do not decide what is said against it. */
export async function peopleOfCase(db: Database, caseId: Identifier): Promise<{ readonly person: string }[]> {
  const answers = await listDecisions(db, caseId);
  return answers.flatMap(({ person }) => (person === null ? [] : [{ person }]));
}

function assertOpen({ state, decideBy }: StoredContest, now: number): void {
  if (state !== 'open') throw new ConflictError('CONTEST_DECIDED', 'This contest has ended already.');
  if (now > Date.parse(decideBy))
    throw new ConflictError(
      'CONTEST_LAPSED',
      'The time to decide this contest is over, so the challan lapses. Nothing was recorded.',
    );
}

function changeOf(outcome: ContestDecisionInput['outcome'], { id, name }: Principal): ChallanChange {
  const by = { id, name };
  return outcome === 'upheld' ? { step: 'upheld', by } : { step: 'cancelled', cause: 'contest-accepted', by };
}
