import { FaceReader } from '@amaan/face-recognition/face-reader';
import { faceReaderOptions, faceRecognition } from '@amaan/face-recognition/system';
import type { ModelReference } from '@amaan/governance/system-standing';
import { installedModels } from '@amaan/vision/models/installed-models';
import { openEvaluationSessions } from '@amaan/vision/pipeline/evaluation-sessions';
import { logEvaluationPermit } from '../vision/log-evaluation-permit.ts';

/** A reader for files. */
export interface FileFaceReader extends AsyncDisposable {
  readonly reader: FaceReader;
  readonly models: readonly ModelReference[];
}

/**
 * Opens the face reader under the built-in evaluation permit, and writes down that it did. It reaches no watchlist and
 * keeps no template.
 *
 * @param files how many are to be looked at.
 * @param command what the permit is for, as in the command line.
 * @param size at which the smallest faces are looked for: that of whole pictures, or of a camera's frames.
 * @throws ModelError `MODEL_NOT_INSTALLED` with the command that helps.
 */
export async function openFaceReader(
  files: number,
  command: string,
  size: Parameters<typeof faceReaderOptions>[0] = 'seenAs',
): Promise<FileFaceReader> {
  const models = await installedModels(faceRecognition.models);
  await using stack = new AsyncDisposableStack();
  const { sessions, permit } = stack.use(await openEvaluationSessions(faceRecognition, models));
  await logEvaluationPermit(permit, command, files);
  const [detector, landmarks, embedding, liveness] = sessions;
  const reader = new FaceReader(
    { detector: detector!, landmarks: landmarks!, embedding: embedding!, liveness: liveness! },
    faceReaderOptions(size),
  );
  const owned = stack.move();
  const references = models.map(({ manifest, digest }) => ({ id: manifest.id, digest }));
  return { reader, models: references, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
