import { InferenceDesk } from '@amaan/analytics/permits/inference-desk';
import type { AiSystem } from '@amaan/contracts/ai-system';
import type { Detection } from '@amaan/contracts/detection';
import type { Identifier } from '@amaan/contracts/identifier';
import type { ObjectDetector } from '@amaan/vision/detectors/object-detector';
import { createObjectPool, type ObjectPicture } from '@amaan/vision/detectors/object-pool';
import type { DetectionThresholds } from '@amaan/vision/detectors/thresholds';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import type { Logger } from 'pino';

export interface ObjectDeskOptions {
  readonly system: AiSystem;
  readonly model: InstalledModel;
  readonly thresholds: DetectionThresholds;
  readonly threads: number;
  readonly logger: Logger;
}

/** The desk of a system that finds objects. */
export class ObjectDesk extends InferenceDesk<ObjectPicture, Detection[]> implements ObjectDetector {
  constructor({ model, thresholds, ...options }: ObjectDeskOptions) {
    super({
      ...options,
      models: [model],
      openPool: ({ models: _, ...order }) => createObjectPool({ ...order, model, thresholds }),
    });
  }

  detect(frame: ObjectPicture, cameraId: Identifier | null): Promise<Detection[]> {
    const { width, height, pixels } = frame;
    return this.run({ width, height, pixels }, cameraId);
  }
}
