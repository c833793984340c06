import type { Detection } from '@amaan/contracts/detection';
import { serveInferenceThread } from '../sessions/serve-inference-thread.ts';
import { createObjectDetector } from './object-detector.ts';
import type { ObjectPicture } from './object-pool.ts';
import type { DetectionThresholds } from './thresholds.ts';

// The body of a thread that finds objects.

await serveInferenceThread<ObjectPicture, Detection[]>(([session], options) => {
  const detector = createObjectDetector(session!, options as DetectionThresholds);
  return (picture, cameraId) => detector.detect(picture, cameraId);
});
