import { z } from 'zod';
import { LocalText } from '../ai-system.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { Figure } from '../monitoring.ts';
import { CivicKind, DepartmentId } from './civic-ticket.ts';

/** Whom tickets are sent to, and how long they have. */
export const CivicDepartment = z.strictObject({
  id: DepartmentId,
  name: LocalText,
  /** Hours that it has for each kind that is its own; others can be sent to it with a deadline by hand. */
  hours: z.partialRecord(CivicKind, z.number().min(1).max(8760)),
});
export type CivicDepartment = z.infer<typeof CivicDepartment>;

/** Alerts of this scene rule of a camera suggest tickets of this kind: a van that stands on a footpath, for example. */
export const CivicRule = z.strictObject({ sceneRuleId: Identifier, kind: CivicKind });
export type CivicRule = z.infer<typeof CivicRule>;

export const CivicSettings = z.strictObject({
  departments: z
    .array(CivicDepartment)
    .max(50)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      message: 'Two departments have the same short name.',
    }),
  rules: z
    .array(CivicRule)
    .max(2000)
    .refine((all) => new Set(all.map(({ sceneRuleId }) => sceneRuleId)).size === all.length, {
      message: 'A rule is named twice.',
    }),
});
export type CivicSettings = z.infer<typeof CivicSettings>;

export const CivicSettingsView = z.object({ version: z.int().nonnegative(), settings: CivicSettings });
export type CivicSettingsView = z.infer<typeof CivicSettingsView>;

export const CivicSettingsChange = z.strictObject({
  /** The version that was seen. */
  seen: z.int().nonnegative(),
  settings: CivicSettings,
  reason: z.string().trim().min(10).max(2000),
});
export type CivicSettingsChange = z.infer<typeof CivicSettingsChange>;

/** How departments kept their deadlines in a period; figures come with intervals, and with no order of rank. */
export const CivicFigures = z.object({
  departments: z.array(
    z.object({
      department: DepartmentId,
      /** Tickets sent to it whose deadline fell into the period. */
      due: z.int().nonnegative(),
      /** Share of them done by the deadline. */
      inTime: Figure,
      /** Of those done in the period: median hours from sending to done. */
      medianHours: Figure,
      overdueNow: z.int().nonnegative(),
      /** Of those done: share that somebody had to reopen. */
      reopened: Figure,
    }),
  ),
});
export type CivicFigures = z.infer<typeof CivicFigures>;

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const CivicFiguresQuery = z.object({
  from: Instant,
  to: Instant,
  siteId: Identifier.optional(),
  simulated: flag.default(false),
});
export type CivicFiguresQuery = z.infer<typeof CivicFiguresQuery>;
