import type { Digest } from '@amaan/contracts/digest';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import type { EndedTrack } from '@amaan/vision/tracking/track';
import type { SceneEvent } from './scene-event.ts';
import { smartVision } from './system.ts';

/** Where an observation comes from and under which permit; the same for all of a frame. */
export interface ObservationOrigin {
  readonly cameraId: Identifier;
  readonly siteId: Identifier;
  readonly clockOffsetMs: number;
  readonly simulated: boolean;
  readonly permitId: Identifier;
  readonly modelDigest: Digest;
  readonly configurationDigest: Digest;
  /** sha256 of the pixels that the model saw. */
  readonly frameDigest: Digest;
}

/** The report of an event, with an identifier of its own. */
export function toObservation(event: SceneEvent, origin: ObservationOrigin): Observation {
  const { object, rule } = event;
  const common = { ...envelope(origin, event.capturedAt), rule: { ...rule }, object: { ...object } };
  switch (event.kind) {
    case 'line-crossed':
      return { ...common, kind: event.kind, direction: event.direction };
    case 'zone-entered':
      return { ...common, kind: event.kind };
    case 'loitering':
      return { ...common, kind: event.kind, seconds: event.seconds };
  }
}

/**
 * The report of a track that has ended. It is dated at the track's best detection, and `origin` is that
 * of the frame of this detection.
 *
 * @param capturedAt translates the stream's seconds to Unix milliseconds.
 */
export function toObjectSeen(
  track: EndedTrack,
  origin: ObservationOrigin,
  capturedAt: (streamSeconds: number) => number,
): Observation {
  const at = (streamSeconds: number) => instantOf(Math.round(capturedAt(streamSeconds)));
  return {
    ...envelope(origin, capturedAt(track.bestSeconds)),
    kind: 'object-seen',
    object: { ...track.object },
    firstSeenAt: at(track.firstSeconds),
    lastSeenAt: at(track.lastSeconds),
    path: [...track.path],
  };
}

function envelope(origin: ObservationOrigin, capturedAt: number) {
  return {
    id: newIdentifier(),
    system: smartVision.id,
    ...origin,
    capturedAt: instantOf(Math.round(capturedAt)),
  };
}
