import { z } from 'zod';
import { Digest } from '../digest.ts';
import { EvidenceItem } from '../evidence-item.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { MaskingReport } from './masking.ts';
import { MaskedObjectHead } from './redactor-messages.ts';

/** What somebody asks to see of a picture or clip; the original wants an un-masking in force. */
export const EvidenceView = z.enum(['masked', 'original']);
export type EvidenceView = z.infer<typeof EvidenceView>;

/** What is asked of a route that shows a picture or clip. */
export const EvidenceViewQuery = z.object({
  view: EvidenceView.default('masked'),
  /** Answered as a file whose name says whether it is masked. */
  download: z.stringbool().default(false),
});
export type EvidenceViewQuery = z.infer<typeof EvidenceViewQuery>;

/** What lies beside a masked picture or clip that leaves the house: what was covered, and under what it was made. */
export const MaskedEvidenceReport = z.object({
  ...EvidenceItem.pick({ observationId: true, kind: true, capturedAt: true }).shape,
  originalDigest: Digest,
  maskedDigest: Digest,
  mediaType: MaskedObjectHead.shape.mediaType,
  bytes: z.int().positive(),
  cameraId: Identifier,
  permitId: Identifier,
  models: MaskedObjectHead.shape.models,
  configurationDigest: Digest,
  report: MaskingReport,
  madeAt: Instant,
});
export type MaskedEvidenceReport = z.infer<typeof MaskedEvidenceReport>;
