import type { TrackedObject } from '@amaan/contracts/detection';
import type { Identifier } from '@amaan/contracts/identifier';
import type { ObjectDetector } from '../detectors/object-detector.ts';
import type { Frame } from '../frame.ts';
import type { MotionGate } from '../motion/motion-gate.ts';
import type { ByteTracker } from '../tracking/byte-tracker.ts';
import type { EndedTrack } from '../tracking/track.ts';

export interface ObjectPipeline {
  readonly detector: Pick<ObjectDetector, 'detect'>;
  readonly tracker: ByteTracker;
  /** Null infers on every frame. */
  readonly gate: MotionGate | null;
  /** Null for files under an evaluation permit. */
  readonly cameraId: Identifier | null;
}

/** What is known after one frame. */
export interface AnalysedFrame {
  readonly frame: Frame;
  /** Whether the detector ran; where nothing moved it did not. */
  readonly inferred: boolean;
  readonly objects: TrackedObject[];
  /** Tracks that ended with this frame. */
  readonly ended: EndedTrack[];
}

/**
 * From frames to tracked objects: gate, detector, tracker; the one composition that the worker and the
 * command line share. It takes the next frame only when the last one has been dealt with.
 *
 * When the frames are over, call `tracker.finish()` and take what `tracker.ended()` still has.
 *
 * @throws PermitDenied and whatever else source or detector throw, as they are.
 */
export async function* analyseFrames(
  frames: AsyncIterable<Frame>,
  { detector, tracker, gate, cameraId }: ObjectPipeline,
): AsyncGenerator<AnalysedFrame, void, undefined> {
  for await (const frame of frames) {
    const inferred = gate === null || gate.opensFor(frame, tracker.isUnsettled);
    const objects = inferred
      ? tracker.update(await detector.detect(frame, cameraId), frame.streamSeconds)
      : tracker.coast(frame.streamSeconds);
    yield { frame, inferred, objects, ended: tracker.ended() };
  }
}
