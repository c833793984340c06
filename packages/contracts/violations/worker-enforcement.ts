import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { EvidenceGapCount } from './suspected-violation.ts';

/** How often a worker did not report something on a camera for want of evidence, as far as was not told before. */
export const EvidenceGapsCounted = z.object({
  /** Of this report: the same one may come twice. */
  id: Identifier,
  siteId: Identifier,
  cameraId: Identifier,
  counts: z.array(EvidenceGapCount).min(1).max(1000),
});
export type EvidenceGapsCounted = z.infer<typeof EvidenceGapsCounted>;
