import { z } from 'zod';
import { Position } from '../geometry.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** What can be wrong with a place. Nothing here is about a person. */
export const CIVIC_KINDS = [
  'waste-heap',
  'blocked-footpath',
  'dead-street-light',
  'standing-water',
  'other',
] as const;
export const CivicKind = z.enum(CIVIC_KINDS);
export type CivicKind = z.infer<typeof CivicKind>;

/**
 * `suggested` by a rule until a person looks; `open` until it is sent; `sent` to a department that has until its
 * deadline; `done` as the department says, until somebody compares before and after; `closed`; `dismissed`: there is
 * nothing, or it was reported twice.
 */
export const CIVIC_STATES = ['suggested', 'open', 'sent', 'done', 'closed', 'dismissed'] as const;
export const CivicState = z.enum(CIVIC_STATES);
export type CivicState = z.infer<typeof CivicState>;

/** What people do with a ticket. */
export const CIVIC_STEPS = ['confirm', 'send', 'report-done', 'close', 'reopen', 'dismiss', 'note'] as const;
export const CivicStepName = z.enum(CIVIC_STEPS);
export type CivicStepName = z.infer<typeof CivicStepName>;

/** What a department is called by: lower-case letters, digits and hyphens. */
export const DepartmentId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
export type DepartmentId = z.infer<typeof DepartmentId>;

/** A picture of the place. It is always the masked version: faces and plates are covered before it is kept. */
export const CivicPicture = z.object({
  id: Identifier,
  /** Before or after the department's work. */
  moment: z.enum(['before', 'after']),
  /** From the alert that suggested the ticket, from a camera's newest picture, or brought as a file. */
  source: z.enum(['alert', 'camera', 'upload']),
  takenAt: Instant.nullable(),
  addedAt: Instant,
  addedBy: z.string(),
  bytes: z.int().positive(),
});
export type CivicPicture = z.infer<typeof CivicPicture>;

/** One thing that was done about a ticket. */
export const CivicStep = z.object({
  id: Identifier,
  step: z.union([CivicStepName, z.enum(['report', 'suggest'])]),
  from: CivicState.nullable(),
  to: CivicState,
  note: z.string(),
  department: DepartmentId.nullable(),
  dueAt: Instant.nullable(),
  at: Instant,
  byName: z.string(),
});
export type CivicStep = z.infer<typeof CivicStep>;

export const CivicTicket = z.object({
  id: Identifier,
  /** Readable over the telephone: `C-` and eight characters. */
  number: z.string(),
  siteId: Identifier,
  kind: CivicKind,
  state: CivicState,
  /** Whether an operator saw it or a rule. */
  origin: z.enum(['operator', 'rule']),
  cameraId: Identifier.nullable(),
  /** The alert of the rule that suggested it. */
  alertId: Identifier.nullable(),
  position: Position,
  /** The place in words, for whoever goes there. */
  place: z.string(),
  note: z.string(),
  department: DepartmentId.nullable(),
  /** Until when the department should have done it. */
  dueAt: Instant.nullable(),
  openedAt: Instant,
  /** When the department said that it was done. */
  doneAt: Instant.nullable(),
  /** When it was closed or dismissed. */
  endedAt: Instant.nullable(),
  simulated: z.boolean(),
  pictures: z.object({ before: z.int().nonnegative(), after: z.int().nonnegative() }),
});
export type CivicTicket = z.infer<typeof CivicTicket>;

export const CivicTicketView = CivicTicket.extend({
  openedBy: z.string(),
  /** When the pictures that it has go; null: it has none, or it is not at an end. */
  picturesUntil: Instant.nullable(),
  /** When pictures that it had went because their time was over; null: that did not happen. */
  picturesDeletedAt: Instant.nullable(),
  shots: z.array(CivicPicture),
  steps: z.array(CivicStep),
});
export type CivicTicketView = z.infer<typeof CivicTicketView>;

const Note = z.string().trim().max(2000);

/** What an operator reports. Left out, the position is the camera's. */
export const CivicTicketInput = z
  .strictObject({
    siteId: Identifier,
    kind: CivicKind,
    cameraId: Identifier.optional(),
    position: Position.optional(),
    place: z.string().trim().min(3).max(200),
    note: Note.default(''),
  })
  .refine(({ cameraId, position }) => cameraId !== undefined || position !== undefined, {
    path: ['position'],
    message: 'Choose the place on the map, or the camera that shows it.',
  });
export type CivicTicketInput = z.infer<typeof CivicTicketInput>;

/** What somebody does with a ticket. `seen` is the state that they saw: two people never overrule each other unseen. */
export const CivicStepInput = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('confirm'), seen: CivicState, note: Note.default('') }),
  z.strictObject({
    step: z.literal('send'),
    seen: CivicState,
    department: DepartmentId,
    /** Left out: what the settings give this department for this kind. */
    dueAt: Instant.optional(),
    note: Note.default(''),
  }),
  z.strictObject({ step: z.literal('report-done'), seen: CivicState, note: Note.default('') }),
  z.strictObject({
    step: z.literal('close'),
    seen: CivicState,
    /** Needed where there is no picture from after the work: how it is known that it was done. */
    note: Note.default(''),
  }),
  z.strictObject({ step: z.literal('reopen'), seen: CivicState, note: Note.min(3) }),
  z.strictObject({ step: z.literal('dismiss'), seen: CivicState, note: Note.min(3) }),
  z.strictObject({ step: z.literal('note'), seen: CivicState, note: Note.min(3) }),
]);
export type CivicStepInput = z.infer<typeof CivicStepInput>;

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const CivicTicketQuery = z.object({
  state: CivicState.optional(),
  siteId: Identifier.optional(),
  kind: CivicKind.optional(),
  department: DepartmentId.optional(),
  /** Only those that are with a department after its deadline. */
  overdue: flag.optional(),
  /** Left out: both. */
  simulated: flag.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CivicTicketQuery = z.infer<typeof CivicTicketQuery>;

export const CivicTicketPage = z.object({
  tickets: z.array(CivicTicket),
  nextCursor: z.string().nullable(),
  /** Of the same question without its state. */
  counts: z.record(CivicState, z.int().nonnegative()),
});
export type CivicTicketPage = z.infer<typeof CivicTicketPage>;
