import type { LookReason } from '@amaan/contracts/redaction/masking';

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
