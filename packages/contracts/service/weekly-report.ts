import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** A report that was made: it stays as it was, and is never made twice. A week has one of all sites and one of each. */
export const WeeklyReport = z.object({
  id: Identifier,
  /** The site that it is of; null: of all, and only for who sees all. */
  siteId: Identifier.nullable(),
  siteName: z.string().nullable(),
  /** The week that it is of, in the time zone of the service. */
  from: Instant,
  to: Instant,
  /** Simulated and real weeks have reports of their own, never mixed. */
  simulated: z.boolean(),
  madeAt: Instant,
  bytes: z.int().positive(),
  digest: Digest,
  alerts: z.int().nonnegative(),
  calls: z.int().nonnegative(),
});
export type WeeklyReport = z.infer<typeof WeeklyReport>;

export const WeeklyReports = z.object({
  /** Newest first. */
  reports: z.array(WeeklyReport),
  /** When the next is due. */
  nextAt: Instant,
});
export type WeeklyReports = z.infer<typeof WeeklyReports>;
