import { z } from 'zod';
import { Interval } from './forecast.ts';

/** A simulated city of areas in which patrols go where their own records send them. */
export const FeedbackSettings = z.strictObject({
  areas: z.int().min(2).max(20).default(8),
  weeks: z.int().min(10).max(260).default(104),
  replicas: z.int().min(10).max(500).default(100),
  /** Offences that truly happen in each area every week; the same everywhere, so that any difference is the loop's. */
  weeklyOffences: z.number().min(1).max(500).default(20),
  /** How many times as many records the first area begins with. */
  unequalPast: z.number().min(1).max(10).default(1.5),
  /** Part of the offences that people report wherever patrols are, 0–1. */
  reportedShare: z.number().min(0).max(1).default(0.4),
  /** Part of the unreported ones that are found when all patrols are in that area, 0–1. */
  foundShare: z.number().min(0).max(1).default(0.5),
  /** Guards of the second run. */
  mostTimesFairShare: z.number().min(1).max(10).default(2),
  leastOfFairShare: z.number().min(0).max(1).default(0.5),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(1),
});
export type FeedbackSettings = z.infer<typeof FeedbackSettings>;

const Share = z.number().min(0).max(1);

/** One run of the loop, means over its replicas. */
export const FeedbackRun = z.object({
  guards: z.boolean(),
  weeks: z.array(
    z.object({
      /** By area: share of the patrols, and of all that was recorded until then. */
      patrolShares: z.array(Share),
      recordedShares: z.array(Share),
      /** Half the sum of differences between shares of patrols and of true offences: 0 in proportion, 1 all wrong. */
      distortion: z.number(),
      distortionInterval: Interval,
    }),
  ),
});
export type FeedbackRun = z.infer<typeof FeedbackRun>;

export const FeedbackResult = z.object({
  kind: z.literal('feedback-loop'),
  simulated: z.literal(true),
  /** Share of the true offences by area, which only a simulation knows. */
  trueShares: z.array(Share),
  /** Without guards, then with them. */
  runs: z.array(FeedbackRun).length(2),
});
export type FeedbackResult = z.infer<typeof FeedbackResult>;

export const AUDIT_FLAGS = ['over-most', 'under-least', 'repeated', 'rising-without-reports'] as const;

/** How patrols and reports share out over station areas, from what is on record. */
export const PatrolAuditResult = z.object({
  kind: z.literal('patrol-audit'),
  areas: z.array(
    z.object({
      boundaryId: z.string(),
      name: z.string(),
      patrolHours: z.number().nonnegative(),
      reported: z.int().nonnegative(),
      officerInitiated: z.int().nonnegative(),
      /** Shares of all areas: of the patrol hours, of what people reported, and of people (of ground without them). */
      patrolShare: Share,
      reportedShare: Share,
      fairShare: Share,
      /** Patrol share over fair share, and over the share of what people reported; null where that is 0. */
      timesFair: z.number().nonnegative().nullable(),
      timesReported: z.number().nonnegative().nullable(),
      flags: z.array(z.enum(AUDIT_FLAGS)),
    }),
  ),
  /** Whether fair shares are those of people or, where they are not known, of ground. */
  fairBy: z.enum(['population', 'area']),
});
export type PatrolAuditResult = z.infer<typeof PatrolAuditResult>;
