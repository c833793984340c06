import type { Detection } from '@amaan/contracts/detection';
import type { Frame } from '../frame.ts';
import type { InstalledModel } from '../models/installed-model.ts';
import {
  createInferencePool,
  type InferencePool,
  type InferencePoolDependencies,
  type InferencePoolOrder,
} from '../sessions/inference-pool.ts';
import type { ObjectDetector } from './object-detector.ts';
import type { DetectionThresholds } from './thresholds.ts';

export type ObjectPicture = Pick<Frame, 'width' | 'height' | 'pixels'>;

export interface ObjectPoolOrder extends Omit<InferencePoolOrder, 'models' | 'options' | 'body'> {
  readonly model: InstalledModel;
  readonly thresholds: DetectionThresholds;
}

/** An object detector on several threads, whose permit can be renewed and revoked while it works. */
export type ObjectPool = ObjectDetector & InferencePool<ObjectPicture, Detection[]>;

const BODY = new URL('./object-thread-main.ts', import.meta.url);

/**
 * Starts the threads of an object detector.
 * @throws as `createInferencePool`.
 */
export async function createObjectPool(
  { model, thresholds, ...order }: ObjectPoolOrder,
  dependencies: Partial<InferencePoolDependencies<ObjectPicture, Detection[]>> = {},
): Promise<ObjectPool> {
  const pool = await createInferencePool<ObjectPicture, Detection[]>(
    { ...order, models: [model], options: thresholds, body: BODY },
    dependencies,
  );
  return Object.assign(pool, {
    detect: ({ width, height, pixels }: ObjectPicture, cameraId: string | null) =>
      pool.run({ width, height, pixels }, cameraId),
  });
}
