import { z } from 'zod';

/** A simulated city in which patrols go where their own records send them. */
export const FeedbackSettings = z.strictObject({
  periods: z.int().min(10).max(520).default(104),
  /** Patrol visits in each period. */
  visits: z.int().min(1).max(1000).default(40),
  /** Probability that an officer who is there records an incident that nobody reported. */
  discovery: z.number().min(0).max(1).default(0.4),
  /** Share of incidents that people report themselves. */
  reporting: z.number().min(0).max(1).default(0.5),
  /** Most periods in a row that a cell is visited with guards on. */
  consecutiveCap: z.int().min(1).max(52).default(3),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(1),
});
export type FeedbackSettings = z.infer<typeof FeedbackSettings>;

/** One run of the loop. Series are by period. */
export const FeedbackRun = z.object({
  guards: z.boolean(),
  /** Share of all visits that went to the tenth of areas with most visits. */
  concentration: z.array(z.number().min(0).max(1)),
  /** Correlation of what is on record with what truly happened, over areas. */
  agreement: z.array(z.number().min(-1).max(1).nullable()),
  /** Visits and records by area at the end, beside the truth that only a simulation knows; shares that sum to one. */
  areas: z.array(
    z.object({
      area: z.string(),
      truth: z.number().min(0).max(1),
      recorded: z.number().min(0).max(1),
      visits: z.number().min(0).max(1),
    }),
  ),
});
export type FeedbackRun = z.infer<typeof FeedbackRun>;

export const FeedbackResult = z.object({
  kind: z.literal('feedback-loop'),
  simulated: z.literal(true),
  runs: z.array(FeedbackRun).length(2),
});
export type FeedbackResult = z.infer<typeof FeedbackResult>;

/** How visits and reports share out over station areas, from what is on record. */
export const PatrolAuditResult = z.object({
  kind: z.literal('patrol-audit'),
  areas: z.array(
    z.object({
      boundaryId: z.string(),
      name: z.string(),
      /** Reported by people, and found by officers. */
      reported: z.int().nonnegative(),
      officerInitiated: z.int().nonnegative(),
      patrolHours: z.number().nonnegative(),
      /** Share of the hours over share of the reports; null without either. */
      ratio: z.number().nonnegative().nullable(),
      /** Officer-initiated records per patrol hour; null without hours. */
      foundPerHour: z.number().nonnegative().nullable(),
      /** More or fewer hours than reports explain, beyond the limits that were set. */
      flag: z.enum(['over', 'under']).nullable(),
    }),
  ),
  /** Share of the hours that lie elsewhere than reports alone would put them, 0–1. */
  displacement: z.number().min(0).max(1).nullable(),
});
export type PatrolAuditResult = z.infer<typeof PatrolAuditResult>;
