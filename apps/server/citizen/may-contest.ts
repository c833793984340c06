import type { ChallanState } from '@amaan/contracts/violations/challan';
import type { MayContest } from '@amaan/contracts/violations/citizen';
import type { StoredChallan } from '@amaan/store/violations/challans';

/** States from which a challan can be contested: as the machine of challans has it. */
const CONTESTABLE: readonly ChallanState[] = ['issued', 'overdue', 'paid'];

/** Whether a challan may be contested at an instant, until when, and if not why not. @param now Unix milliseconds */
export function mayContest(
  { state, wasContested, contestBy }: Pick<StoredChallan, 'state' | 'wasContested' | 'contestBy'>,
  now: number,
): MayContest {
  if (wasContested) return { allowed: false, why: 'contested-before' };
  if (!CONTESTABLE.includes(state)) return { allowed: false, why: 'over' };
  if (now > Date.parse(contestBy)) return { allowed: false, why: 'too-late' };
  return { allowed: true, until: contestBy };
}
