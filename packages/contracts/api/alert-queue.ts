import { z } from 'zod';
import { ALERT_STATES, Alert } from '../alert.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { Priority } from '../scene-rule.ts';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Query string of the alert queue, newest first. `cursor` is the `nextCursor` of the page before. */
export const AlertQuery = z.object({
  state: z.enum(ALERT_STATES).optional(),
  cameraId: Identifier.optional(),
  priority: Priority.optional(),
  simulated: flag.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AlertQuery = z.infer<typeof AlertQuery>;

export const AlertPage = z.object({
  alerts: z.array(Alert),
  nextCursor: z.string().nullable(),
  /** How many alerts match the other filters, by state. */
  counts: z.object({
    new: z.int().nonnegative(),
    confirmed: z.int().nonnegative(),
    rejected: z.int().nonnegative(),
  }),
});
export type AlertPage = z.infer<typeof AlertPage>;
