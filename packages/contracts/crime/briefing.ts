import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import type { AnalysisKind } from './analysis-kind.ts';

/** What a printed briefing is put together from: analyses that are done, and a plan that was approved. */
export const BriefingInput = z
  .strictObject({
    siteId: Identifier,
    title: z.string().trim().min(3).max(120),
    /** The station area that it is for; null: the site. */
    boundaryId: Identifier.nullable().default(null),
    analysisIds: z.array(Identifier).max(8).default([]),
    planId: Identifier.nullable().default(null),
    /** For those who read it. Names of people have no place here. */
    remark: z.string().trim().max(1000).default(''),
  })
  .refine(({ analysisIds, planId }) => analysisIds.length > 0 || planId !== null, {
    message: 'A briefing needs an analysis or a plan.',
  });
export type BriefingInput = z.infer<typeof BriefingInput>;

/** Kinds of analyses that can be printed. */
export const PRINTED_KINDS = [
  'density',
  'hot-spots',
  'clusters',
  'near-repeat',
  'comparison',
  'emerging',
  'forecast',
  'heat-map',
  'trend',
] as const satisfies readonly AnalysisKind[];

export const Briefing = z.object({
  id: Identifier,
  siteId: Identifier,
  title: z.string(),
  boundaryId: Identifier.nullable(),
  analysisIds: z.array(Identifier),
  planId: Identifier.nullable(),
  remark: z.string(),
  simulated: z.boolean(),
  madeAt: Instant,
  madeBy: z.string(),
  /** Of the PDF (English and Urdu side by side): the same bytes are handed out again. */
  digest: Digest,
});
export type Briefing = z.infer<typeof Briefing>;

export const BriefingListQuery = z.object({ siteId: Identifier.optional() });
