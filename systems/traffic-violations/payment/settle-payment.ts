import type { ChallanState } from '@amaan/contracts/violations/challan';
import type { PaymentStanding, RefundCause } from '@amaan/contracts/violations/payment';

/** How a challan stands when money arrives for it. Amounts are whole rupees. */
export interface BilledChallan {
  readonly state: ChallanState;
  /** Whether the fine was paid in full and not paid back. */
  readonly moneyHeld: boolean;
  readonly amount: number;
  /** All that arrived before, less all that went or goes back. */
  readonly held: number;
}

/** What follows from a payment. */
export interface PaymentOutcome {
  readonly standing: Exclude<PaymentStanding, 'unknown-reference'>;
  /** Whether the fine is paid in full now. */
  readonly paid: boolean;
  /** What of this payment goes back, and why. */
  readonly refund: { readonly amount: number; readonly cause: RefundCause } | null;
}

/** States of which nothing is owed, and never will be again. */
const OVER: readonly ChallanState[] = ['cancelled', 'lapsed', 'refund-due', 'refunded'];

/**
 * What becomes of money that arrives. Nothing is kept that is not owed: what is too much, comes twice or comes for a challan
 * that has fallen away goes back. What comes while a contest is open is held until it is decided.
 *
 * @param payment in whole rupees, more than nothing
 */
export function settlePayment(challan: BilledChallan, payment: number): PaymentOutcome {
  if (OVER.includes(challan.state) || challan.moneyHeld)
    return { standing: 'not-owed', paid: false, refund: { amount: payment, cause: 'not-owed' } };
  const missing = challan.amount - challan.held;
  const isFrozen = challan.state === 'contested';
  if (payment < missing) return { standing: isFrozen ? 'held' : 'part', paid: false, refund: null };
  const surplus = payment - missing;
  return {
    standing: isFrozen ? 'held' : surplus > 0 ? 'surplus' : 'settles',
    paid: true,
    refund: surplus > 0 ? { amount: surplus, cause: 'surplus' } : null,
  };
}

/** Money on a challan: what arrived in one payment, and what of it went or goes back. */
export interface HeldPayment {
  readonly paymentId: string;
  readonly amount: number;
  readonly refunded: number;
}

/** Everything that goes back when a challan has fallen away: of each payment what has not gone back yet. */
export function refundsOfAll(
  payments: readonly HeldPayment[],
): { readonly paymentId: string; readonly amount: number }[] {
  return payments
    .map(({ paymentId, amount, refunded }) => ({ paymentId, amount: amount - refunded }))
    .filter(({ amount }) => amount > 0);
}

/** What is still to be paid now, in whole rupees: nothing while it is contested, paid or over. */
export function owedOn({ state, amount, held }: BilledChallan): number {
  return state === 'issued' || state === 'upheld' || state === 'overdue' ? Math.max(0, amount - held) : 0;
}
