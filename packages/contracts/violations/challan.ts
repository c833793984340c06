import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { PlateText } from '../plates/plate-reading.ts';
import { AppliedLaw, Province } from './law.ts';
import { ViolationKind } from './violation-kind.ts';

/**
 * Where a challan stands. `issued`, `upheld` and `overdue` ask for money; `contested` is frozen; `cancelled` and `lapsed`
 * are over and nothing is owed; of `refund-due` and `refunded` nothing is owed either, and what was paid goes back.
 */
export const CHALLAN_STATES = [
  'issued',
  'contested',
  'upheld',
  'overdue',
  'paid',
  'cancelled',
  'lapsed',
  'refund-due',
  'refunded',
] as const;
export const ChallanState = z.enum(CHALLAN_STATES);
export type ChallanState = z.infer<typeof ChallanState>;

/** States in which money is asked for. */
export const OWING_STATES: readonly ChallanState[] = ['issued', 'upheld', 'overdue'];

/** What happens to a challan. */
export const CHALLAN_EVENTS = [
  'issued',
  /** A citizen contests it: the fine is frozen. */
  'contested',
  /** A contest was decided and the challan stands. */
  'upheld',
  /** A contest was accepted, or the challan was taken back for another cause. */
  'cancelled',
  /** Nobody decided a contest in time. */
  'lapsed',
  'paid',
  /** Its day of payment is over. */
  'overdue',
  'refunded',
] as const;
export const ChallanEventKind = z.enum(CHALLAN_EVENTS);
export type ChallanEventKind = z.infer<typeof ChallanEventKind>;

/** Why a challan is no longer owed. */
export const CANCEL_CAUSES = [
  'contest-accepted',
  /** Nobody decided the contest within the law's deadline. */
  'contest-lapsed',
  /** A camera's software was wrong over some time: many at once. */
  'bulk',
  /** The evidence did not hold when it was looked at again. */
  'issued-in-error',
  'plate-cloned',
  'vehicle-sold',
  'other',
] as const;
export const CancelCause = z.enum(CANCEL_CAUSES);
export type CancelCause = z.infer<typeof CancelCause>;

/** `PB-26-7K3M9QXA-W`: province, year, eight random characters of Crockford's base 32, check character (modulo 37). */
export const ChallanNumber = z
  .string()
  .regex(/^[A-Z]{2}-\d{2}-[0-9A-HJKMNP-TV-Z]{8}-[0-9A-HJKMNP-TV-Z*~$=U]$/);
export type ChallanNumber = z.infer<typeof ChallanNumber>;

/** One thing that happened to a challan. `by` is null where no person did it. */
export const ChallanEvent = z.object({
  id: Identifier,
  at: Instant,
  event: ChallanEventKind,
  from: ChallanState.nullable(),
  to: ChallanState,
  cause: CancelCause.nullable(),
  note: z.string(),
  byName: z.string().nullable(),
});
export type ChallanEvent = z.infer<typeof ChallanEvent>;

/** A fine that a person confirmed. */
export const Challan = z.object({
  id: Identifier,
  number: ChallanNumber,
  caseId: Identifier,
  siteId: Identifier,
  cameraId: Identifier,
  cameraName: z.string(),
  province: Province,
  plate: PlateText,
  kind: ViolationKind,
  state: ChallanState,
  /** When the violation happened. */
  occurredAt: Instant,
  issuedAt: Instant,
  law: AppliedLaw,
  /** Whole rupees. */
  amount: z.int().positive(),
  currency: z.literal('PKR'),
  payBy: Instant,
  contestBy: Instant,
  /** Of the software that made the evidence: what a bulk cancellation goes by. */
  softwareVersion: z.string(),
  /** Why it is no longer owed; null while it is. */
  cancelCause: CancelCause.nullable(),
  simulated: z.boolean(),
});
export type Challan = z.infer<typeof Challan>;

/** A challan with all that happened to it. */
export const ChallanView = z.object({ ...Challan.shape, events: z.array(ChallanEvent) });
export type ChallanView = z.infer<typeof ChallanView>;
