import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** Subject of the bus, announced: `EvidenceOrder`, server → workers: what was suspected on the server needs pictures. */
export const EVIDENCE_ORDER_SUBJECT = 'control.evidence-order';

/** The worker that runs the camera keeps picture and clip of a moment, as long as it still has them. */
export const EvidenceOrder = z.object({
  observationId: Identifier,
  cameraId: Identifier,
  /** The observation's, and the moment: by the worker's clock. */
  capturedAt: Instant,
});
export type EvidenceOrder = z.infer<typeof EvidenceOrder>;
