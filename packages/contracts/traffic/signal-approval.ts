import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { ControllerName } from './signal-decision.ts';

/** The longest that two people may allow signal control for. */
export const MOST_APPROVAL_DAYS = 30;
/** How long a request waits for the second person. */
export const APPROVAL_WAITS_HOURS = 72;

/** Somebody asks that junctions may be controlled. */
export const SignalApprovalInput = z.strictObject({
  junctions: z.array(Identifier).min(1).max(500),
  controller: ControllerName,
  reason: z.string().trim().min(20).max(1000),
  /** How many days it is to last once it is approved. */
  days: z.number().positive().max(MOST_APPROVAL_DAYS),
});
export type SignalApprovalInput = z.infer<typeof SignalApprovalInput>;

export const SIGNAL_APPROVAL_STATES = ['waiting', 'in-force', 'ended'] as const;
export const SignalApprovalState = z.enum(SIGNAL_APPROVAL_STATES);
export type SignalApprovalState = z.infer<typeof SignalApprovalState>;
export const SIGNAL_APPROVAL_ENDS = ['refused', 'revoked', 'expired', 'lapsed'] as const;

/** Two people's word that junctions may be controlled with one controller, for some time. */
export const SignalApproval = z.object({
  id: Identifier,
  junctions: z.array(z.object({ id: Identifier, name: z.string() })),
  controller: ControllerName,
  reason: z.string(),
  days: z.number(),
  state: SignalApprovalState,
  askedAt: Instant,
  askedBy: z.string(),
  askedRole: z.string(),
  /** When it lapses unless somebody decides; null: it does not wait. */
  decideBy: Instant.nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  decisionNote: z.string().nullable(),
  /** From then on it allows nothing; null: it never was in force. */
  until: Instant.nullable(),
  endedAt: Instant.nullable(),
  end: z.enum(SIGNAL_APPROVAL_ENDS).nullable(),
  /** What this person may do about it now, as far as roles and people say. */
  may: z.object({ decide: z.boolean(), revoke: z.boolean() }),
});
export type SignalApproval = z.infer<typeof SignalApproval>;

export const SignalApprovalQuery = z.object({
  junctionId: Identifier.optional(),
  state: SignalApprovalState.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type SignalApprovalQuery = z.infer<typeof SignalApprovalQuery>;

export const SignalApprovalDecision = z.strictObject({
  decision: z.enum(['approved', 'refused']),
  note: z.string().trim().min(3).max(1000),
});
export type SignalApprovalDecision = z.infer<typeof SignalApprovalDecision>;

export const SignalApprovalRevocation = z.strictObject({ reason: z.string().trim().min(3).max(1000) });
export type SignalApprovalRevocation = z.infer<typeof SignalApprovalRevocation>;
