/** A stretch of a lane in metres along it, 0 at the counting line. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Whether a place along a lane lies in a stretch, its ends included. */
export function isMeasuredWithin(stretch: Stretch | null, metres: number): boolean {
  return stretch !== null && metres >= stretch.from && metres <= stretch.to;
}
