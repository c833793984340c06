import { z } from 'zod';

/** What a note is about: which data, which method, or what the picture cannot show. */
export const NOTE_SUBJECTS = ['data', 'method', 'limit'] as const;

/**
 * One thing that has to be said beside a picture. It travels as a code with values; `noteWords` gives the sentence in both
 * languages, so that console, exports and briefing say the same.
 */
export const AnalysisNote = z.object({
  about: z.enum(NOTE_SUBJECTS),
  /** For example `data-period`, `method-kde`, `limit-reported-only`. */
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** What the sentence fills in, by name. Instants are ISO 8601, distances metres, shares 0–1. */
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type AnalysisNote = z.infer<typeof AnalysisNote>;
