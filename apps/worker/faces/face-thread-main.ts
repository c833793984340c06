import { FaceReader } from '@amaan/face-recognition/face-reader';
import { faceReaderOptions } from '@amaan/face-recognition/system';
import { serveInferenceThread } from '@amaan/vision/sessions/serve-inference-thread';
import type { FaceAnswer, FaceWork } from './face-work.ts';

// The body of a thread that looks at faces on cameras. Its models come in the order of `createFaceDesk`.

await serveInferenceThread<FaceWork, FaceAnswer>((sessions) => {
  const [detector, landmarks, liveness, embedding] = sessions;
  const models = { detector: detector!, landmarks: landmarks!, embedding: embedding!, liveness: liveness! };
  const reader = new FaceReader(models, faceReaderOptions('liveSeenAs'));
  return async (work, cameraId) => {
    if (work.type === 'look')
      return { type: 'looked', faces: await reader.examineAll(work.picture, cameraId) };
    if (work.type === 'judge') {
      const face = { box: work.box, confidence: 1 };
      return { type: 'judged', attack: await reader.attackScore(work.picture, face, cameraId) };
    }
    const own = await reader.embed(work, cameraId);
    const template = new Float32Array(new SharedArrayBuffer(own.byteLength));
    template.set(own);
    own.fill(0);
    return { type: 'embedded', template };
  };
});
