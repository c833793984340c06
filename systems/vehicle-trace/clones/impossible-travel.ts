import type { Position } from '@amaan/contracts/geometry';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { CloneSuspicion } from '@amaan/contracts/plates/journey';
import { greatCircleMetres } from '../roads/great-circle.ts';

/** What must be known of a sighting to compare it with another. */
export interface TravelPoint {
  readonly id: Identifier;
  readonly capturedAt: Instant;
  /** Worker's clock minus the control plane's. */
  readonly clockOffsetMs: number;
  readonly cameraId: Identifier;
  readonly position: Position | null;
  readonly confidence: number;
  readonly simulated: boolean;
}

export interface TravelLimits {
  /** Km/h beyond which no road explains it. */
  readonly speed: number;
  /** A reading less sure than this says nothing about clones. */
  readonly leastConfidence: number;
  /** How wrong a clock may still be after its offset was taken out, in seconds, of each camera. */
  readonly clockUncertainty: number;
  /** How far a camera may see or be misplaced, in metres, of each camera. */
  readonly positionUncertainty: number;
}

export const TRAVEL_LIMITS: TravelLimits = {
  speed: 180,
  leastConfidence: 0.85,
  clockUncertainty: 3,
  positionUncertainty: 150,
};

type ImpossibleTravel = Extract<CloneSuspicion, { kind: 'impossible-travel' }>;

/**
 * Whether one vehicle cannot have made both sightings. Every doubt counts for the vehicle: the distance is the great
 * circle, shortened by what both positions may be wrong, and the time is lengthened by what both clocks may be.
 *
 * @returns what speaks for a clone, seen from the first; null: one vehicle explains both, or a reading is doubtful
 */
export function impossibleTravel(
  plate: string,
  seen: TravelPoint,
  other: TravelPoint,
  limits: TravelLimits = TRAVEL_LIMITS,
): ImpossibleTravel | null {
  if (seen.cameraId === other.cameraId || seen.simulated !== other.simulated) return null;
  if (Math.min(seen.confidence, other.confidence) < limits.leastConfidence) return null;
  if (seen.position === null || other.position === null) return null;
  const metres = greatCircleMetres(seen.position, other.position);
  const seconds = Math.abs(trueTime(seen) - trueTime(other)) / 1000;
  const leastMetres = metres - 2 * limits.positionUncertainty;
  const mostSeconds = seconds + 2 * limits.clockUncertainty;
  if (leastMetres <= 0 || (leastMetres / mostSeconds) * 3.6 <= limits.speed) return null;
  const atOnce = seconds <= 2 * limits.clockUncertainty;
  return {
    kind: 'impossible-travel',
    plate,
    otherId: other.id,
    otherCapturedAt: other.capturedAt,
    otherCameraId: other.cameraId,
    metres,
    seconds,
    speed: atOnce ? null : (metres / seconds) * 3.6,
    limit: limits.speed,
  };
}

/** When it was by the control plane's clock, Unix time in milliseconds. */
function trueTime({ capturedAt, clockOffsetMs }: TravelPoint): number {
  return Date.parse(capturedAt) - clockOffsetMs;
}
