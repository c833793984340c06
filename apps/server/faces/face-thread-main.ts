import { FaceReader } from '@amaan/face-recognition/face-reader';
import { faceReaderOptions } from '@amaan/face-recognition/system';
import { serveInferenceThread } from '@amaan/vision/sessions/serve-inference-thread';
import type { FaceAnswer, FaceWork } from './face-work.ts';

// The body of the thread that looks at pictures which people bring.

await serveInferenceThread<FaceWork, FaceAnswer>((sessions) => {
  const [detector, landmarks, embedding, liveness] = sessions;
  const models = { detector: detector!, landmarks: landmarks!, embedding: embedding!, liveness: liveness! };
  const reader = new FaceReader(models, faceReaderOptions('seenAs'));
  return async (work, cameraId) => {
    switch (work.type) {
      case 'examine':
        return { type: 'examined', faces: await reader.examineAll(work.picture, cameraId) };
      case 'embed':
        return { type: 'embedded', template: await reader.embed(work, cameraId) };
      case 'judge': {
        const face = { box: work.box, confidence: 1 };
        return { type: 'judged', attack: await reader.attackScore(work.picture, face, cameraId) };
      }
    }
  };
});
