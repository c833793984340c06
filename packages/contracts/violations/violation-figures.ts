import { z } from 'zod';
import { LocalText } from '../ai-system.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { CancellationRate } from './camera-suspension.ts';
import { CancelCause } from './challan.ts';
import { EvidenceGap } from './suspected-violation.ts';
import { ViolationKind } from './violation-kind.ts';

const Count = z.int().nonnegative();
export const FigureMonth = z.string().regex(/^\d{4}-\d{2}$/);

/** Counts of one month by when each thing happened: a challan of October that is cancelled in November counts in both. */
export const ChallanCounts = z.object({ issued: Count, contested: Count, cancelled: Count });
export type ChallanCounts = z.infer<typeof ChallanCounts>;

/** Why challans were taken back. In public small counts of causes stand together as `together`. */
export const CauseCount = z.object({ cause: z.union([CancelCause, z.literal('together')]), count: Count });
export type CauseCount = z.infer<typeof CauseCount>;

/** What one camera is the source of, or several together whose counts are too small to stand alone. */
export const PublicCameraCounts = z.object({
  /** Null: the cameras that stand together. */
  camera: z.string().nullable(),
  cameras: z.int().positive(),
  ...ChallanCounts.shape,
});
export type PublicCameraCounts = z.infer<typeof PublicCameraCounts>;

/** Why no case was made of what looked like a violation; vehicles are never named. */
export const GapCount = z.object({ reason: EvidenceGap, count: Count });
export type GapCount = z.infer<typeof GapCount>;

/** A closed month as anybody may know it: no count between 1 and 9, and none that could be had by subtraction. */
export const PublicViolationMonth = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('published'),
    month: FigureMonth,
    ...ChallanCounts.shape,
    /** Empty: too small even together. */
    byCause: z.array(CauseCount),
    byCamera: z.array(PublicCameraCounts),
    /** Gaps of evidence, where there were many enough. */
    gaps: z.array(GapCount),
  }),
  z.object({ state: z.literal('withheld'), month: FigureMonth }),
]);
export type PublicViolationMonth = z.infer<typeof PublicViolationMonth>;

export const PublicViolations = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('counted'),
    months: z.array(PublicViolationMonth),
    /** Cameras that have stopped enforcing by themselves, and since when. */
    suspended: z.array(z.object({ camera: z.string(), since: Instant })),
  }),
  z.object({ state: z.literal('not-in-operation'), because: LocalText }),
]);
export type PublicViolations = z.infer<typeof PublicViolations>;

/** One row of the officers' figures. */
export const OfficerCameraCounts = z.object({
  cameraId: Identifier,
  cameraName: z.string(),
  month: FigureMonth,
  ...ChallanCounts.shape,
  byCause: z.partialRecord(CancelCause, z.int().positive()),
  lapsed: Count,
  gaps: z.partialRecord(EvidenceGap, z.int().positive()),
});
export type OfficerCameraCounts = z.infer<typeof OfficerCameraCounts>;

/** What officers see: nothing is withheld, and simulated challans are left out. */
export const ViolationStatistics = z.object({
  from: FigureMonth,
  to: FigureMonth,
  rows: z.array(OfficerCameraCounts),
  /** By kind over the whole time. */
  byKind: z.array(z.object({ kind: ViolationKind, ...ChallanCounts.shape })),
  /** Each camera's cancellation rate now, against the limit at which it stops by itself. */
  rates: z.array(z.object({ cameraId: Identifier, cameraName: z.string(), rate: CancellationRate })),
  limit: z.number().min(0).max(1),
  leastDecided: z.int().positive(),
});
export type ViolationStatistics = z.infer<typeof ViolationStatistics>;

export const ViolationStatisticsQuery = z.object({
  from: FigureMonth.optional(),
  to: FigureMonth.optional(),
  cameraId: Identifier.optional(),
});
export type ViolationStatisticsQuery = z.infer<typeof ViolationStatisticsQuery>;
