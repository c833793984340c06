import { z } from 'zod';
import { Identifier } from './identifier.ts';
import { Instant } from './instant.ts';

/** What data of citizens may be read for. */
export const PURPOSES = [
  'crime-investigation',
  'missing-person',
  'traffic-collision',
  'complaint',
  'court-order',
] as const;
export const Purpose = z.enum(PURPOSES);
export type Purpose = z.infer<typeof Purpose>;

/** What a person says before reading alerts and evidence; recorded in the ledger. */
export const PurposeInput = z.object({
  caseId: Identifier,
  purpose: Purpose,
  statement: z.string().trim().min(10).max(1000),
});
export type PurposeInput = z.infer<typeof PurposeInput>;

/** A purpose on record. It opens the data of the case's site for an hour. */
export const StatedPurposeView = z.object({
  id: Identifier,
  caseId: Identifier,
  caseNumber: z.string(),
  siteId: Identifier,
  purpose: Purpose,
  statement: z.string(),
  at: Instant,
  expiresAt: Instant,
});
export type StatedPurposeView = z.infer<typeof StatedPurposeView>;

/** What one reads for now; null: nothing was stated, or it has ended. */
export const CurrentPurpose = z.object({ purpose: StatedPurposeView.nullable() });
export type CurrentPurpose = z.infer<typeof CurrentPurpose>;
