import { AmaanError } from '@amaan/contracts/problem';
import type { ChallanEventKind, ChallanState } from '@amaan/contracts/violations/challan';

/** `CHALLAN_STEP_REFUSED`: what was asked for cannot happen to a challan that stands so. */
export class ChallanStepError extends AmaanError {
  readonly from: ChallanState;
  readonly event: ChallanEventKind;
  constructor(from: ChallanState, event: ChallanEventKind, why: string) {
    super('CHALLAN_STEP_REFUSED', why);
    this.from = from;
    this.event = event;
  }
}

/** All that decides what may happen to a challan next. */
export interface ChallanStanding {
  readonly state: ChallanState;
  /** Whether the fine was paid and not paid back. */
  readonly moneyHeld: boolean;
  /** Whether it was contested, once: the courts are there for the second time. */
  readonly contested: boolean;
}

/** Events after the issue. */
export type ChallanStep = Exclude<ChallanEventKind, 'issued'>;

/** How a challan stands when it is issued. */
export const ISSUED: ChallanStanding = { state: 'issued', moneyHeld: false, contested: false };

const SETTLED = 'The challan is settled already.';

/**
 * The one place that says what may happen to a challan. Deadlines are none of its business: whoever calls knows the time.
 *
 * - Contesting freezes the fine, also one that was paid; only once.
 * - Paid money never gets lost: a challan that falls away with money held becomes `refund-due`, and money that arrives
 *   for one that has fallen away makes it `refund-due` too.
 * - `refunded` is the end; `cancelled` and `lapsed` end too, unless money arrives.
 *
 * @throws ChallanStepError `CHALLAN_STEP_REFUSED`
 */
export function nextStanding(standing: ChallanStanding, step: ChallanStep): ChallanStanding {
  const { state, moneyHeld } = standing;
  const refuse = (why: string): never => {
    throw new ChallanStepError(state, step, why);
  };
  switch (step) {
    case 'contested':
      if (standing.contested) return refuse('The challan was contested before.');
      if (state !== 'issued' && state !== 'overdue' && state !== 'paid')
        return refuse('The challan is not owed any more.');
      return { ...standing, state: 'contested', contested: true };
    case 'upheld':
      if (state !== 'contested') return refuse('The challan is not contested.');
      return { ...standing, state: moneyHeld ? 'paid' : 'upheld' };
    case 'lapsed':
      if (state !== 'contested') return refuse('The challan is not contested.');
      return { ...standing, state: moneyHeld ? 'refund-due' : 'lapsed' };
    case 'cancelled':
      if (state === 'cancelled' || state === 'lapsed' || state === 'refund-due' || state === 'refunded')
        return refuse('The challan is cancelled already.');
      return { ...standing, state: moneyHeld ? 'refund-due' : 'cancelled' };
    case 'paid':
      if (moneyHeld) return refuse('The challan is paid already.');
      if (state === 'refunded') return refuse(SETTLED);
      if (state === 'contested') return { ...standing, moneyHeld: true };
      return { ...standing, moneyHeld: true, state: fellAway(state) ? 'refund-due' : 'paid' };
    case 'overdue':
      if (state !== 'issued' && state !== 'upheld') return refuse('Nothing falls due on the challan.');
      return { ...standing, state: 'overdue' };
    case 'refunded':
      if (state !== 'refund-due') return refuse('Nothing is to be paid back.');
      return { ...standing, state: 'refunded', moneyHeld: false };
  }
}

function fellAway(state: ChallanState): boolean {
  return state === 'cancelled' || state === 'lapsed';
}
