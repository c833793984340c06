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

/** A report that is due and could not be made so far. */
export const FailedReport = WeeklyReport.pick({
  ...{ siteId: true, siteName: true, from: true, to: true, simulated: true },
}).extend({
  /** When that was noticed, and the incident that it opened. */
  since: Instant,
  incidentId: Identifier,
  /** Why: `OBJECT_STORE_FULL`, `OBJECT_STORE_FAILED`, or `SERVICE_REPORT_FAILED` with the cause in the server's log. */
  code: z.string(),
  message: z.string(),
  /** False: its week is too long ago to be tried again. */
  retried: z.boolean(),
});
export type FailedReport = z.infer<typeof FailedReport>;

export const WeeklyReports = z.object({
  /** Newest first. */
  reports: z.array(WeeklyReport),
  /** Newest first. */
  failed: z.array(FailedReport),
  /** When the next is due. */
  nextAt: Instant,
});
export type WeeklyReports = z.infer<typeof WeeklyReports>;
