import { z } from 'zod';
import { LocalText } from '../ai-system.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { ChallanNumber } from './challan.ts';

/** Why a citizen says that a challan is wrong. */
export const CONTEST_REASONS = [
  /** The pictures show another vehicle, or the plate was misread or copied. */
  'not-my-vehicle',
  /** It was sold or stolen before. */
  'sold-or-stolen',
  'signal-not-red',
  'speed-wrong',
  /** The line, the sign or the lane was missing, hidden or wrong. */
  'road-not-clear',
  /** Room was made for an ambulance, or somebody had to be brought to a doctor. */
  'emergency',
  /** An officer or road works led the traffic otherwise. */
  'directed',
  'other',
] as const;
export const ContestReason = z.enum(CONTEST_REASONS);
export type ContestReason = z.infer<typeof ContestReason>;

/**
 * `open` until a person decides (`upheld`: the challan stands; `accepted`: the challan is cancelled) or the time for it
 * is over (`lapsed`: the challan lapses, and nothing is owed); `overtaken`: the challan was cancelled for another cause.
 */
export const CONTEST_STATES = ['open', 'upheld', 'accepted', 'lapsed', 'overtaken'] as const;
export const ContestState = z.enum(CONTEST_STATES);
export type ContestState = z.infer<typeof ContestState>;

export const MOST_CONTEST_FILES = 5;
export const LARGEST_CONTEST_FILE_BYTES = 8 * 1024 * 1024;

/** What is kept of a file that a citizen brought: pictures are made anew as JPEG, PDFs are kept as they came. */
export const CONTEST_MEDIA_TYPES = ['image/jpeg', 'application/pdf'] as const;

/** A file of a contest. Its name is shown, and is never a path. */
export const ContestFile = z.object({
  id: Identifier,
  name: z.string().min(1).max(120),
  mediaType: z.enum(CONTEST_MEDIA_TYPES),
  /** As it is kept. */
  bytes: z.int().positive(),
  addedAt: Instant,
});
export type ContestFile = z.infer<typeof ContestFile>;

/** What a citizen sends. Neither name nor address is asked for: who holds plate and number follows it. */
export const ContestInput = z.object({
  reasons: z
    .array(ContestReason)
    .min(1)
    .max(CONTEST_REASONS.length)
    .refine((reasons) => new Set(reasons).size === reasons.length, 'A reason is named twice.'),
  text: z.string().trim().min(10).max(4000),
  /** Files that were brought before with the same token. */
  files: z.array(Identifier).max(MOST_CONTEST_FILES),
});
export type ContestInput = z.infer<typeof ContestInput>;

/** What a person decided, in words for the citizen. */
export const ContestDecision = z.object({
  outcome: z.enum(['upheld', 'accepted']),
  /** Shown to the citizen in their language, so it is written in both. */
  explanation: LocalText,
  at: Instant,
});
export type ContestDecision = z.infer<typeof ContestDecision>;

/** A contest as the citizen sees it: who decided is not told. */
export const CitizenContest = z.object({
  state: ContestState,
  reasons: z.array(ContestReason),
  text: z.string(),
  files: z.array(ContestFile),
  openedAt: Instant,
  /** The last moment at which it may be decided; after it the challan lapses. */
  decideBy: Instant,
  endedAt: Instant.nullable(),
  /** Null while nobody has decided, and where nobody did. */
  decision: ContestDecision.nullable(),
});
export type CitizenContest = z.infer<typeof CitizenContest>;

const Explanation = z.string().trim().min(20).max(4000);
/** What a reviewer of contests decides. */
export const ContestDecisionInput = z.object({
  outcome: ContestDecision.shape.outcome,
  explanation: z.object({ en: Explanation, ur: Explanation }),
});
export type ContestDecisionInput = z.infer<typeof ContestDecisionInput>;

/** A contest in the officers' queue. */
export const ContestSummary = z.object({
  id: Identifier,
  challanId: Identifier,
  challanNumber: ChallanNumber,
  caseId: Identifier,
  siteId: Identifier,
  state: ContestState,
  reasons: z.array(ContestReason),
  files: z.int().nonnegative(),
  openedAt: Instant,
  decideBy: Instant,
  endedAt: Instant.nullable(),
  simulated: z.boolean(),
  /** Whether whoever asks may decide it. */
  mayDecide: z.boolean(),
  /** Why not; null: may. */
  mayNotDecide: z.enum(['decided', 'reviewed-it', 'not-trained']).nullable(),
});
export type ContestSummary = z.infer<typeof ContestSummary>;

/** A contest with everything that the citizen brought. The evidence is that of the case. */
export const ContestView = z.object({
  ...ContestSummary.omit({ files: true }).shape,
  text: z.string(),
  files: z.array(ContestFile),
  decision: z.object({ ...ContestDecision.shape, byName: z.string() }).nullable(),
});
export type ContestView = z.infer<typeof ContestView>;

/** Query string of `GET /api/violations/contests`: open ones by their deadline, the nearest first; ended ones newest first. */
export const ContestQuery = z.object({
  state: ContestState.default('open'),
  siteId: Identifier.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type ContestQuery = z.infer<typeof ContestQuery>;

export const ContestPage = z.object({ contests: z.array(ContestSummary), nextCursor: z.string().nullable() });
export type ContestPage = z.infer<typeof ContestPage>;
