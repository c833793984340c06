import type { Box } from './geometry.ts';
import type { ObjectClass } from './object-class.ts';
import type { Observation } from './observation.ts';

/** What an observation shows a person. */
export interface Observed {
  /** Null for a plate whose vehicle was not seen, and for what is about no single object. */
  readonly class: ObjectClass | null;
  /** Of a lane's minute: the share of it that pictures covered. */
  readonly confidence: number;
  /** Where to look: the object, the plate, or the face. */
  readonly box: Box;
}

const WHOLE: Box = [0, 0, 1, 1];
const MINUTE_MS = 60_000;

/** Class, confidence and place of what an observation of any kind is about. */
export function observedIn(observation: Observation): Observed {
  if (observation.kind === 'face-match-possible')
    return { class: 'person', confidence: Math.max(0, observation.similarity), box: observation.box };
  if (observation.kind === 'lane-measured') {
    const { observedMs } = observation.minute.sums;
    return { class: null, confidence: Math.min(1, observedMs / MINUTE_MS), box: WHOLE };
  }
  if (observation.kind === 'traffic-incident') {
    const { object, box } = observation.incident;
    return { class: object?.class ?? null, confidence: object?.confidence ?? 1, box };
  }
  if (observation.kind !== 'plate-read') return observation.object;
  const { reading, vehicle, box } = observation;
  return { class: vehicle.class, confidence: reading.confidence, box };
}
