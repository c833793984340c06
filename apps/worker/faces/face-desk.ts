import { InferenceDesk } from '@amaan/analytics/permits/inference-desk';
import { faceRecognition } from '@amaan/face-recognition/system';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import { createInferencePool } from '@amaan/vision/sessions/inference-pool';
import type { Logger } from 'pino';
import type { FaceAnswer, FaceWork } from './face-work.ts';

const BODY = new URL('./face-thread-main.ts', import.meta.url);
/** A match names the model that made its template, so that one comes last. */
const NAMED = 'face-embedding';

/** Where a worker's faces are looked at. */
export type FaceDesk = InferenceDesk<FaceWork, FaceAnswer>;

/**
 * @param models of face-recognition, in any order
 * @param threads how many frames are looked at at once
 */
export function createFaceDesk(models: readonly InstalledModel[], threads: number, logger: Logger): FaceDesk {
  const ordered = [...faceRecognition.models.filter((id) => id !== NAMED), NAMED].map(
    (id) => models.find(({ manifest }) => manifest.id === id)!,
  );
  return new InferenceDesk<FaceWork, FaceAnswer>({
    system: faceRecognition,
    models: ordered,
    threads,
    openPool: (order) => createInferencePool<FaceWork, FaceAnswer>({ ...order, options: null, body: BODY }),
    logger,
  });
}
