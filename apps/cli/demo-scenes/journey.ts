/** Where something is on the ground: metres as in `GroundCamera`. */
export interface GroundPoint {
  readonly right: number;
  readonly ahead: number;
}

export interface GateVisit {
  /** Seconds into the scene at which it appears far away. */
  readonly from: number;
  /** Seconds that it stands at the barrier. */
  readonly waits: number;
}

const APPROACH_FROM = 62;
const APPROACH_SECONDS = 8;
const DEPART_ACCELERATION = 1.5;
const GONE_AT = 3.2;
/** Metres ahead at which vehicles stop. */
export const STOP_AT = 10.4;

/** The second at which the vehicle is told to go on. */
export function goesOnAt(visit: GateVisit): number {
  return visit.from + APPROACH_SECONDS + visit.waits;
}

/** The second at which the vehicle has left the picture. */
export function leavesAt(visit: GateVisit): number {
  return goesOnAt(visit) + Math.sqrt((2 * (STOP_AT - GONE_AT)) / DEPART_ACCELERATION);
}

/**
 * A visit to the gate: even braking to a stop, a wait, then even acceleration past the camera's left side.
 * @returns null before it appears and after it has left.
 */
export function visitPosition(visit: GateVisit, seconds: number): GroundPoint | null {
  const since = seconds - visit.from;
  if (since < 0 || seconds >= leavesAt(visit)) return null;
  if (since < APPROACH_SECONDS) {
    const remaining = (1 - since / APPROACH_SECONDS) ** 2;
    const ahead = STOP_AT + (APPROACH_FROM - STOP_AT) * remaining;
    return { right: 0.5 * remaining, ahead };
  }
  const rolling = Math.max(0, seconds - goesOnAt(visit));
  const driven = (DEPART_ACCELERATION * rolling ** 2) / 2;
  return { right: -0.052 * driven ** 2, ahead: STOP_AT - driven };
}
