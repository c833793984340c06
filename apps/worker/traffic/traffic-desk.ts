import { InferenceDesk } from '@amaan/analytics/permits/inference-desk';
import { trafficManagement } from '@amaan/traffic-management/system';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import { createInferencePool } from '@amaan/vision/sessions/inference-pool';
import type { Logger } from 'pino';

/** No work is ever sent. */
const NO_BODY = new URL('data:text/javascript,');

/** Where a worker holds the permit of traffic management. */
export type TrafficDesk = InferenceDesk<never, never>;

/**
 * Holds the permit of traffic management and runs no model: the vehicles were found and tracked for the camera's other
 * systems by the very model that this permit names, and no picture is looked at twice. What is measured of them still
 * wants the permit to cover camera, model and configuration.
 *
 * @param model the object detector that the worker runs
 */
export function createTrafficDesk(model: InstalledModel, logger: Logger): TrafficDesk {
  return new InferenceDesk<never, never>({
    system: trafficManagement,
    models: [model],
    threads: 0,
    openPool: (order) => createInferencePool<never, never>({ ...order, options: null, body: NO_BODY }),
    logger,
  });
}
