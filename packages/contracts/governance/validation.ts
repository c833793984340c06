import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** What a figure has to reach, decided before it was measured. */
export const ValidationAim = z.object({ atLeast: z.number() });

const figure = {
  /** What was measured: `precision`, `recall`. */
  name: z.string().trim().min(1).max(120),
  value: z.number(),
  /** The 95 % confidence interval: Wilson's for shares, or a bootstrap. */
  low: z.number(),
  high: z.number(),
  /** How many cases stand behind it. */
  n: z.int().positive(),
  /** The part of the data that it is about: `class car`, `clip gate-night`; null: all of it. */
  group: z.string().trim().min(1).max(120).nullable(),
  /** Null: reported, not judged. */
  aim: ValidationAim.nullable(),
};

/** A figure as it is measured and imported. */
export const MeasuredFigure = z
  .object(figure)
  .refine(({ low, value, high }) => low <= value && value <= high, 'The value must lie in its interval.');
export type MeasuredFigure = z.infer<typeof MeasuredFigure>;

/** A figure as it is judged: `met` when even the lower end of its interval reaches the aim. */
export const ValidationFigure = z.object({ ...figure, met: z.boolean().nullable() });
export type ValidationFigure = z.infer<typeof ValidationFigure>;

/** On what it was measured. */
export const ValidationDataset = z.object({
  name: z.string().trim().min(1).max(200),
  /** sha256 over the labels and the files that they are about. */
  digest: Digest,
  licence: z.string().trim().min(1).max(300),
  /** Where it came from, who made it, and on what ground it may be used; left out: not recorded. */
  provenance: z.string().trim().min(1).max(1000).exactOptional(),
  /** How it was chosen, labelled, cleaned and made ready; left out: not recorded. */
  preparation: z.string().trim().min(1).max(1000).exactOptional(),
});

export const ValidationReport = z.object({
  dataset: ValidationDataset,
  figures: z.array(ValidationFigure).min(1),
  /** The tool and how it was called, so that somebody else can measure again. */
  command: z.string().trim().min(1).max(500),
});
export type ValidationReport = z.infer<typeof ValidationReport>;

const subject = {
  models: z.array(z.object({ id: z.string(), digest: Digest })),
  configurationDigest: Digest,
};

/** A validation as it is imported; whether it passed is computed, not claimed. */
export const ValidationInput = z.object({
  ...subject,
  dataset: ValidationDataset,
  figures: z.array(MeasuredFigure).min(1).max(500),
  command: ValidationReport.shape.command,
  statement: z.string().trim().min(3).max(2000),
});
export type ValidationInput = z.infer<typeof ValidationInput>;

/** A recorded validation. `present` tells whether it is about the models and configuration as they are now. */
export const ValidationView = z.object({
  id: Identifier,
  at: Instant,
  by: z.string(),
  statement: z.string(),
  demo: z.boolean(),
  ...subject,
  passed: z.boolean(),
  /** Null for what was recorded before reports were kept. */
  report: ValidationReport.nullable(),
  present: z.boolean(),
});
export type ValidationView = z.infer<typeof ValidationView>;
