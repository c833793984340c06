import type { Detection } from '@amaan/contracts/detection';
import type { Box } from '@amaan/contracts/geometry';
import type { Identifier } from '@amaan/contracts/identifier';
import type { ObjectClass } from '@amaan/contracts/object-class';
import { AmaanError } from '@amaan/contracts/problem';
import type { Frame } from '../frame.ts';
import type { InferenceSession } from '../sessions/open-session.ts';
import type { Candidate } from './candidate.ts';
import { COCO_CLASSES } from './coco-classes.ts';
import { decodeCenternet } from './decode-centernet.ts';
import { decodeNanodet } from './decode-nanodet.ts';
import { decodeYolox } from './decode-yolox.ts';
import type { Decoder } from './decoder.ts';
import { Letterbox, type Placement } from './letterbox.ts';
import { suppressNonMaxima } from './non-maximum-suppression.ts';
import type { DetectionThresholds } from './thresholds.ts';

/** An object of one of the classes that were asked for. */
export type Found<Class extends string> = Omit<Detection, 'class'> & { readonly class: Class };

/** Finds objects in frames. */
export interface ObjectDetector<Class extends string = ObjectClass> extends AsyncDisposable {
  /**
   * @param cameraId the camera that the frame is from; null for a file under an evaluation permit.
   * @returns boxes in fractions of the frame, most confident first.
   * @throws PermitDenied when the permit does not cover this, now.
   */
  detect(
    frame: Pick<Frame, 'width' | 'height' | 'pixels'>,
    cameraId: Identifier | null,
  ): Promise<Found<Class>[]>;
}

const DECODERS: Readonly<Record<string, Decoder>> = {
  centernet: decodeCenternet,
  nanodet: decodeNanodet,
  yolox: decodeYolox,
};

/**
 * An object detector on one inference session, which it owns from now on.
 * @param classes what the model's classes are called, by index; null where none is reported.
 * @throws AmaanError `MODEL_DECODER_UNKNOWN` when nothing here can read the model's output.
 */
export function createObjectDetector<Class extends string = ObjectClass>(
  session: InferenceSession,
  thresholds: DetectionThresholds,
  classes: readonly (Class | null)[] = COCO_CLASSES as readonly (Class | null)[],
): ObjectDetector<Class> {
  const { input, output, id } = session.model.manifest;
  const decode = DECODERS[output.decoder];
  if (decode === undefined) {
    throw new AmaanError(
      'MODEL_DECODER_UNKNOWN',
      `The model ${id} asks for the decoder "${output.decoder}", which is not an object detector's.`,
    );
  }
  const letterbox = new Letterbox(input);
  const context = {
    width: input.width,
    height: input.height,
    classes,
    confidence: thresholds.confidence,
  };
  const detect: ObjectDetector<Class>['detect'] = async (frame, cameraId) => {
    const placement = letterbox.fit(frame);
    const outputs = await session.run(cameraId, letterbox.data);
    return suppressNonMaxima(decode(outputs, context), thresholds.overlap)
      .map((candidate) => toDetection(candidate, placement, classes[candidate.classIndex] ?? null))
      .filter((detection) => detection !== null);
  };
  // The letterbox has one buffer: a frame starts when the one before has left the model.
  let last: Promise<unknown> = Promise.resolve();
  return {
    detect(frame, cameraId) {
      const detections = last.then(() => detect(frame, cameraId));
      last = detections.catch(() => undefined);
      return detections;
    },
    async [Symbol.asyncDispose]() {
      await last;
      await session[Symbol.asyncDispose]();
    },
  };
}

/** Null when nothing of the candidate lies within the picture, or its class is not reported. */
function toDetection<Class extends string>(
  candidate: Candidate,
  placement: Placement,
  objectClass: Class | null,
): Found<Class> | null {
  const left = clip((candidate.left - placement.left) / placement.width);
  const top = clip((candidate.top - placement.top) / placement.height);
  const right = clip((candidate.right - placement.left) / placement.width);
  const bottom = clip((candidate.bottom - placement.top) / placement.height);
  if (objectClass === null || right <= left || bottom <= top) return null;
  const box: Box = [left, top, right - left, bottom - top];
  return { class: objectClass, confidence: candidate.confidence, box };
}

function clip(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}
