import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { AnalysisKind } from './analysis-kind.ts';
import { AnalysisNote } from './analysis-note.ts';
import { AnalysisQuestion } from './analysis-question.ts';
import { AnalysisResult } from './analysis-result.ts';

export const ANALYSIS_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export const AnalysisState = z.enum(ANALYSIS_STATES);
export type AnalysisState = z.infer<typeof AnalysisState>;

/** An analysis as lists show it. Equal questions on equal data are one analysis. */
export const Analysis = z.object({
  id: Identifier,
  kind: AnalysisKind,
  siteId: Identifier,
  question: AnalysisQuestion,
  state: AnalysisState,
  /** 0–1. */
  progress: z.number().min(0).max(1),
  askedAt: Instant,
  /** Name of who asked. */
  askedBy: z.string(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** Incidents that went into it; null until they are read. */
  incidents: z.int().nonnegative().nullable(),
  /** Its incidents were made up for a demonstration or a test. */
  simulated: z.boolean(),
  /** Of the batches read, the question and the software: equal digests give equal results. Null until data are read. */
  digest: Digest.nullable(),
  softwareVersion: z.string(),
  /** Why it failed or was stopped. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type Analysis = z.infer<typeof Analysis>;

/** An analysis with what has to be said beside its picture, and what it found once it is done. */
export const AnalysisDetails = Analysis.extend({
  notes: z.array(AnalysisNote),
  result: AnalysisResult.nullable(),
});
export type AnalysisDetails = z.infer<typeof AnalysisDetails>;

export const AnalysisListQuery = z.object({
  siteId: Identifier.optional(),
  kind: AnalysisKind.optional(),
  state: AnalysisState.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AnalysisListQuery = z.infer<typeof AnalysisListQuery>;

export const AnalysisExportQuery = z.object({ format: z.enum(['geojson', 'csv']) });

/** Whether crime analytics may run: it has no model and no permit; stage and suspensions decide. */
export const CrimeStanding = z.object({
  running: z.boolean(),
  /** Why it does not; empty while it runs. */
  reason: z.string(),
});
export type CrimeStanding = z.infer<typeof CrimeStanding>;
