/** Why a person should look at a moment of a redacted recording. */
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
export type LookReason = (typeof LOOK_REASONS)[number];

/** A frame that needs a look by a person. */
export interface Look {
  readonly frame: number;
  readonly reason: LookReason;
}

/**
 * One moment of each reason where several follow each other closely.
 * @param apart frames within which it is the same moment.
 */
export function mergeLooks(looks: readonly Look[], apart: number): Look[] {
  const lastOf = new Map<LookReason, number>();
  return looks
    .toSorted((a, b) => a.frame - b.frame)
    .filter(({ frame, reason }) => {
      const last = lastOf.get(reason);
      lastOf.set(reason, frame);
      return last === undefined || frame - last > apart;
    });
}
