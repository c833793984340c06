import { z } from 'zod';
import { Instant } from '../instant.ts';

export const CONCERN_CATEGORIES = [
  'wrong-alert',
  'privacy',
  'discrimination',
  'misuse',
  'security',
  'accessibility',
  'other',
] as const;

/** Body of a record of kind `concern`: somebody inside or outside says that something is wrong. */
export const Concern = z.object({
  origin: z.enum(['staff', 'staff-anonymous', 'public']),
  category: z.enum(CONCERN_CATEGORIES),
  what: z.string().trim().min(10).max(4000),
  /** What whoever raised it is told. */
  answer: z.string().trim().max(4000).default(''),
});
export type Concern = z.infer<typeof Concern>;

/** What somebody sends who raises a concern. */
export const ConcernInput = z.object({
  /** The AI system that it is about; left out: not known, or about all of them. */
  system: z.string().max(60).optional(),
  category: z.enum(CONCERN_CATEGORIES),
  what: Concern.shape.what,
  /** How to reach them, if they wish. Kept apart, encrypted, and erased when the concern is closed. */
  contact: z.string().trim().max(200).optional(),
});
export type ConcernInput = z.infer<typeof ConcernInput>;

export const StaffConcernInput = z.object({ ...ConcernInput.shape, anonymous: z.boolean() });
export type StaffConcernInput = z.infer<typeof StaffConcernInput>;

/** Shown once: with number and code anybody can see what became of it, without saying who they are. */
export const ConcernReceipt = z.object({ number: z.string(), code: z.string() });
export type ConcernReceipt = z.infer<typeof ConcernReceipt>;

/** What the holder of a receipt sees. */
export const ConcernProgress = z.object({
  number: z.string(),
  status: z.string(),
  raisedAt: Instant,
  changedAt: Instant,
  answer: z.string(),
});
export type ConcernProgress = z.infer<typeof ConcernProgress>;
