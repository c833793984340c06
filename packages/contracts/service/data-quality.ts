import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** What may be wrong with the records that figures are made from. */
export const QUALITY_FLAGS = [
  /** A moment lies before one that must come first. */
  'negative-times',
  /** Times of a station run backwards by about the same span again and again: a clock, or a time zone. */
  'clock-offset',
  /** Closed, a unit was sent, and nobody wrote down when it arrived. */
  'missing-arrivals',
  /** More times on full five minutes than chance explains: written from memory. */
  'round-times',
  /** Many calls closed within one minute: closed to be gone, not when they ended. */
  'closure-batches',
  /** The clock of a feed jumped against this server's. */
  'clock-jump',
  /** Hours in which calls were to be expected and none came. */
  'coverage-gap',
  /** A feed was silent for longer than it should be. */
  'feed-silent',
  /** Reports that contradict earlier ones. */
  'contradictions',
  /** Calls that were first heard of more than a day after they came in. */
  'late-reports',
  /** Calls of which nobody said when they came in: they count nowhere. */
  'without-beginning',
] as const;
export const QualityFlagCode = z.enum(QUALITY_FLAGS);
export type QualityFlagCode = z.infer<typeof QualityFlagCode>;

export const QualityFlag = z.object({
  code: QualityFlagCode,
  /** Null: of a feed, or of all sites. */
  siteId: Identifier.nullable(),
  siteName: z.string().nullable(),
  station: z.string().nullable(),
  source: z.string().nullable(),
  /** How many calls, hours or reports it is about, and of how many. */
  count: z.int().nonnegative(),
  of: z.int().nonnegative(),
  /** Probability of this or more by chance, where it was tested. */
  p: z.number().min(0).max(1).nullable(),
  from: Instant.nullable(),
  until: Instant.nullable(),
  /** Seconds: the usual offset, the jump, the silence. */
  seconds: z.number().nullable(),
  /** Some calls that it is about, to look them up where they come from. */
  callIds: z.array(z.string()).max(5),
});
export type QualityFlag = z.infer<typeof QualityFlag>;

export const DataQuality = z.object({
  from: Instant,
  to: Instant,
  calls: z.int().nonnegative(),
  simulated: z.boolean(),
  /** Gravest first. */
  flags: z.array(QualityFlag),
});
export type DataQuality = z.infer<typeof DataQuality>;
