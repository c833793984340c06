import { InferenceDesk } from '@amaan/analytics/permits/inference-desk';
import type { AiSystem } from '@amaan/contracts/ai-system';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import { createInferencePool } from '@amaan/vision/sessions/inference-pool';
import type { Logger } from 'pino';

/** No work is ever sent. */
const NO_BODY = new URL('data:text/javascript,');

/** Where a worker holds the permit of a system that judges tracks. */
export type TrackedDesk = InferenceDesk<never, never>;

/**
 * Holds the permit of a system that runs no model of its own: the vehicles were found and tracked for the camera's other
 * systems by the very model that this permit names, and no picture is looked at twice. What is made of them still wants the
 * permit to cover camera, model and configuration.
 *
 * @param system traffic management, or violations
 * @param model the object detector that the worker runs
 */
export function createTrackedDesk(system: AiSystem, model: InstalledModel, logger: Logger): TrackedDesk {
  return new InferenceDesk<never, never>({
    system,
    models: [model],
    threads: 0,
    openPool: (order) => createInferencePool<never, never>({ ...order, options: null, body: NO_BODY }),
    logger,
  });
}
