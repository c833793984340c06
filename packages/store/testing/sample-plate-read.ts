import type { Observation } from '@amaan/contracts/observation';
import type { VehicleAttributes } from '@amaan/contracts/plates/vehicle';
import type { PlateRead } from '../plates/sightings.ts';

/** A plate as a worker could have read it, where and when another observation was made. */
export function samplePlateRead(
  { kind: _, ...origin }: Observation,
  text: string,
  change: { readonly confidence?: number; readonly vehicle?: Partial<VehicleAttributes> } = {},
): PlateRead {
  const confidence = change.confidence ?? 0.93;
  const {
    object: __,
    rule: ___,
    direction: ____,
    ...envelope
  } = origin as typeof origin & {
    object?: unknown;
    rule?: unknown;
    direction?: unknown;
  };
  const { capturedAt, frameDigest } = envelope;
  return {
    ...envelope,
    kind: 'plate-read',
    reading: { text, confidence, format: 'pk-punjab', rows: 1, characters: [] },
    box: [0.4, 0.6, 0.1, 0.05],
    votes: [{ text, confidence, capturedAt, frameDigest }],
    vehicle: {
      ...{ class: 'car', classConfidence: 0.9, colour: 'white', colourConfidence: 0.8, heading: 'towards' },
      box: [0.25, 0.5, 0.25, 0.25],
      ...change.vehicle,
    },
    track: 7,
    firstSeenAt: capturedAt,
    lastSeenAt: capturedAt,
  } as PlateRead;
}
