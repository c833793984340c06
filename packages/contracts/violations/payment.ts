import { z } from 'zod';
import { LocalText } from '../ai-system.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { ChallanNumber, ChallanState } from './challan.ts';
import { LawDay } from './law.ts';

/** Seventeen digits and a check digit (ISO/IEC 7812-1, Luhn): what is named at a bank, on a keypad with digits alone. */
export const PaymentReference = z.string().regex(/^\d{18}$/);
export type PaymentReference = z.infer<typeof PaymentReference>;

/** An amount of money in whole rupees. */
const Rupees = z.int().positive();

/** What became of money that arrived. */
export const PAYMENT_STANDINGS = [
  /** Pays what is owed, alone or with what came before. */
  'settles',
  /** Less than is owed; the rest is still to come. */
  'part',
  /** Waits until the contest is decided. */
  'held',
  /** More than was owed: the challan is paid, and the rest goes back. */
  'surplus',
  /** For a challan that is paid, or of which nothing is owed: all of it goes back. */
  'not-owed',
  /** Nobody knows the reference: it is looked into and goes back. */
  'unknown-reference',
] as const;
export const PaymentStanding = z.enum(PAYMENT_STANDINGS);
export type PaymentStanding = z.infer<typeof PaymentStanding>;

/** Money that a gateway says has arrived. */
export const Payment = z.object({
  id: Identifier,
  gateway: z.string(),
  /** How the gateway names it: told twice, it is counted once. */
  gatewayPaymentId: z.string(),
  reference: z.string(),
  challan: z.object({ id: Identifier, number: ChallanNumber }).nullable(),
  amount: Rupees,
  currency: z.literal('PKR'),
  /** When the gateway took it, and when this deployment heard of it. */
  paidAt: Instant,
  receivedAt: Instant,
  standing: PaymentStanding,
  test: z.boolean(),
});
export type Payment = z.infer<typeof Payment>;

export const REFUND_CAUSES = ['cancelled', 'lapsed', 'surplus', 'not-owed', 'unknown-reference'] as const;
export const RefundCause = z.enum(REFUND_CAUSES);
export type RefundCause = z.infer<typeof RefundCause>;

/** `due`: to be asked of the gateway; `sent`: it works on it; `failed`: it refused, and a person has to look. */
export const REFUND_STATES = ['due', 'sent', 'done', 'failed'] as const;
export const RefundState = z.enum(REFUND_STATES);
export type RefundState = z.infer<typeof RefundState>;

/** Money that goes back. The gateway pays it to whoever paid: no account is asked for. */
export const Refund = z.object({
  id: Identifier,
  paymentId: Identifier,
  gateway: z.string(),
  challan: z.object({ id: Identifier, number: ChallanNumber }).nullable(),
  amount: Rupees,
  cause: RefundCause,
  state: RefundState,
  dueAt: Instant,
  doneAt: Instant.nullable(),
  /** How often the gateway was asked, and what it said last; null: nothing was wrong. */
  attempts: z.int().nonnegative(),
  problem: z.string().nullable(),
  test: z.boolean(),
});
export type Refund = z.infer<typeof Refund>;

/** What has been paid on one challan, as officers see it. */
export const ChallanAccount = z.object({
  challanId: Identifier,
  number: ChallanNumber,
  state: ChallanState,
  /** Null: there was no need of one yet. */
  reference: PaymentReference.nullable(),
  amount: Rupees,
  /** All that arrived, less all that went or goes back. */
  held: z.int().nonnegative(),
  /** What is still to be paid now; 0 while nothing is owed. */
  owed: z.int().nonnegative(),
  payments: z.array(Payment),
  refunds: z.array(Refund),
});
export type ChallanAccount = z.infer<typeof ChallanAccount>;

/** How a citizen pays; null in place of it: no gateway is set up. */
export const PayingWays = z.object({
  gateway: z.string(),
  /** Marked in every place: no money moves. */
  test: z.boolean(),
  reference: PaymentReference,
  /** What is still to be paid, in whole rupees. */
  owed: z.int().nonnegative(),
  currency: z.literal('PKR'),
  how: LocalText,
});
export type PayingWays = z.infer<typeof PayingWays>;

/** How one payment of a day is told by both sides. */
export const RECONCILIATION_STATES = ['agrees', 'missing-here', 'missing-there', 'amount-differs'] as const;

export const ReconciliationItem = z.object({
  gatewayPaymentId: z.string(),
  state: z.enum(RECONCILIATION_STATES),
  /** What either side says, in whole rupees; null: it knows nothing of it. */
  here: z.int().nullable(),
  there: z.int().nullable(),
  challan: z.object({ id: Identifier, number: ChallanNumber }).nullable(),
});
export type ReconciliationItem = z.infer<typeof ReconciliationItem>;

/** One day's payments as the gateway settled them, against those that this deployment counted. */
export const Reconciliation = z.object({
  id: Identifier,
  gateway: z.string(),
  /** A day in Pakistan. */
  day: LawDay,
  at: Instant,
  byName: z.string(),
  agrees: z.int().nonnegative(),
  /** Everything that does not agree; empty is as it should be. */
  differences: z.array(ReconciliationItem),
  /** Sums in whole rupees. */
  here: z.int().nonnegative(),
  there: z.int().nonnegative(),
});
export type Reconciliation = z.infer<typeof Reconciliation>;

export const ReconciliationInput = z.strictObject({ day: LawDay });
export type ReconciliationInput = z.infer<typeof ReconciliationInput>;

export const PaymentQuery = z.object({
  /** Only what a person has to look at: unknown references, surpluses, what came for nothing owed. */
  odd: z.stringbool().default(false),
  from: Instant.optional(),
  to: Instant.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type PaymentQuery = z.infer<typeof PaymentQuery>;

export const RefundQuery = z.object({
  state: RefundState.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type RefundQuery = z.infer<typeof RefundQuery>;
