import { digestOfBytes } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { Observation } from '@amaan/contracts/observation';

type LineCrossed = Extract<Observation, { kind: 'line-crossed' }>;

/** What an observation must name to be accepted. */
export type ObservationOrigin = Pick<
  Observation,
  'cameraId' | 'siteId' | 'permitId' | 'modelDigest' | 'configurationDigest' | 'capturedAt'
> &
  Pick<LineCrossed, 'rule'>;

/** A car that crossed a line, as a worker reports it. */
export function lineCrossed(origin: ObservationOrigin, change: Partial<LineCrossed> = {}): LineCrossed {
  return {
    id: newIdentifier(),
    kind: 'line-crossed',
    system: 'smart-vision',
    clockOffsetMs: 3,
    simulated: false,
    frameDigest: digestOfBytes(Buffer.from('frame')),
    object: { class: 'car', confidence: 0.8, box: [0.4, 0.4, 0.2, 0.1], track: 7 },
    direction: 'forward',
    ...origin,
    ...change,
  };
}
