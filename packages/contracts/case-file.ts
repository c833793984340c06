import { z } from 'zod';
import { Alert } from './alert.ts';
import { Identifier } from './identifier.ts';
import { Instant } from './instant.ts';

/** An investigation: who works on it, at which site, and the alerts that belong to it. */
export const CaseFile = z.object({
  id: Identifier,
  /** For people: `CASE-0007`. */
  number: z.string(),
  title: z.string(),
  siteId: Identifier,
  openedAt: Instant,
  openedBy: z.string(),
  closedAt: Instant.nullable(),
  members: z.array(z.object({ userId: z.string(), name: z.string(), role: z.string(), since: Instant })),
  /** How many alerts are attached. */
  alerts: z.int().nonnegative(),
  demo: z.boolean(),
});
export type CaseFile = z.infer<typeof CaseFile>;

export const CaseFileInput = z.object({
  title: z.string().trim().min(3).max(160),
  siteId: Identifier,
});
export type CaseFileInput = z.infer<typeof CaseFileInput>;

/** What changes on a case; what is left out stays. */
export const CaseFileChange = z
  .object({ title: CaseFileInput.shape.title, closed: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'nothing to change');
export type CaseFileChange = z.infer<typeof CaseFileChange>;

/** A case with what its members see. The alerts are empty while no purpose is stated. */
export const CaseFileDetail = z.object({
  ...CaseFile.shape,
  attached: z.array(z.object({ alertId: Identifier, attachedAt: Instant, alert: Alert.nullable() })),
});
export type CaseFileDetail = z.infer<typeof CaseFileDetail>;

/** People of the site who may work on cases. */
export const CaseCandidate = z.object({ userId: z.string(), name: z.string(), role: z.string() });
export type CaseCandidate = z.infer<typeof CaseCandidate>;
