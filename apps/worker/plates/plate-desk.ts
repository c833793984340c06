import { InferenceDesk } from '@amaan/analytics/permits/inference-desk';
import { numberPlates } from '@amaan/number-plates/system';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import { createInferencePool } from '@amaan/vision/sessions/inference-pool';
import type { Logger } from 'pino';
import type { PlateAnswer, PlateWork } from './plate-work.ts';

const BODY = new URL('./plate-thread-main.ts', import.meta.url);

/** Where a worker's plates are read. */
export type PlateDesk = InferenceDesk<PlateWork, PlateAnswer>;

/**
 * @param models of number-plates, in its order
 * @param threads how many pictures are read at once
 */
export function createPlateDesk(
  models: readonly InstalledModel[],
  threads: number,
  logger: Logger,
): PlateDesk {
  return new InferenceDesk<PlateWork, PlateAnswer>({
    system: numberPlates,
    models,
    threads,
    openPool: (order) => createInferencePool<PlateWork, PlateAnswer>({ ...order, options: null, body: BODY }),
    logger,
  });
}
