import type { Box } from './geometry.ts';
import type { ObjectClass } from './object-class.ts';
import type { Observation } from './observation.ts';

/** What an observation shows a person. */
export interface Observed {
  /** Null for a plate whose vehicle was not seen. */
  readonly class: ObjectClass | null;
  readonly confidence: number;
  /** Where to look: the object, the plate, or the face. */
  readonly box: Box;
}

/** Class, confidence and place of what an observation of any kind is about. */
export function observedIn(observation: Observation): Observed {
  if (observation.kind === 'face-match-possible')
    return { class: 'person', confidence: Math.max(0, observation.similarity), box: observation.box };
  if (observation.kind !== 'plate-read') return observation.object;
  const { reading, vehicle, box } = observation;
  return { class: vehicle.class, confidence: reading.confidence, box };
}
