import { z } from 'zod';

/** What can be covered. */
export const COVERED_KINDS = ['face', 'plate', 'body', 'screen'] as const;
export const CoveredKind = z.enum(COVERED_KINDS);
export type CoveredKind = z.infer<typeof CoveredKind>;

/** How an area is made unrecognisable. */
export const MASK_STYLES = ['fill', 'pixelate', 'blur'] as const;
export const MaskStyle = z.enum(MASK_STYLES);
export type MaskStyle = z.infer<typeof MaskStyle>;

/** Why a person should look at a moment of a masked recording. */
export const LOOK_REASONS = [
  /** What was covered was last seen in the middle of the picture: it may still be there. */
  'vanished',
  /** It went unseen for a while; what was covered meanwhile lies between where it was and where it came back. */
  'interpolated',
  /** Something was covered that the model was never sure of: it may be nothing. */
  'unsure',
  /** Something that was not sure enough to be covered may be a face or a plate after all. */
  'faint',
  /** Another scene begins: nothing is known of its first frames but what the next analysed frame shows. */
  'scene-cut',
  /** The picture is less sharp than before: faces in it are easily missed. */
  'blurred',
] as const;
export const LookReason = z.enum(LOOK_REASONS);
export type LookReason = z.infer<typeof LookReason>;

/** What was covered in a picture or video. Times are milliseconds, boxes pixels of the result. */
export const MaskingReport = z.object({
  /** Size of the result in pixels. */
  width: z.int().positive(),
  height: z.int().positive(),
  frames: z.int().nonnegative(),
  /** Frames in which models looked for what is to be covered. */
  analysed: z.int().nonnegative(),
  style: MaskStyle,
  audio: z.enum(['none', 'dropped', 'kept']),
  /** False where the input was cut off: the result ends where it did. */
  complete: z.boolean(),
  covered: z.array(
    z.object({
      kind: CoveredKind,
      /** First and last millisecond with a cover on it. */
      from: z.number(),
      to: z.number(),
      /** `[x, y, width, height]` around all the places where it was seen. */
      box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      confidence: z.number(),
      /** Analysed frames in which it was seen. */
      sightings: z.int().positive(),
    }),
  ),
  look: z.array(z.object({ timeMs: z.number(), reason: LookReason })),
});
export type MaskingReport = z.infer<typeof MaskingReport>;
